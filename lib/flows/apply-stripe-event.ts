import { claimAttempt, getAttemptOfPayment, getAttemptOfReference } from '@/lib/db/attempts';
import { getOrderOfAttempt } from '@/lib/db/orders';
import type { WebhookEventRow } from '@/lib/db/webhook-events';
import { asId, type ForeignChargeId, type ProviderPaymentId } from '@/lib/domain/ids';
import { type PaymentEvent, type PaymentState, paymentEventSchema } from '@/lib/domain/payments/payment';
import { applyDispute } from './apply-dispute';
import { leaseFrom } from './confirm-checkout';
import type { Deps } from './deps';
import { applyState } from './drive-attempt';
import { findRefunds } from './find-refunds';
import { followHold } from './follow-hold';
import { dropDetachedCard } from './keep-card';
import { settlePayment } from './settle-payment';

/**
 * Works one stored event of the payment provider. The event only says whom to ask about: the present state of the object
 * decides, so order, doubles and false figures of events do not matter. Throws when the provider cannot be asked: the
 * event is tried again later. Answers "without_effect" for another mode and for payments that are not ours.
 */
export async function applyStripeEvent(deps: Deps, event: PaymentEvent): Promise<'done' | 'without_effect'> {
  if (event.livemode !== deps.livemode) return 'without_effect';
  // Final at Stripe: what is detached is never attached again.
  if (event.type === 'payment_method.detached' && event.methodId)
    return (await dropDetachedCard(deps, event.methodId)) ? 'done' : 'without_effect';
  const paid = await applyPayment(deps, event);
  if (!event.disputeId) return paid;
  // After the payment: the news of a dispute may be quicker than that of the money.
  return applyDispute(deps, 'stripe', event.disputeId);
}

async function applyPayment(deps: Deps, event: PaymentEvent): Promise<'done' | 'without_effect'> {
  const paymentId = event.paymentId === null ? null : asId<ProviderPaymentId>(event.paymentId);
  const attempt = paymentId && (await getAttemptOfPayment(deps.db, paymentId));
  if (!attempt) return event.chargeId ? applyForeignCharge(deps, event, event.chargeId) : 'without_effect';

  const state = await deps.payments.stripe.retrieve(paymentId);
  if (state.is === 'unknown') throw new Error('the payment could not be looked up');
  // Anything undecided is left to the request that drives the attempt, and to the sweeper after it.
  if (state.is === 'succeeded') await settlePayment(deps, attempt.id, state.charge);
  if (state.is === 'authorised') await settlePayment(deps, attempt.id, state.charge, null, state.captureBefore);
  await followOrder(deps, attempt.id, event, state);
  if (state.is !== 'declined' && state.is !== 'cancelled') return 'done';
  // Whoever drives it hears the same, and knows more: a decline that was ended there looks as if she had cancelled it.
  const claimed = await claimAttempt(deps.db, attempt.id, leaseFrom(deps));
  if (claimed) await applyState(deps, claimed, state);
  return 'done';
}

/** What happens to an order's money after the order: a hold that was taken or let go, a refund that was made or failed. */
async function followOrder(deps: Deps, attemptId: string, event: PaymentEvent, state: PaymentState): Promise<void> {
  const order = await getOrderOfAttempt(deps.db, attemptId);
  if (!order) return;
  if (order.status === 'authorised') await followHold(deps, order.id, state);
  if (tellsOfRefund(event)) await findRefunds(deps, order.chargeId);
}

function tellsOfRefund({ type }: PaymentEvent): boolean {
  return type.startsWith('refund.') || type.startsWith('charge.refund');
}

// A charge without a payment that we know: made by Messenger's dialog or on Stripe's own page. It counts only if it names an attempt of ours.
async function applyForeignCharge(
  deps: Deps,
  event: PaymentEvent,
  chargeId: string,
): Promise<'done' | 'without_effect'> {
  const charge = await deps.payments.stripe.findCharge(asId<ForeignChargeId>(chargeId));
  if (!charge.ok && charge.problem === 'gateway_unavailable') throw new Error('the charge could not be looked up');
  if (!charge.ok || !charge.value.reference || !charge.value.captured) return 'without_effect';
  const attempt = await getAttemptOfReference(deps.db, charge.value.reference);
  // Paid on Stripe's own page: charge and refund name an intent there, and we know the payment by its session.
  if (attempt?.way === 'hosted' && attempt.providerPaymentId && !tellsOfRefund(event))
    return applyPayment(deps, { ...event, paymentId: attempt.providerPaymentId });
  if (attempt?.way !== 'messenger')
    return tellsOfRefund(event) && (await findRefunds(deps, charge.value.id)) ? 'done' : 'without_effect';
  // The page tells name and address in the same second; the sweeper settles what no page claims.
  if (attempt.status === 'open') return 'done';
  await settlePayment(deps, attempt.id, charge.value);
  if (tellsOfRefund(event)) await findRefunds(deps, charge.value.id);
  return 'done';
}

/** Works a row of the inbox. The effect recognises itself, so it may run again before the row is marked. */
export function workStripeEvent(deps: Deps, row: WebhookEventRow): Promise<'done' | 'without_effect'> {
  return applyStripeEvent(deps, paymentEventSchema.parse(row.payload));
}
