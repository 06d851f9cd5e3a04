import { z } from 'zod';
import type { IdempotencyKey } from '../ids';
import type { Money } from '../money';

/** Whose account the money goes to. */
export const PAYMENT_PROVIDERS = ['stripe', 'paypal'] as const;
export type PaymentProvider = (typeof PAYMENT_PROVIDERS)[number];

/** Money that moved, as the provider states it; `card` only for display ("Visa 4242"). */
export type Charge = {
  id: string;
  paymentId: string | null;
  amount: Money;
  captured: boolean;
  refundedMinor: number;
  card: { brand: string; last4: string } | null;
  /** Our reference, where the charge carries one: an attempt's id. */
  reference: string | null;
  livemode: boolean;
};

/** What to say to the shopper; the provider's own codes stay in its adapter. */
export const DECLINE_REASONS = [
  'try_again',
  'mistyped',
  'insufficient_funds',
  'expired',
  'other_card',
  'call_bank',
  'authentication_failed',
  'generic',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** The five outcomes. "unknown" is never a decline: `retrieve` tells later. */
export type PaymentOutcome =
  | { is: 'succeeded'; charge: Charge }
  | { is: 'declined'; reason: DeclineReason }
  | { is: 'authentication_required'; clientSecret: string }
  | { is: 'pending' }
  | { is: 'unknown' };

/** What `retrieve` can also find: an object that nobody confirmed yet, or one that is cancelled for good. */
export type PaymentState = PaymentOutcome | { is: 'unconfirmed' } | { is: 'cancelled' };

export type PaymentRequest = {
  attemptId: string;
  amount: Money;
  description: string;
  receiptEmail: string | null;
};

/** Proof that the shopper agreed: a Stripe ConfirmationToken, one use. */
export type PaymentProof = { confirmationToken: string; returnUrl: string };

export type RefundRequest = { chargeId: string; amount: Money; reason: 'goods_gone' | 'requested'; attemptId: string };
export type RefundOutcome =
  | { is: 'succeeded' | 'pending'; refundId: string }
  | { is: 'refused'; reason: string }
  | { is: 'unknown' };

/** What a provider's webhook says: which object to ask about. Its figures are not believed. */
export const paymentEventSchema = z.strictObject({
  eventId: z.string(),
  type: z.string(),
  paymentId: z.string().nullable(),
  chargeId: z.string().nullable(),
  livemode: z.boolean(),
});
export type PaymentEvent = z.infer<typeof paymentEventSchema>;

export function attemptKey(attemptId: string, purpose: 'create' | 'confirm' | 'refund'): IdempotencyKey {
  return `attempt:${attemptId}:${purpose}` as IdempotencyKey;
}

/** How the browser asks for one payment: the same id again means the same attempt. */
export const dialogRequestIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** The ids of Messenger's dummy charges: a production shop never fulfils them. Source: reference E.8. */
export function isTestPayment(chargeId: string): boolean {
  return chargeId === 'test_charge_id_12345';
}
