import type { Database } from '@/lib/db/client';
import { getOrder, getOrderOfCharge, lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { claimDueRefund, insertRefund, listRefundsOfOrder, type Refund, updateRefund } from '@/lib/db/refunds';
import { inTransaction, isDatabaseDown } from '@/lib/db/transaction';
import { nextCheckSeconds } from '@/lib/domain/payments/attempt';
import type { ProviderRefund } from '@/lib/domain/payments/payment';
import { bookRefundState, type RefundState } from './book-refund';
import { type Deps, gatewayOf } from './deps';
import { raiseTask } from './raise-task';
import { driveRefund } from './refund-order';

/**
 * The worker's part in refunds: finishes those without an answer, and looks again at those that may still fail. Answers how many
 * it looked at. One that cannot be checked holds up no other.
 */
export async function checkRefunds(deps: Deps, limit = 20): Promise<number> {
  let looked = 0;
  while (looked < limit) {
    const now = deps.now();
    const lease = { now, until: new Date(now.getTime() + deps.attemptLeaseSeconds * 1000) };
    const refund = await claimDueRefund(deps.db, lease);
    if (!refund) break;
    looked += 1;
    try {
      await checkRefund(deps, refund);
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      deps.log('alarm.refund_not_checked', { refund: refund.id, problem: error instanceof Error ? error.name : '' });
    }
  }
  return looked;
}

async function checkRefund(deps: Deps, refund: Refund): Promise<void> {
  const order = await getOrder(deps.db, refund.orderId);
  if (!order) return;
  const listed = await gatewayOf(deps, order.provider).listRefunds(order.chargeId);
  if (!listed.ok) {
    const nextCheckAt = new Date(deps.now().getTime() + nextCheckSeconds(refund.checks) * 1000);
    await updateRefund(deps.db, refund.id, { nextCheckAt });
    return;
  }
  const found = listed.value.find((candidate) => isSame(refund, candidate));
  if (found) await bookRefundState(deps, refund.id, stateOf(found));
  // The list does not know it, so it never happened, however old its key is.
  else if (refund.status === 'requested' && !refund.providerRefundId) await driveRefund(deps, refund);
}

/**
 * Looks up every refund of a charge at the provider: ours get its word, those that somebody made at the provider's dashboard are
 * found and booked once. Throws when the provider cannot be asked, or an own refund of the order has no answer yet: tried again
 * later. False when the charge paid for no order.
 */
export async function findRefunds(deps: Deps, chargeId: string): Promise<boolean> {
  const order = await getOrderOfCharge(deps.db, chargeId);
  if (!order) return false;
  const listed = await gatewayOf(deps, order.provider).listRefunds(chargeId);
  if (!listed.ok) throw new Error('the refunds could not be looked up');
  // Ours first: what of them came back made room for those that somebody made in their place.
  const strange: ProviderRefund[] = [];
  const known = await listRefundsOfOrder(deps.db, order.id);
  for (const found of listed.value) {
    const ours = known.find((candidate) => isSame(candidate, found));
    if (ours) await bookRefundState(deps, ours.id, stateOf(found));
    else strange.push(found);
  }
  for (const found of strange.reverse()) {
    const refund = await adopt(deps, order, found);
    if (refund) await bookRefundState(deps, refund.id, stateOf(found));
  }
  return true;
}

function isSame(refund: Refund, found: ProviderRefund): boolean {
  return refund.providerRefundId === found.id || refund.id === found.reference;
}

function stateOf({ id, status, failure }: ProviderRefund): RefundState {
  if (status === 'failed') return { is: 'failed', providerRefundId: id, failure: failure ?? 'unknown' };
  return { is: status, providerRefundId: id };
}

/** Writes down a refund that was made without us; one that failed before we saw it moved nothing. */
async function adopt(deps: Deps, order: Order, found: ProviderRefund): Promise<Refund | null> {
  if (found.status === 'failed') return null;
  // Money that we set aside for a refund without an answer may be this very money: that one is settled first.
  for (const waiting of await listRefundsOfOrder(deps.db, order.id)) {
    if (waiting.status !== 'requested' || waiting.providerRefundId) continue;
    if ((await driveRefund(deps, waiting)) === 'requested') throw new Error('an own refund has no answer yet');
  }
  return inTransaction(deps.db, (tx) => writeFound(deps, tx, order.id, found));
}

async function writeFound(deps: Deps, tx: Database, orderId: string, found: ProviderRefund): Promise<Refund | null> {
  const order = await lockOrder(tx, orderId);
  if (!order) return null;
  const already = (await listRefundsOfOrder(tx, orderId)).find((candidate) => isSame(candidate, found));
  if (already) return already;
  const { amountMinor } = found.amount;
  const at = deps.now();
  if (amountMinor > order.capturedMinor - order.refundedMinor - order.refundingMinor) {
    // A hold that was let go may be listed as a refund; of money that was taken no more goes back than came.
    const facts = { chargeId: order.chargeId, orderId, amountMinor };
    if (order.capturedMinor > 0) await raiseTask({ ...deps, db: tx }, 'refund_missing', order.chargeId, facts);
    return null;
  }
  const refund = await insertRefund(tx, {
    id: deps.newId(),
    orderId,
    key: `found:${found.id}`,
    providerRefundId: found.id,
    amountMinor,
    lines: [],
    shippingMinor: 0,
    reason: 'at_provider',
    restock: false,
    status: 'requested',
    who: 'provider',
    createdAt: at,
    nextCheckAt: new Date(at.getTime() + deps.attemptLeaseSeconds * 1000),
  });
  if (refund) await updateOrder(tx, orderId, { refundingMinor: order.refundingMinor + amountMinor });
  return refund;
}
