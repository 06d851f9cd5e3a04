import { getOrder, lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { inTransaction } from '@/lib/db/transaction';
import { captureKey } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { type Deps, gatewayOf } from './deps';
import { amountOf, followHold, paymentIdOf } from './follow-hold';

export type CaptureOrderInput = {
  orderId: string;
  seenVersion: number;
  /** Null for all of it; of a part, the rest is released. */
  amountMinor: number | null;
};
export type CaptureOrderProblem =
  | 'not_found'
  | 'not_held'
  | 'capture_too_high'
  | 'changed_meanwhile'
  | 'gateway_unavailable';

/**
 * Takes the held money of an order, once. What shall be taken is written down before the provider is asked; without an answer
 * the worker goes on with the same key and amount. Asked again for the same: the same answer.
 * Problems: "not_found"; "not_held" (no money is held, or the hold is over); "capture_too_high"; "changed_meanwhile" when the
 * order changed since `seenVersion`, or another amount is being taken; "gateway_unavailable" while nothing is known.
 */
export async function captureOrder(deps: Deps, input: CaptureOrderInput): Promise<Result<Order, CaptureOrderProblem>> {
  const asked = await inTransaction(deps.db, async (tx): Promise<Result<Order, CaptureOrderProblem>> => {
    const order = await lockOrder(tx, input.orderId);
    if (!order) return fail('not_found');
    const amountMinor = input.amountMinor ?? order.totalMinor;
    if (order.captureMinor === amountMinor) return succeed(order);
    if (order.captureMinor !== null || order.version !== input.seenVersion) return fail('changed_meanwhile');
    if (order.status !== 'authorised') return fail('not_held');
    if (amountMinor > order.totalMinor || amountMinor < 1)
      return fail('capture_too_high', { fields: { amount: 'too_high' } });
    const nextCheckAt = new Date(deps.now().getTime() + deps.attemptLeaseSeconds * 1000);
    return succeed(await updateOrder(tx, order.id, { captureMinor: amountMinor, nextCheckAt }));
  });
  if (!asked.ok || asked.value.capturedMinor > 0) return asked;
  return askProvider(deps, asked.value);
}

async function askProvider(deps: Deps, order: Order): Promise<Result<Order, CaptureOrderProblem>> {
  const id = await paymentIdOf(deps, order);
  const gateway = gatewayOf(deps, order.provider);
  const amount = amountOf(order, order.captureMinor ?? order.totalMinor);
  const outcome = await gateway.capture(id, amount, captureKey(order.id));
  // "declined" only says that there is nothing to take: whether it lapsed or was taken elsewhere, its state says.
  await followHold(deps, order.id, outcome.is === 'declined' ? await gateway.retrieve(id) : outcome);
  const present = await getOrder(deps.db, order.id);
  if (present && present.capturedMinor > 0) return succeed(present);
  return fail(present?.status === 'authorised' ? 'gateway_unavailable' : 'not_held');
}
