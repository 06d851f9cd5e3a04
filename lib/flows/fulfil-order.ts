import { listDisputeStatuses } from '@/lib/db/disputes';
import { getOrder, lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { inTransaction } from '@/lib/db/transaction';
import { mayFollow } from '@/lib/domain/orders/status';
import { warnsOfSending } from '@/lib/domain/payments/dispute';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { tell } from './book-refund';
import { type CaptureOrderProblem, captureOrder } from './capture-order';
import type { Deps } from './deps';

export type FulfilOrderInput = {
  orderId: string;
  seenVersion: number;
  carrier: string;
  tracking: string;
  /** Somebody read that the payment is disputed, and sends all the same. */
  despiteDispute?: boolean;
  who: string;
};
export type FulfilOrderProblem = CaptureOrderProblem | 'not_paid' | 'order_disputed';

/**
 * Marks an order as sent, with carrier and parcel number where there are any, and tells her in the thread. Held money is taken
 * first: nothing leaves unpaid. The same form twice is one sending.
 * Problems: "not_found"; "changed_meanwhile"; "not_paid" (cancelled, or its money went back); "order_disputed" where a dispute
 * of its payment is open or lost and nobody said "all the same"; those of `captureOrder`.
 */
export async function fulfilOrder(deps: Deps, input: FulfilOrderInput): Promise<Result<null, FulfilOrderProblem>> {
  let order = await getOrder(deps.db, input.orderId);
  if (!order) return fail('not_found');
  if (isSameSending(order, input)) return succeed(null);
  if (order.version !== input.seenVersion) return fail('changed_meanwhile');
  if (order.status === 'authorised') {
    const taken = await captureOrder(deps, { ...input, amountMinor: order.captureMinor });
    if (!taken.ok) return taken;
    order = taken.value;
  }
  return markSent(deps, input, order.version);
}

async function markSent(
  deps: Deps,
  input: FulfilOrderInput,
  version: number,
): Promise<Result<null, FulfilOrderProblem>> {
  const { carrier, tracking } = input;
  const marked = await inTransaction(deps.db, async (tx): Promise<Result<null, FulfilOrderProblem>> => {
    const order = await lockOrder(tx, input.orderId);
    if (!order) return fail('not_found');
    if (isSameSending(order, input)) return succeed(null);
    if (order.version !== version) return fail('changed_meanwhile');
    const isPaid = order.totalMinor === 0 || order.refundedMinor + order.refundingMinor < order.capturedMinor;
    if (!isPaid || !mayFollow(order.status, 'fulfilled')) return fail('not_paid');
    if (!input.despiteDispute && (await listDisputeStatuses(tx, order.id)).some(warnsOfSending))
      return fail('order_disputed');
    await updateOrder(tx, order.id, { status: 'fulfilled', fulfilledAt: deps.now(), carrier, tracking });
    await tell(deps, tx, order, `sent:${order.id}`, { is: 'sent', carrier, tracking });
    deps.log('order.fulfilled', { order: order.id, who: input.who });
    return succeed(null);
  });
  if (marked.ok) deps.wake('messages');
  return marked;
}

function isSameSending(order: Order, { carrier, tracking }: FulfilOrderInput): boolean {
  return order.fulfilledAt !== null && order.carrier === carrier && order.tracking === tracking;
}
