import { writeAuditOf } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { listDisputeStatuses } from '@/lib/db/disputes';
import { getOrder, getOrderOfShopper, lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { listRefundsOfOrder, type Refund } from '@/lib/db/refunds';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import { leftToRefund } from '@/lib/domain/orders/refund';
import { mayBeCancelled } from '@/lib/domain/orders/status';
import { blocksRefund } from '@/lib/domain/payments/dispute';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { restock, tell } from './book-refund';
import { type Deps, gatewayOf } from './deps';
import { cancelUncharged, followHold, paymentIdOf } from './follow-hold';
import { driveRefund, writeRefund } from './refund-order';

/**
 * `shopperId`: only her own order; null for the merchant. `onlyCartId`: a handed-off session calls off what that cart became.
 * `seenVersion`: what stood on the merchant's page; she calls off whatever it is by now.
 */
export type CancelOrderInput = {
  orderId: string;
  shopperId: string | null;
  onlyCartId?: CartId | null;
  seenVersion?: number;
  who: string;
};
export type CancelOrderProblem =
  | 'not_found'
  | 'too_late_to_cancel'
  | 'charge_disputed'
  | 'changed_meanwhile'
  | 'gateway_unavailable';

/**
 * Calls off an order of which nothing was sent, once: what was taken goes back, what was only held is let go, the pieces are back
 * on the shelf. Asked again: the same answer. A hold is ended at the provider first.
 * Problems: "not_found"; "too_late_to_cancel" once it was sent or refunded; "charge_disputed" (a bank holds the
 * money or gave it to her); "changed_meanwhile" when a hold was just taken, or the order changed since `seenVersion`;
 * "gateway_unavailable" while nobody knows whether a hold is gone.
 */
export async function cancelOrder(deps: Deps, input: CancelOrderInput): Promise<Result<null, CancelOrderProblem>> {
  const order = await findOrder(deps, input);
  if (!order) return fail('not_found');
  if (order.status === 'cancelled') return succeed(null);
  if (isStale(order, input)) return fail('changed_meanwhile');
  if (order.status === 'authorised') return cancelHold(deps, order, input.who);

  const cancelled = await inTransaction(deps.db, (tx) => cancelPaid(deps, tx, input));
  if (!cancelled.ok) return cancelled;
  if (cancelled.value) await driveRefund(deps, cancelled.value);
  deps.wake('messages');
  return succeed(null);
}

function isStale(order: Order, { seenVersion }: CancelOrderInput): boolean {
  return seenVersion !== undefined && order.version !== seenVersion;
}

function findOrder({ db }: Deps, { orderId, shopperId, onlyCartId }: CancelOrderInput): Promise<Order | null> {
  if (shopperId === null) return getOrder(db, orderId);
  return getOrderOfShopper(db, { orderId, shopperId: asId<ShopperId>(shopperId), onlyCartId: onlyCartId ?? null });
}

async function cancelPaid(
  deps: Deps,
  tx: Database,
  input: CancelOrderInput,
): Promise<Result<Refund | null, CancelOrderProblem>> {
  const { orderId, who } = input;
  const order = await lockOrder(tx, orderId);
  if (!order) return fail('not_found');
  if (order.status === 'cancelled') return succeed(null);
  if (isStale(order, input)) return fail('changed_meanwhile');
  if (!mayBeCancelled(order.status)) return fail('too_late_to_cancel');
  if (order.totalMinor === 0) {
    await cancelUncharged(deps, tx, order, { who, news: 'cancelled' });
    await auditCancel(deps, tx, order, who);
    return succeed(null);
  }
  if ((await listDisputeStatuses(tx, order.id)).some(blocksRefund)) return fail('charge_disputed');
  const plan = leftToRefund(order, await listRefundsOfOrder(tx, order.id));
  if (plan.amountMinor === 0) return fail('too_late_to_cancel');

  const at = deps.now();
  const cancelled = await updateOrder(tx, order.id, { status: 'cancelled', cancelledAt: at });
  const written = {
    order: cancelled,
    plan,
    key: `cancel:${order.id}`,
    reason: 'cancelled' as const,
    restock: true,
    who,
  };
  const refund = await writeRefund(deps, tx, written);
  // They never left: no need to wait for the money.
  await restock(tx, { order, refund, at });
  await tell(deps, tx, order, `cancelled:${order.id}`, { is: 'cancelled' });
  await auditCancel(deps, tx, order, who);
  deps.log('order.cancelled', { order: order.id, who });
  return succeed(refund);
}

async function cancelHold(deps: Deps, order: Order, who: string): Promise<Result<null, CancelOrderProblem>> {
  const state = await gatewayOf(deps, order.provider).cancel(await paymentIdOf(deps, order));
  if (state.is !== 'cancelled') {
    await followHold(deps, order.id, state);
    return fail(state.is === 'succeeded' ? 'changed_meanwhile' : 'gateway_unavailable');
  }
  await inTransaction(deps.db, async (tx) => {
    const present = await lockOrder(tx, order.id);
    if (present?.status !== 'authorised') return;
    await cancelUncharged(deps, tx, present, { who, news: 'released' });
    await auditCancel(deps, tx, present, who);
  });
  deps.wake('messages');
  return succeed(null);
}

async function auditCancel(deps: Deps, tx: Database, { id, status }: Order, who: string): Promise<void> {
  const [before, after] = [{ status }, { status: 'cancelled' }];
  await writeAuditOf(tx, { who, what: 'order.cancelled', about: `order:${id}`, before, after, at: deps.now() });
}
