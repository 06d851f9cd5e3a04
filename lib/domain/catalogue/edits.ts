import { z } from 'zod';
import { CURRENCIES, chargeLimits, stepOf } from '../currencies';
import { type CurrencyCode, fromDecimalText, type Money } from '../money';

const idSchema = z.string().regex(/^[\w:-]{1,100}$/);

/** A price as a merchant types it, "24,90" or "24.90": minor units; null for an empty field, not sold in the currency. */
export function priceSchema(currency: CurrencyCode) {
  return z
    .string()
    .max(20)
    .transform((text, context) => {
      const plain = text.trim().replace(',', '.');
      if (plain === '') return null;
      const price = fromDecimalText(plain, currency);
      if (price && price.amountMinor > 0 && isChargeable(price)) return price.amountMinor;
      context.addIssue({ code: 'custom', message: 'price' });
      return z.NEVER;
    });
}

/** Whether a provider could take it: not too much at once, nothing finer than it counts in. */
function isChargeable({ amountMinor, currency }: Money): boolean {
  return amountMinor <= chargeLimits(currency).most && amountMinor % stepOf(currency) === 0;
}

const PRICE_FIELDS = Object.fromEntries(CURRENCIES.map((code) => [code, priceSchema(code).optional()])) as Record<
  CurrencyCode,
  z.ZodOptional<ReturnType<typeof priceSchema>>
>;

/** One field a currency, as many as the form shows; one that is absent stays as it is. `seenVersion` is the product's version that the merchant looked at while typing. */
export const priceEditSchema = z
  .strictObject({
    productId: idSchema,
    variantId: idSchema,
    seenVersion: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    ...PRICE_FIELDS,
  })
  .refine((edit) => CURRENCIES.some((code) => edit[code] != null), { path: ['EUR'], message: 'price' });
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
