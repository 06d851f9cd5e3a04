import { z } from 'zod';

export const SEARCH_PAGE_SIZE = 24;

// An address is typed and shared: what does not fit falls back, it is never an error.
const searchSchema = z.object({
  q: z
    .string()
    .max(100)
    .transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim())
    .catch(''),
  collection: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type Search = { words: string; collection: string | undefined; page: number };

/** Reads `?q=&collection=&page=`: the words that are looked for, at most 100 characters. */
export function readSearch(params: Record<string, string | string[] | undefined>): Search {
  const { q, collection, page } = searchSchema.parse(params);
  return { words: q, collection, page };
}
