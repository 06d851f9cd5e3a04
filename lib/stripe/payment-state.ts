import type Stripe from 'stripe';
import { currencySchema } from '@/lib/domain/money';
import type { Charge, PaymentState } from '@/lib/domain/payments/payment';
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
    case 'processing':
    case 'requires_capture':
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

/** A Stripe charge in our words. A currency that the shop does not sell in throws: such money needs a person. */
export function chargeOf(charge: Stripe.Charge): Charge {
  const card = charge.payment_method_details?.card;
  return {
    id: charge.id,
    paymentId: typeof charge.payment_intent === 'string' ? charge.payment_intent : (charge.payment_intent?.id ?? null),
    amount: { amountMinor: charge.amount, currency: currencySchema.parse(charge.currency.toUpperCase()) },
    captured: charge.captured && charge.status === 'succeeded',
    refundedMinor: charge.amount_refunded,
    card: card?.last4 ? { brand: card.brand ?? 'card', last4: card.last4 } : null,
    reference: charge.metadata.attempt ?? charge.metadata.request_id ?? null,
    livemode: charge.livemode,
  };
}
