declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Page-scoped id: who a person is to one Page. Opaque digits, at times above 2^53: never a number. */
export type Psid = Id<'Psid'>;
export type PageId = Id<'PageId'>;
export type ShopperId = Id<'ShopperId'>;
export type ProductId = Id<'ProductId'>;
export type VariantId = Id<'VariantId'>;
export type CartId = Id<'CartId'>;
export type AttemptId = Id<'AttemptId'>;
/** Unguessable, stands in addresses. What people say aloud is the order number. */
export type OrderId = Id<'OrderId'>;
/** The provider's name for a payment that was created by us, e.g. `pi_…`. */
export type ProviderPaymentId = Id<'ProviderPaymentId'>;
/** A charge that somebody else made in the merchant's account: looked up, never believed. */
export type ForeignChargeId = Id<'ForeignChargeId'>;
/** At most 255 characters; names its purpose: `attempt:<id>:create`. */
export type IdempotencyKey = Id<'IdempotencyKey'>;
/** Meta's id of a message, `m_…` or the 2016 `mid.…`. */
export type MessageId = Id<'MessageId'>;

/** Gives a checked or self-made string its type. Only for values that zod, the database or we ourselves vouch for. */
export function asId<T extends Id<string>>(value: string): T {
  return value as T;
}
