import { z } from 'zod';
import type { CurrencyCode } from '../money';

export const COUNTRIES = ['DE', 'AT', 'CH', 'GB', 'US'] as const;
export type CountryCode = (typeof COUNTRIES)[number];

/** Where the shop delivers in each currency: euro prices hold for Europe, dollar prices for the United States. */
const COUNTRIES_BY_CURRENCY: Partial<Record<CurrencyCode, readonly CountryCode[]>> = {
  EUR: ['DE', 'AT', 'CH', 'GB'],
  USD: ['US'],
};

/** The same for one currency; none where it is only priced in it so far. */
export function countriesOf(currency: CurrencyCode): readonly CountryCode[] {
  return COUNTRIES_BY_CURRENCY[currency] ?? [];
}

export const POSTAL_CODES: Record<CountryCode, RegExp> = {
  DE: /^\d{5}$/,
  AT: /^\d{4}$/,
  CH: /^\d{4}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  US: /^\d{5}(-\d{4})?$/,
};

// Control characters, and halves of surrogate pairs that no database text can hold.
const UNPRINTABLE = /\p{Cc}|\p{Cs}/u;

/** One line of text that a person typed: trimmed, without control characters, at most `max` characters. */
export function lineSchema(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.trim())
    .refine((text) => text.length <= max && !UNPRINTABLE.test(text), { message: 'unprintable_or_too_long' });
}

const required = (max: number) => lineSchema(max).refine((text) => text.length > 0, { message: 'required' });

export const addressSchema = z
  .strictObject({
    name: required(100),
    street1: required(120),
    street2: lineSchema(120).default(''),
    postalCode: required(12),
    city: required(80),
    region: lineSchema(80).default(''),
    country: z.enum(COUNTRIES),
  })
  .superRefine((address, context) => {
    if (!POSTAL_CODES[address.country].test(address.postalCode))
      context.addIssue({ code: 'custom', path: ['postalCode'], message: 'postal_code' });
    if (address.country === 'US' && !/^[A-Z]{2}$/.test(address.region))
      context.addIssue({ code: 'custom', path: ['region'], message: 'state' });
  });
export type Address = z.infer<typeof addressSchema>;

/** What the checkout asks a shopper for. Sealed before it is stored, never logged. */
export const checkoutDetailsSchema = z.strictObject({
  email: z.email().max(254),
  phone: lineSchema(30).default(''),
  address: addressSchema,
});
export type CheckoutDetails = z.infer<typeof checkoutDetailsSchema>;

/**
 * Whom an order goes to. The address is null only for money that Messenger's dialog took while the page was gone: then
 * nobody told us, the order waits for a decision, and she is asked.
 */
export const orderDetailsSchema = z.strictObject({
  email: z.union([z.literal(''), z.email().max(254)]),
  phone: lineSchema(30).default(''),
  address: addressSchema.nullable(),
});
export type OrderDetails = z.infer<typeof orderDetailsSchema>;
