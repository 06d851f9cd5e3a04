import type { ProductDraft } from './product-draft';

/** A place in a draft, such as "title.de" or "variants.<id>.sku". */
export type DraftPlace = string;
export type DraftConflict = { place: DraftPlace; mine: string; theirs: string };

/**
 * Brings together what two people made of the same product. What only the other changed is taken over (`taken`); what both
 * changed differently stays as typed here and is named (`conflicts`). Nothing that was typed is lost. Where both changed
 * options or the set of variants, the whole of it is one place.
 */
export function mergeDrafts(base: ProductDraft, mine: ProductDraft, theirs: ProductDraft) {
  const merged = structuredClone(mine);
  const taken: DraftPlace[] = [];
  const conflicts: DraftConflict[] = [];
  const places = (Object.keys(base) as (keyof ProductDraft)[]).filter((key) => key !== 'variants' && key !== 'options');
  for (const key of places) mergeMember(base, mine, theirs, merged, key, { taken, conflicts, path: key });

  if (same(shapeOf(base), shapeOf(theirs))) mergeVariants(base, mine, theirs, merged, { taken, conflicts });
  else if (same(shapeOf(base), shapeOf(mine))) {
    merged.options = theirs.options;
    merged.variants = theirs.variants;
    taken.push('options');
    mergeVariants(base, mine, theirs, merged, { taken: [], conflicts });
  } else if (!same(shapeOf(mine), shapeOf(theirs))) {
    conflicts.push({ place: 'options', mine: describe(mine.options), theirs: describe(theirs.options) });
  }
  return { merged, taken, conflicts };
}

type Found = { taken: DraftPlace[]; conflicts: DraftConflict[] };

/** Which variants there are and how they are told apart. */
function shapeOf({ options, variants }: ProductDraft) {
  return { options, variants: variants.map(({ id, optionValues }) => ({ id, optionValues })) };
}

function mergeVariants(
  base: ProductDraft,
  mine: ProductDraft,
  theirs: ProductDraft,
  merged: ProductDraft,
  found: Found,
): void {
  for (const [at, variant] of merged.variants.entries()) {
    const find = (draft: ProductDraft) => draft.variants.find((one) => one.id !== '' && one.id === variant.id);
    const [from, own, others] = [find(base), find(mine), find(theirs)];
    if (!from || !own || !others) continue;
    const whole = { ...own };
    for (const key of Object.keys(from) as (keyof typeof from)[])
      if (key !== 'optionValues')
        mergeMember(from, own, others, whole, key, { ...found, path: `variants.${at}.${key}` });
    merged.variants[at] = { ...whole, optionValues: variant.optionValues };
  }
}

function mergeMember<T extends object, K extends keyof T>(
  base: T,
  mine: T,
  theirs: T,
  merged: T,
  key: K,
  { path, taken, conflicts }: Found & { path: string },
): void {
  const [from, own, others] = [base[key], mine[key], theirs[key]];
  if (isRecord(from) && isRecord(own) && isRecord(others)) {
    const whole = { ...own };
    for (const name of new Set([...Object.keys(own), ...Object.keys(others)]))
      mergeMember(from, own, others, whole, name, { taken, conflicts, path: `${path}.${name}` });
    merged[key] = whole;
  } else if (same(from, others) || same(own, others)) return;
  else if (same(from, own)) {
    merged[key] = others;
    taken.push(path);
  } else conflicts.push({ place: path, mine: describe(own), theirs: describe(others) });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal in content, whatever the order of members. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => same(one, b[at]));
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b);
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => same(a[name], b[name]));
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value.replace(/<[^>]*>/g, ' ').trim();
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map((one) => (isRecord(one) ? nameOf(one) : String(one))).join(', ');
}

function nameOf(one: Record<string, unknown>): string {
  const words = [one.name, one.alt].find(isRecord);
  return words ? String(words.de || words.en || '–') : '–';
}
