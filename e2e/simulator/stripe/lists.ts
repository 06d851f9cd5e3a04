import { badParameter } from './errors';

export type PageInput = { limit?: number; starting_after?: string; ending_before?: string };
export type Range = { gt?: number; gte?: number; lt?: number; lte?: number };

export type Page<Item> = { object: 'list'; data: Item[]; has_more: boolean; url: string };

export function inRange(value: number, range: Range | undefined): boolean {
  if (!range) return true;
  const { gt = Number.NEGATIVE_INFINITY, gte = gt, lt = Number.POSITIVE_INFINITY, lte = lt } = range;
  return value > gt && value >= gte && value < lt && value <= lte;
}

/** One page of a list, newest first, as `starting_after` and `ending_before` cut it. */
export function pageOf<Item extends { id: string }>(url: string, items: Iterable<Item>, input: PageInput): Page<Item> {
  const all = [...items].reverse();
  const limit = input.limit ?? 10;
  const position = (id: string, param: string): number => {
    const index = all.findIndex((item) => item.id === id);
    if (index < 0) throw badParameter(`No such object: '${id}'`, param, 'resource_missing');
    return index;
  };
  if (input.ending_before) {
    const end = position(input.ending_before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: all.slice(start, end), has_more: start > 0, url };
  }
  const start = input.starting_after ? position(input.starting_after, 'starting_after') + 1 : 0;
  return { object: 'list', data: all.slice(start, start + limit), has_more: start + limit < all.length, url };
}
