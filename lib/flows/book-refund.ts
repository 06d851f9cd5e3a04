import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { bookMoney } from '@/lib/db/ledger';
import { lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { queueOrderNews } from '@/lib/db/queue-order-news';
import { getRefund, listRefundsOfOrder, lockRefund, type Refund, updateRefund } from '@/lib/db/refunds';
import { restockSold } from '@/lib/db/stock';
import { inTransaction } from '@/lib/db/transaction';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { type OrderNews, orderNewsMessage } from '@/lib/domain/orders/news';
import type { RefundLine, RefundStatus } from '@/lib/domain/orders/refund';
import { statusByMoney } from '@/lib/domain/orders/status';
import type { Deps } from './deps';
import { issueCreditNote } from './issue-papers';
import { listLeftToSend } from './left-to-send';
import { mailOrderNews } from './mail-order-news';
import { raiseTask } from './raise-task';
import { orderDetailsPlace } from './settle-payment';

/** How a refund stands at the provider. "refused": it moved nothing and never will. */
export type RefundState =
  | { is: 'pending' | 'succeeded'; providerRefundId: string }
  | { is: 'failed'; providerRefundId: string; failure: string }
  | { is: 'refused'; failure: string };

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** So long a card's bank may send a refund back: reference payments §1.6. */
const MAY_FAIL_MS = 35 * DAY_MS;

/**
 * What the provider said of a refund becomes what the house knows, in one transaction: ledger, status of the order, stock, the
 * word in the thread. Taken on, it is booked once; failed later, the booking is reversed once and the merchant has a task.
 * A late answer never walks backwards. Answers how the refund stands then.
 */
export async function bookRefundState(deps: Deps, refundId: string, state: RefundState): Promise<RefundStatus> {
  const status = await inTransaction(deps.db, async (tx) => {
    // The order before its refund, as everybody locks them.
    const { orderId } = await getRefund(tx, refundId);
    const order = await lockOrder(tx, orderId);
    if (!order) throw new Error(`refund ${refundId} belongs to no order`);
    return bookIn(deps, tx, { order, refund: await lockRefund(tx, refundId), state });
  });
  deps.log(`refund.${status}`, { refund: refundId });
  deps.wake('messages');
  return status;
}

type Booking = { order: Order; refund: Refund; state: RefundState };

async function bookIn(deps: Deps, tx: Database, { order, refund, state }: Booking): Promise<RefundStatus> {
  if (refund.status === 'failed' || refund.status === 'refused') return refund.status;
  if (state.is === 'refused' || (state.is === 'failed' && refund.status === 'requested')) {
    if (refund.status !== 'requested') return refund.status;
    return refuse(deps, tx, { order, refund, failure: state.failure });
  }
  if (state.is === 'failed') return sendBack(deps, tx, { order, refund, failure: state.failure });
  if (refund.status === 'requested') await takeOn(deps, tx, { order, refund });
  const status = refund.status === 'succeeded' ? 'succeeded' : state.is;
  if (status === 'succeeded' && refund.status !== 'succeeded') {
    const refundedMinor = order.refundedMinor + (refund.status === 'requested' ? refund.amountMinor : 0);
    await issueCreditNote(deps, tx, { order: { ...order, refundedMinor }, refund });
  }
  await updateRefund(tx, refund.id, {
    status,
    providerRefundId: state.providerRefundId,
    nextCheckAt: nextLook(deps, refund, status),
  });
  return status;
}

function nextLook(deps: Deps, refund: Refund, status: RefundStatus): Date | null {
  const now = deps.now().getTime();
  if (status === 'pending') return new Date(now + HOUR_MS);
  return now - refund.createdAt.getTime() < MAY_FAIL_MS ? new Date(now + DAY_MS) : null;
}

async function takeOn(deps: Deps, tx: Database, { order, refund }: Omit<Booking, 'state'>): Promise<void> {
  const at = deps.now();
  const { amountMinor } = refund;
  const cause = { who: refund.who, why: `refund:${refund.reason}`, at };
  await bookMoney(tx, { key: `refund:${refund.id}`, order, entries: entriesOf(-amountMinor), ...cause });
  const refundedMinor = order.refundedMinor + amountMinor;
  const refundingMinor = order.refundingMinor - amountMinor;
  const status = statusByMoney({ ...order, refundedMinor }, placeOf(deps, order));
  await updateOrder(tx, order.id, { refundedMinor, refundingMinor, status });
  if (status === 'partly_fulfilled' && (await listLeftToSend(tx, order)).length === 0)
    await updateOrder(tx, order.id, { status: 'fulfilled', fulfilledAt: at });
  if (refund.restock && !refund.restockedAt) await restock(tx, { order, refund, at });
  await tell(deps, tx, order, `refund:${refund.id}`, { is: 'refunded', amountMinor });
}

/** Puts the pieces of a refund back on the shelf, each once, in the caller's transaction, which marks it. */
export async function restock(
  tx: Database,
  { order, refund, at }: { order: Order; refund: Refund; at: Date },
): Promise<void> {
  const earlier = (await listRefundsOfOrder(tx, order.id)).filter(({ restockedAt }) => restockedAt !== null);
  const turned = await restockSold(tx, {
    attemptId: order.attemptId,
    refundId: refund.id,
    lines: notOnShelf(order, refund.lines, earlier),
    at,
  });
  await updateRefund(tx, refund.id, { restockedAt: at });
  if (turned.length > 0) await announceCatalogueChange(tx, turned);
}

// A refund that was refused or came back gave its pieces back all the same: made again, it brings the others only.
function notOnShelf({ quote }: Order, lines: RefundLine[], earlier: Refund[]): RefundLine[] {
  const returned = earlier.flatMap((refund) => refund.lines);
  return lines
    .map(({ variantId, quantity }) => {
      const bought = piecesOf(quote.lines, variantId);
      return { variantId, quantity: Math.min(quantity, bought - piecesOf(returned, variantId)) };
    })
    .filter(({ quantity }) => quantity > 0);
}

function piecesOf(lines: readonly RefundLine[], variantId: string): number {
  return lines.reduce((pieces, line) => pieces + (line.variantId === variantId ? line.quantity : 0), 0);
}

type Fault = { order: Order; refund: Refund; failure: string };

async function refuse(deps: Deps, tx: Database, { order, refund, failure }: Fault): Promise<RefundStatus> {
  await updateRefund(tx, refund.id, { status: 'refused', failure, nextCheckAt: null });
  await updateOrder(tx, order.id, { refundingMinor: order.refundingMinor - refund.amountMinor });
  await raise(deps, tx, 'refund_refused', { order, refund, failure });
  return 'refused';
}

async function sendBack(deps: Deps, tx: Database, { order, refund, failure }: Fault): Promise<RefundStatus> {
  const { amountMinor } = refund;
  const cause = { who: 'provider', why: 'refund_failed', at: deps.now() };
  await bookMoney(tx, { key: `refund:${refund.id}:failed`, order, entries: entriesOf(amountMinor), ...cause });
  const refundedMinor = order.refundedMinor - amountMinor;
  const status = statusByMoney({ ...order, refundedMinor }, placeOf(deps, order));
  await updateOrder(tx, order.id, { refundedMinor, status });
  await updateRefund(tx, refund.id, { status: 'failed', failure, nextCheckAt: null });
  await raise(deps, tx, 'refund_failed', { order, refund, failure });
  await tell(deps, tx, order, `refund_failed:${refund.id}`, { is: 'refund_failed', amountMinor });
  return 'failed';
}

function placeOf({ sealer }: Deps, { id, sealedDetails }: Order): { hasAddress: boolean } {
  const details = orderDetailsSchema.parse(JSON.parse(sealer.open(orderDetailsPlace(id), sealedDetails)));
  return { hasAddress: details.address !== null };
}

function entriesOf(chargeMinor: number) {
  return [
    { account: 'charge' as const, amountMinor: chargeMinor },
    { account: 'refund' as const, amountMinor: -chargeMinor },
  ];
}

async function raise(deps: Deps, tx: Database, kind: 'refund_refused' | 'refund_failed', fault: Fault): Promise<void> {
  const { order, refund, failure } = fault;
  const facts = { orderId: order.id, refundId: refund.id, amountMinor: refund.amountMinor, reason: failure };
  await raiseTask({ ...deps, db: tx }, kind, refund.id, facts);
}

/** Queues the word about an order, once per cause: in the thread, or as a mail for a guest, who has none. */
export async function tell(deps: Deps, tx: Database, order: Order, cause: string, news: OrderNews): Promise<void> {
  const message = orderNewsMessage(order, news);
  if (await queueOrderNews(tx, { id: deps.newId(), order, cause, message, at: deps.now() })) return;
  await mailOrderNews(deps, tx, { order, cause, ...message });
}
