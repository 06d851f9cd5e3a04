import Stripe from 'stripe';
import { toChargedAmount } from '@/lib/domain/currencies';
import type { IdempotencyKey, ProviderPaymentId } from '@/lib/domain/ids';
import type { ApprovalPage, PaymentRequest, PaymentState } from '@/lib/domain/payments/payment';
import { stateOf } from './payment-state';

const EXPAND = ['payment_intent.latest_charge'];
type Options = Stripe.RequestOptions;

/** Whether an id that we recorded is a session of the hosted Checkout rather than an intent. */
export function isSession(id: ProviderPaymentId): boolean {
  return id.startsWith('cs_');
}

/**
 * Makes the hosted page of a payment: one line with the total, named after the goods, so that rounding lies with the shop.
 * Source: docs.stripe.com/api/checkout/sessions/create.
 */
export async function createSession(
  stripe: Stripe,
  request: PaymentRequest & { page: ApprovalPage },
  key: IdempotencyKey,
  options: Options,
): Promise<Stripe.Checkout.Session> {
  const { page, amount } = request;
  const name = page.lines.map((line) => `${line.quantity} × ${line.name}`).join(', ');
  const total = {
    currency: amount.currency.toLowerCase(),
    unit_amount: toChargedAmount(amount.amountMinor, amount.currency),
    product_data: { name: name.slice(0, 250) },
  };
  return stripe.checkout.sessions.create(
    {
      mode: 'payment',
      submit_type: 'pay',
      locale: page.intlLocale.startsWith('de') ? 'de' : 'en',
      line_items: [{ quantity: 1, price_data: total }],
      success_url: page.returnUrl,
      cancel_url: page.cancelUrl,
      client_reference_id: request.attemptId,
      metadata: { attempt: request.attemptId },
      payment_intent_data: {
        description: request.description,
        metadata: { attempt: request.attemptId },
        ...(request.capture === 'at_fulfilment' ? { capture_method: 'manual' as const } : {}),
      },
    },
    { ...options, idempotencyKey: key },
  );
}

/** How a session stands; one that is paid is as its intent is. */
export async function retrieveSession(stripe: Stripe, id: ProviderPaymentId, options: Options): Promise<PaymentState> {
  return sessionState(await stripe.checkout.sessions.retrieve(id, { expand: EXPAND }, options));
}

/** Ends a session that nobody paid; one that was paid a moment before says so. */
export async function expireSession(stripe: Stripe, id: ProviderPaymentId, options: Options): Promise<PaymentState> {
  try {
    return sessionState(await stripe.checkout.sessions.expire(id, {}, options));
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return retrieveSession(stripe, id, options);
    throw error;
  }
}

function sessionState({ status, url, payment_intent: intent }: Stripe.Checkout.Session): PaymentState {
  if (status === 'expired') return { is: 'cancelled' };
  if (status === 'open') return url ? { is: 'approval_required', url, declined: false } : { is: 'unknown' };
  if (status !== 'complete' || !intent || typeof intent === 'string') return { is: 'unknown' };
  return stateOf(intent);
}
