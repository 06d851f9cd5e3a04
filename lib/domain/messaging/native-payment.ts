import { z } from 'zod';
import { addressSchema, COUNTRIES, type CountryCode, type OrderDetails } from '../cart/address';
import { currencySchema, fromDecimalText, type Money } from '../money';

const line = z.string().max(300);

/** What Messenger's own checkout tells of a person: only what was asked for, as she keeps it there. */
export const payerSchema = z.strictObject({
  name: line,
  email: line,
  phone: line,
  address: z
    .strictObject({
      name: line,
      street1: line,
      street2: line,
      city: line,
      region: line,
      postalCode: line,
      country: line,
    })
    .nullable(),
});
export type Payer = z.infer<typeof payerSchema>;

const wireAmount = z.strictObject({ currency: z.string().max(10), value: z.string().max(30) });

/** Asked while the sheet is open: where to, and what does sending cost? Answered inside the 200, never stored. */
export const checkoutUpdateSchema = z.strictObject({
  kind: z.literal('checkout_update'),
  payload: z.string(),
  address: payerSchema.shape.address.unwrap(),
});

/** Asked after Pay and before the charge: may it be charged? Answered inside the 200, never stored. */
export const preCheckoutSchema = z.strictObject({
  kind: z.literal('pre_checkout'),
  payload: z.string(),
  payer: payerSchema,
  amount: wireAmount,
});

/**
 * Money that Messenger took. A `token` credential holds an encrypted card: nothing of it is read, not even to be
 * refused. `payer` is sealed before the event is stored.
 */
export const nativePaymentSchema = z.strictObject({
  kind: z.literal('payment'),
  payload: z.string(),
  payer: z.union([payerSchema, z.strictObject({ sealed: z.string() })]),
  provider: z.enum(['stripe', 'paypal', 'token', 'unknown']),
  chargeId: z.string().nullable(),
  fbPaymentId: z.string(),
  amount: wireAmount,
  shippingOptionId: z.string().nullable(),
});

export type CheckoutUpdate = z.infer<typeof checkoutUpdateSchema>;
export type PreCheckout = z.infer<typeof preCheckoutSchema>;
export type NativePayment = z.infer<typeof nativePaymentSchema>;

/** What the Page's profile allows, as `messenger:setup` found it. `asksForShipping`: the sheet asks us for ways to send. */
export const nativePaymentsSchema = z.strictObject({
  buyButton: z.boolean(),
  asksForShipping: z.boolean(),
  /** PSIDs whose payments Messenger only plays. */
  testers: z.array(z.string()),
});
export type NativePayments = z.infer<typeof nativePaymentsSchema>;
export const NO_NATIVE_PAYMENTS: NativePayments = { buyButton: false, asksForShipping: false, testers: [] };

/** The ids of Messenger's dummy payments are always the same ones, so they tell nothing apart. Source: reference E.8. */
export function isTestFbPayment(fbPaymentId: string): boolean {
  return fbPaymentId === 'test_payment_id_12345';
}

/** An amount of Messenger's wire; null for a currency we do not sell in or a text that is no exact amount. */
export function moneyOfWire({ currency, value }: z.infer<typeof wireAmount>): Money | null {
  const known = currencySchema.safeParse(currency);
  return known.success ? fromDecimalText(value, known.data) : null;
}

/** A country we deliver to, or null. */
export function countryOf(address: { country: string } | null): CountryCode | null {
  return COUNTRIES.find((country) => country === address?.country.toUpperCase()) ?? null;
}

/** What is known of the recipient, in the words of an order. An address that no parcel finds counts as none. */
export function orderDetailsOf({ name, email, phone, address }: Payer): OrderDetails {
  const sendTo = address && addressSchema.safeParse({ ...address, name: address.name || name });
  const mail = z.email().max(254).safeParse(email.trim());
  return {
    email: mail.success ? mail.data : '',
    phone: /^[\d +()./-]{0,30}$/.test(phone) ? phone.trim() : '',
    address: sendTo?.success ? sendTo.data : null,
  };
}
