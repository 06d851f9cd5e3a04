import { claimAttempt, getAttemptOfPayment, getAttemptOfReference } from '@/lib/db/attempts';
import { getOrderOfCharge } from '@/lib/db/orders';
import type { WebhookEventRow } from '@/lib/db/webhook-events';
import { asId, type ForeignChargeId, type ProviderPaymentId } from '@/lib/domain/ids';
import { type Charge, type PaymentEvent, paymentEventSchema } from '@/lib/domain/payments/payment';
import { applyDispute } from './apply-dispute';
import { leaseFrom } from './confirm-checkout';
import { type Deps, gatewayOf } from './deps';
import { applyState } from './drive-attempt';
import { findRefunds } from './find-refunds';
import { settlePayment } from './settle-payment';

/**
 * Works one stored event of PayPal: it only names an order or a capture, whose present state decides. An approval that
 * her browser never reported is captured here. Throws when PayPal cannot be asked, or while somebody else drives the
 * attempt: the event is tried again later. Answers "without_effect" for payments that are not ours.
 */
export async function applyPaypalEvent(deps: Deps, event: PaymentEvent): Promise<'done' | 'without_effect'> {
  const paid = await applyPayment(deps, event);
  if (!event.disputeId) return paid;
  // After the payment: the news of a dispute may be quicker than that of the money.
  return applyDispute(deps, 'paypal', event.disputeId);
}

async function applyPayment(deps: Deps, event: PaymentEvent): Promise<'done' | 'without_effect'> {
  const charge = event.paymentId || !event.chargeId ? null : await lookUp(deps, event.chargeId);
  const paymentId = event.paymentId ?? charge?.paymentId ?? null;
  const attempt = paymentId && (await getAttemptOfPayment(deps.db, asId<ProviderPaymentId>(paymentId)));
  if (!attempt)
    return event.chargeId ? applyForeignCharge(deps, charge ?? (await lookUp(deps, event.chargeId))) : 'without_effect';

  const state = await gatewayOf(deps, 'paypal').retrieve(asId<ProviderPaymentId>(paymentId));
  if (state.is === 'unknown') throw new Error('the payment could not be looked up');
  if (state.is === 'succeeded') {
    const settled = await settlePayment(deps, attempt.id, state.charge);
    if (settled.is === 'paid' && settled.order.refundedMinor !== state.charge.refundedMinor)
      await findRefunds(deps, state.charge.id);
    return 'done';
  }
  // An attempt that is over is never captured: its stock has gone back.
  if (attempt.status === 'ended') return 'done';
  if (state.is !== 'approved' && state.is !== 'declined' && state.is !== 'cancelled') return 'done';
  const claimed = await claimAttempt(deps.db, attempt.id, leaseFrom(deps));
  if (!claimed) throw new Error('somebody else drives the attempt');
  await applyState(deps, claimed, state);
  return 'done';
}

async function lookUp(deps: Deps, chargeId: string): Promise<Charge | null> {
  const charge = await gatewayOf(deps, 'paypal').findCharge(asId<ForeignChargeId>(chargeId));
  if (!charge.ok && charge.problem === 'gateway_unavailable') throw new Error('the capture could not be looked up');
  return charge.ok ? charge.value : null;
}

// Made by Messenger in our account: it counts only if it names a try of ours, or has paid an order already.
async function applyForeignCharge(deps: Deps, charge: Charge | null): Promise<'done' | 'without_effect'> {
  if (!charge) return 'without_effect';
  const order = await getOrderOfCharge(deps.db, charge.id);
  if (order) {
    if (order.refundedMinor !== charge.refundedMinor) await findRefunds(deps, charge.id);
    return 'done';
  }
  const attempt = charge.reference ? await getAttemptOfReference(deps.db, charge.reference) : null;
  if (attempt?.way !== 'messenger' || !charge.captured) return 'without_effect';
  // The page or Messenger's own event tells name and address in the same second; the sweeper settles what nobody claims.
  if (attempt.status === 'open') return 'done';
  await settlePayment(deps, attempt.id, charge);
  return 'done';
}

/** Works a row of the inbox. The effect recognises itself, so it may run again before the row is marked. */
export function workPaypalEvent(deps: Deps, row: WebhookEventRow): Promise<'done' | 'without_effect'> {
  return applyPaypalEvent(deps, paymentEventSchema.parse(row.payload));
}
