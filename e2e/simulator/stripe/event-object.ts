import type { BalanceTransaction, Charge, Customer, Dispute, EarlyFraudWarning, Refund } from './money-objects';
import type { CheckoutSession, PaymentIntent, PaymentMethod } from './objects';

export type EventObject =
  | PaymentIntent
  | Charge
  | Refund
  | Dispute
  | Customer
  | PaymentMethod
  | EarlyFraudWarning
  | BalanceTransaction
  | CheckoutSession;

/** What happened, with the object as it was at that moment. */
export type StripeEvent = {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: EventObject };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
};
