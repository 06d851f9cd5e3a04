import { z } from 'zod';
import { type CurrencyCode, stepOf } from '../currencies';
import { STOCK_REASONS } from './edits';

export const MOST_AT_ONCE = 100;

const ids = z
  .string()
  .max(11_000)
  .transform((text) => [...new Set(text.split(',').filter(Boolean))].sort())
  .refine((all) => all.length > 0 && all.length <= MOST_AT_ONCE && all.every((id) => /^[\w:-]{1,100}$/.test(id)), {
    message: 'ids',
  });
const percent = z
  .string()
  .trim()
  .regex(/^[+−-]?\d{1,3}(?:[.,]\d)?$/)
  .transform((text) => Number(text.replace('−', '-').replace(',', '.')))
  .refine((figure) => figure !== 0 && figure > -100 && figure <= 300, { message: 'percent' });
const difference = z
  .string()
  .trim()
  .regex(/^[+−-]?\d{1,6}$/)
  .transform((text) => Number(text.replace('−', '-')))
  .refine((pieces) => pieces !== 0, { message: 'zero' });
const editId = z.string().regex(/^[\w-]{16,64}$/);

/** One change to many products: their state, all their prices by so many per cent, or the stock of every variant by so many pieces. */
export const bulkEditSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['active', 'draft', 'archived']), ids }),
  z.strictObject({ what: z.literal('price'), ids, percent }),
  z.strictObject({ what: z.literal('stock'), ids, difference, reason: z.enum(STOCK_REASONS), editId }),
]);
export type BulkEdit = z.infer<typeof bulkEditSchema>;

/** A price changed by so many per cent, rounded to what can be charged, never to nothing. */
export function changedBy(amountMinor: number, percentage: number, currency: CurrencyCode): number {
  const step = stepOf(currency);
  // Tenths of a per cent are counted whole, so that no fraction of a cent decides.
  const thousandths = 1000 + Math.round(percentage * 10);
  return Math.max(step, Math.round((amountMinor * thousandths) / 1000 / step) * step);
}
