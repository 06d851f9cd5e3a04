import { writeAuditOf } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { listDisputeStatuses } from '@/lib/db/disputes';
import { getOrder, lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { getShipmentOfRequest, insertShipment } from '@/lib/db/shipments';
import { inTransaction } from '@/lib/db/transaction';
import { marketIdSchema, marketOf } from '@/lib/domain/market';
import { type Pieces, piecesText, planShipment, without } from '@/lib/domain/orders/shipments';
import { mayFollow } from '@/lib/domain/orders/status';
import { warnsOfSending } from '@/lib/domain/payments/dispute';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { tell } from './book-refund';
import { type CaptureOrderProblem, captureOrder } from './capture-order';
import type { Deps } from './deps';
import { listLeftToSend } from './left-to-send';

export type FulfilOrderInput = {
  orderId: string;
  /** Comes with the form: the same form sent twice is one parcel. */
  requestId: string;
  seenVersion: number;
  /** What is in the parcel; absent for everything that has not left yet. */
  lines?: Pieces[];
  carrier: string;
  tracking: string;
  /** Somebody read that the payment is disputed, and sends all the same. */
  despiteDispute?: boolean;
  who: string;
};
export type FulfilOrderProblem =
  | CaptureOrderProblem
  | 'not_paid'
  | 'order_disputed'
  | 'nothing_to_send'
  | 'pieces_not_left';

/**
 * Sends a parcel with all or a part of an order, and tells her once, with the way to follow it. Held money is taken first, all
 * of it with the first parcel: nothing leaves unpaid, and a hold can be taken once only. The same form twice is one parcel.
 * Problems: "not_found"; "changed_meanwhile"; "nothing_to_send"; "pieces_not_left" (more than is left, or no line of this
 * order); "not_paid" (cancelled, or its money went back); "order_disputed" where a dispute of its payment is open or lost and
 * nobody said "all the same"; those of `captureOrder`.
 */
export async function fulfilOrder(deps: Deps, input: FulfilOrderInput): Promise<Result<null, FulfilOrderProblem>> {
  let order = await getOrder(deps.db, input.orderId);
  if (!order) return fail('not_found');
  const known = await getShipmentOfRequest(deps.db, input.requestId);
  if (known) return known.orderId === order.id ? succeed(null) : fail('changed_meanwhile');
  if (order.version !== input.seenVersion) return fail('changed_meanwhile');
  if (order.status === 'authorised') {
    const plan = planShipment(await listLeftToSend(deps.db, order), input.lines ?? null);
    if (!plan.ok) return plan;
    const taken = await captureOrder(deps, { ...input, amountMinor: order.captureMinor });
    if (!taken.ok) return taken;
    order = taken.value;
  }
  const { version } = order;
  const sent = await inTransaction(deps.db, (tx) => sendParcel(deps, tx, { ...input, seenVersion: version }));
  if (sent.ok) deps.wake('messages');
  return sent;
}

async function sendParcel(
  deps: Deps,
  tx: Database,
  input: FulfilOrderInput,
): Promise<Result<null, FulfilOrderProblem>> {
  const order = await lockOrder(tx, input.orderId);
  if (!order) return fail('not_found');
  const known = await getShipmentOfRequest(tx, input.requestId);
  if (known) return known.orderId === order.id ? succeed(null) : fail('changed_meanwhile');
  if (order.version !== input.seenVersion) return fail('changed_meanwhile');
  const isPaid = order.totalMinor === 0 || order.refundedMinor + order.refundingMinor < order.capturedMinor;
  if (!isPaid || !mayFollow(order.status, 'partly_fulfilled')) return fail('not_paid');
  if (!input.despiteDispute && (await listDisputeStatuses(tx, order.id)).some(warnsOfSending))
    return fail('order_disputed');
  const left = await listLeftToSend(tx, order);
  const plan = planShipment(left, input.lines ?? null);
  if (!plan.ok) return plan;
  return book(deps, tx, { order, input, lines: plan.value, rest: without(left, plan.value) });
}

type Parcel = { order: Order; input: FulfilOrderInput; lines: Pieces[]; rest: Pieces[] };

async function book(deps: Deps, tx: Database, { order, input, lines, rest }: Parcel): Promise<Result<null, never>> {
  const { carrier, tracking, requestId, who } = input;
  const at = deps.now();
  const id = deps.newId();
  await insertShipment(tx, { id, orderId: order.id, requestId, lines, carrier, tracking, who, sentAt: at });
  await updateOrder(tx, order.id, {
    ...(rest.length === 0
      ? { status: 'fulfilled' as const, fulfilledAt: at }
      : { status: 'partly_fulfilled' as const }),
    firstSentAt: order.firstSentAt ?? at,
  });
  await tell(deps, tx, order, `sent:${id}`, { is: 'sent', carrier, tracking, items: itemsOf(order, lines) });
  const after = { carrier, pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0), left: rest.length > 0 };
  await writeAuditOf(tx, { who, what: 'order.fulfilled', about: `order:${order.id}`, after, at });
  deps.log(rest.length === 0 ? 'order.fulfilled' : 'order.partly_fulfilled', { order: order.id, parcel: id, who });
  return succeed(null);
}

/** What is in a parcel in words, in the order's own tongue; null where it is everything that was bought. */
export function itemsOf(order: Pick<Order, 'quote' | 'marketId'>, lines: readonly Pieces[]): string | null {
  if (without(order.quote.lines, lines).length === 0) return null;
  return piecesText(order.quote.lines, lines, marketOf(marketIdSchema.parse(order.marketId)).language);
}
