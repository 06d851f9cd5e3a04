import { z } from 'zod';
import type { IdempotencyKey } from '../ids';
import type { Money } from '../money';

/** Whose account the money goes to. */
export const PAYMENT_PROVIDERS = ['stripe', 'paypal'] as const;
export type PaymentProvider = (typeof PAYMENT_PROVIDERS)[number];

/** Money that moved, as the provider states it; `card` only for display ("Visa 4242"). */
export type Charge = {
  id: string;
  /** In whose account the money stands: there it goes back from. */
  provider: PaymentProvider;
  paymentId: string | null;
  /** What was charged, or what is held as long as `captured` is false. */
  amount: Money;
  captured: boolean;
  /** What of `amount` was taken: 0 while it is only held, less than `amount` where the rest was released. */
  capturedMinor: number;
  /** What of the captured money went back. A released hold is no refund. */
  refundedMinor: number;
  card: { brand: string; last4: string } | null;
  /** The provider's name for the card, by which a kept one is charged again; absent where the provider tells none. */
  method?: { id: string; expiryMonth: number; expiryYear: number } | null;
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

/**
 * The outcomes. "unknown" is never a decline: `retrieve` tells later. "authorised": the money is held for us, not taken, until
 * `captureBefore` at the latest (null where the provider does not say); `charge.captured` is false.
 */
export type PaymentOutcome =
  | { is: 'succeeded'; charge: Charge }
  | { is: 'authorised'; charge: Charge; captureBefore: Date | null }
  | { is: 'declined'; reason: DeclineReason }
  | { is: 'authentication_required'; clientSecret: string }
  | ApprovalRequired
  | { is: 'pending' }
  | { is: 'unknown' };

/** She agrees on a page of the provider's own, at `url`; `declined`: what she chose there was refused, and she may choose anew. */
export type ApprovalRequired = { is: 'approval_required'; url: string; declined: boolean };

/**
 * What `retrieve` can also find: an object that nobody confirmed yet, one that she approved at the provider and that waits
 * for our `capture`, or one that is cancelled for good.
 */
export type PaymentState = PaymentOutcome | { is: 'unconfirmed' } | { is: 'approved' } | { is: 'cancelled' };

/** When the money is taken: with the payment, or later by `capture`, until when it is only held. */
export const CAPTURE_TIMES = ['now', 'at_fulfilment'] as const;
export type CaptureTime = (typeof CAPTURE_TIMES)[number];

export type PaymentRequest = {
  attemptId: string;
  capture: CaptureTime;
  amount: Money;
  description: string;
  receiptEmail: string | null;
  /** For a provider that asks her on a page of its own. */
  page?: ApprovalPage;
  /** The provider's customer whose kept card pays, or to whom this card is to be added. */
  customerId?: string | null;
  /** She asked that the card is kept for next time. */
  keepCard?: boolean;
};

/** What the provider's page shows, and where it sends her afterwards. The sums are those of the order, in minor units. */
export type ApprovalPage = {
  returnUrl: string;
  cancelUrl: string;
  intlLocale: string;
  lines: { name: string; sku: string; quantity: number; unitMinor: number }[];
  shippingMinor: number;
  taxMinor: number;
};

/** Proof that the shopper agreed: a Stripe ConfirmationToken, one use; or the card of hers that we keep. */
export type PaymentProof = { returnUrl: string } & ({ confirmationToken: string } | { keptMethodId: string });

/** `reference`: our own refund's id, which `listRefunds` gives back; null where a misfit charge goes back unasked. */
export type RefundRequest = {
  chargeId: string;
  amount: Money;
  reason: 'goods_gone' | 'requested';
  attemptId: string;
  reference: string | null;
};
export type RefundOutcome =
  | { is: 'succeeded' | 'pending'; refundId: string }
  | { is: 'refused'; reason: string }
  | { is: 'unknown' };

/** A refund as it stands at the provider, whoever made it: the shop, its worker, or somebody at the provider's dashboard. */
export type ProviderRefund = {
  id: string;
  amount: Money;
  /** A succeeded one may still fail, days later: the shopper's bank sends the money back to us. */
  status: 'pending' | 'succeeded' | 'failed';
  /** The provider's word for why it failed. */
  failure: string | null;
  /** Our refund's id, where the request carried one and the provider keeps it. */
  reference: string | null;
  createdAt: Date;
};

/** What a provider's webhook says: which object to ask about. Its figures are not believed. */
export const paymentEventSchema = z.strictObject({
  eventId: z.string(),
  type: z.string(),
  paymentId: z.string().nullable(),
  chargeId: z.string().nullable(),
  /** Absent in events that were stored before disputes were read. */
  disputeId: z.string().nullish(),
  /** A kept card that is told of; absent in events that were stored before. */
  methodId: z.string().nullish(),
  livemode: z.boolean(),
});
export type PaymentEvent = z.infer<typeof paymentEventSchema>;

export function attemptKey(attemptId: string, purpose: 'create' | 'confirm' | 'refund'): IdempotencyKey {
  return `attempt:${attemptId}:${purpose}` as IdempotencyKey;
}

/** The key under which the held money of an order is taken: once, whoever asks. */
export function captureKey(orderId: string): IdempotencyKey {
  return `order:${orderId}:capture` as IdempotencyKey;
}

/** How the browser asks for one payment: the same id again means the same attempt. */
export const dialogRequestIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** The ids of Messenger's dummy charges: a production shop never fulfils them. Source: reference E.8. */
export function isTestPayment(chargeId: string): boolean {
  return chargeId === 'test_charge_id_12345';
}
