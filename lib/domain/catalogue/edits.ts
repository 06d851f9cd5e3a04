import { z } from 'zod';
import { type CurrencyCode, fromDecimalText } from '../money';

const idSchema = z.string().regex(/^[\w:-]{1,100}$/);

/** Eight digits, as `moneySchema` and the providers take. */
const MAX_PRICE_MINOR = 99_999_999;

/** A price as a merchant types it, "24,90" or "24.90": minor units; null for an empty field, not sold in the currency. */
function priceSchema(currency: CurrencyCode) {
  return z
    .string()
    .max(20)
    .transform((text, context) => {
      const plain = text.trim().replace(',', '.');
      if (plain === '') return null;
      const price = fromDecimalText(plain, currency);
      if (price && price.amountMinor > 0 && price.amountMinor <= MAX_PRICE_MINOR) return price.amountMinor;
      context.addIssue({ code: 'custom', message: 'price' });
      return z.NEVER;
    });
}

/** `seenVersion` is the product's version that the merchant looked at while typing. */
export const priceEditSchema = z
  .strictObject({
    productId: idSchema,
    variantId: idSchema,
    seenVersion: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    EUR: priceSchema('EUR'),
    USD: priceSchema('USD'),
  })
  .refine((edit) => edit.EUR !== null || edit.USD !== null, { path: ['EUR'], message: 'price' });
export type PriceEdit = z.infer<typeof priceEditSchema>;

export const STOCK_REASONS = ['delivery', 'count', 'damage', 'return', 'other'] as const;
export type StockReason = (typeof STOCK_REASONS)[number];

/**
 * A change of stock by so many pieces: a difference, so that two people who edit at once lose nothing. `editId` comes
 * with the form: the same form sent twice is one change.
 */
export const stockEditSchema = z.strictObject({
  variantId: idSchema,
  editId: z.string().regex(/^[\w-]{16,64}$/),
  difference: z
    .string()
    .trim()
    .regex(/^[+−-]?\d{1,6}$/)
    .transform((text) => Number(text.replace('−', '-')))
    .refine((pieces) => pieces !== 0, { message: 'zero' }),
  reason: z.enum(STOCK_REASONS),
});
export type StockEdit = z.infer<typeof stockEditSchema>;
