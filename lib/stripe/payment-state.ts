import type Stripe from 'stripe';
import { fromChargedAmount } from '@/lib/domain/currencies';
import { currencySchema, type Money, money } from '@/lib/domain/money';
import type { Charge, PaymentState, ProviderRefund } from '@/lib/domain/payments/payment';
import { declineReasonOf } from './decline-reasons';

/**
 * What a PaymentIntent (with `latest_charge` expanded) means for us.
 * Source: docs.stripe.com/payments/paymentintents/lifecycle.
 */
export function stateOf(intent: Stripe.PaymentIntent): PaymentState {
  switch (intent.status) {
    case 'succeeded':
      if (!intent.latest_charge || typeof intent.latest_charge === 'string') return { is: 'unknown' };
      return { is: 'succeeded', charge: chargeOf(intent.latest_charge) };
    case 'requires_capture':
      if (!intent.latest_charge || typeof intent.latest_charge === 'string') return { is: 'unknown' };
      return {
        is: 'authorised',
        charge: chargeOf(intent.latest_charge),
        captureBefore: captureBeforeOf(intent.latest_charge),
      };
    case 'processing':
      return { is: 'pending' };
    case 'requires_action':
      return intent.client_secret
        ? { is: 'authentication_required', clientSecret: intent.client_secret }
        : { is: 'unknown' };
    case 'requires_payment_method': {
      const error = intent.last_payment_error;
      return error
        ? { is: 'declined', reason: declineReasonOf(error.code, error.decline_code) }
        : { is: 'unconfirmed' };
    }
    case 'requires_confirmation':
      return { is: 'unconfirmed' };
    case 'canceled':
      return { is: 'cancelled' };
    default:
      return { is: 'unknown' };
  }
}

function captureBeforeOf(charge: Stripe.Charge): Date | null {
  const seconds = charge.payment_method_details?.card?.capture_before;
  return seconds ? new Date(seconds * 1000) : null;
}

/** Stripe's figures in our minor units. A currency that nobody can price in throws: such money needs a person. */
function amountOf(amount: number, code: string): Money {
  const currency = currencySchema.parse(code.toUpperCase());
  return money(fromChargedAmount(amount, currency), currency);
}

/** A refund of Stripe in our words. One that waits for something is pending; a cancelled one has failed. */
export function refundOf(refund: Stripe.Refund): ProviderRefund {
  const status = refund.status === 'succeeded' || refund.status === 'failed' ? refund.status : 'pending';
  return {
    id: refund.id,
    amount: amountOf(refund.amount, refund.currency),
    status: refund.status === 'canceled' ? 'failed' : status,
    failure: refund.failure_reason ?? (refund.status === 'canceled' ? 'canceled' : null),
    reference: refund.metadata?.refund ?? null,
    createdAt: new Date(refund.created * 1000),
  };
}

/** A Stripe charge in our words. A currency that the shop does not sell in throws: such money needs a person. */
export function chargeOf(charge: Stripe.Charge): Charge {
  const card = charge.payment_method_details?.card;
  const ours = (amount: number) => amountOf(amount, charge.currency).amountMinor;
  return {
    id: charge.id,
    provider: 'stripe',
    paymentId: typeof charge.payment_intent === 'string' ? charge.payment_intent : (charge.payment_intent?.id ?? null),
    amount: amountOf(charge.amount, charge.currency),
    captured: charge.captured && charge.status === 'succeeded',
    capturedMinor: ours(charge.amount_captured),
    // Stripe counts the released part of a hold as refunded.
    refundedMinor: charge.captured ? ours(charge.amount_refunded - (charge.amount - charge.amount_captured)) : 0,
    card: card?.last4 ? { brand: card.brand ?? 'card', last4: card.last4 } : null,
    method: methodOf(charge),
    reference: referenceOf(charge.metadata),
    livemode: charge.livemode,
  };
}

function methodOf({ payment_method, payment_method_details }: Stripe.Charge): Charge['method'] {
  const card = payment_method_details?.card;
  if (!payment_method || !card?.exp_month || !card.exp_year) return null;
  return { id: payment_method, expiryMonth: card.exp_month, expiryYear: card.exp_year };
}

// Our own payments carry the attempt; Messenger's dialog our `details.id`, its Buy button the payload, its first form nothing
// but its own id of the payment.
function referenceOf({ attempt, request_id, payload, fb_payment_id }: Stripe.Metadata): string | null {
  return attempt ?? request_id ?? payload ?? fb_payment_id ?? null;
}
