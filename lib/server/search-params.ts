import { z } from 'zod';
import { type Browse, type OptionFilter, SORTS } from '@/lib/domain/catalogue/browse';
import { type CurrencyCode, fromDecimalText } from '@/lib/domain/money';

export const SEARCH_PAGE_SIZE = 24;

const MOST_OPTIONS = 20;

const keySchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u);
const listSchema = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

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
  min: z.string().max(15).optional().catch(undefined),
  max: z.string().max(15).optional().catch(undefined),
  stock: z.literal('in').optional().catch(undefined),
  option: listSchema.catch([]),
  sort: z.enum(SORTS).catch('best'),
  after: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,119}$/)
    .optional()
    .catch(undefined),
});

/**
 * Reads what is looked for from an address: `q` (words, at most 100 characters), `collection`, `min` and `max` (prices as
 * people type them, "24,90"), `stock=in`, `option=format:a3` (as often as wanted), `sort`, `after`.
 */
export function readSearch(params: Record<string, string | string[] | undefined>, currency: CurrencyCode): Browse {
  const { q, collection, min, max, stock, option, sort, after } = searchSchema.parse(params);
  return {
    words: q,
    collection,
    minMinor: readPrice(min, currency),
    maxMinor: readPrice(max, currency),
    inStock: stock === 'in',
    options: readOptions(option),
    sort,
    after,
  };
}

function readPrice(text: string | undefined, currency: CurrencyCode): number | undefined {
  const price = text?.trim() ? fromDecimalText(text.trim().replace(',', '.'), currency) : null;
  return price && price.amountMinor > 0 && price.amountMinor < 2 ** 31 ? price.amountMinor : undefined;
}

function readOptions(said: string[]): OptionFilter[] {
  const options = new Map<string, Set<string>>();
  for (const one of said.slice(0, MOST_OPTIONS)) {
    const [key, value, ...more] = one.split(':');
    if (more.length > 0 || !keySchema.safeParse(key).success || !keySchema.safeParse(value).success) continue;
    if (key && value) options.set(key, (options.get(key) ?? new Set()).add(value));
  }
  return [...options].map(([key, values]) => ({ key, values: [...values] }));
}
