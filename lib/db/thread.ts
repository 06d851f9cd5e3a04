import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import { inOrderOfTime, type ThreadItem } from '@/lib/domain/messaging/thread';
import type { Database } from './client';
import { threadEntries } from './schema/conversations';
import { merchants } from './schema/merchants';
import { outgoingMessages } from './schema/messages';
import { orders, refunds } from './schema/orders';

export type ThreadPage = { items: ThreadItem[]; olderBefore: Date | null };

/**
 * The newest `limit` lines of a thread before a moment, oldest first: her words, the bot's, the staff's, and what became of
 * her orders meanwhile. `olderBefore` is where the page before begins.
 */
export async function listThread(
  db: Database,
  { shopperId, before, limit }: { shopperId: ShopperId; before?: Date | undefined; limit: number },
): Promise<ThreadPage> {
  const [entries, messages, ofOrders] = await Promise.all([
    listEntries(db, shopperId, before, limit + 1),
    listMessages(db, shopperId, before, limit + 1),
    listOrderEvents(db, shopperId),
  ]);
  const spoken = inOrderOfTime([...entries, ...messages]);
  // What was said at one moment stays together: of a list that goes on, the oldest moment is left to the page before.
  const cuts = [entries, messages].flatMap((list) => (list.length > limit ? list.slice(0, 1) : []));
  const ends = [...cuts, ...spoken.slice(0, -limit).slice(-1)].map(({ at }) => at.getTime());
  const boundary = ends.length > 0 ? Math.max(...ends) : null;
  const shown = spoken.filter(({ at }) => boundary === null || at.getTime() > boundary);
  const happened = ofOrders.filter(
    ({ at }) => (boundary === null || at.getTime() > boundary) && (!before || at.getTime() < before.getTime()),
  );
  return {
    items: inOrderOfTime([...shown, ...happened]),
    olderBefore: boundary === null ? null : (shown[0]?.at ?? null),
  };
}

async function listEntries(db: Database, shopperId: ShopperId, before: Date | undefined, limit: number) {
  const rows = await db
    .select({ entry: threadEntries, merchantName: merchants.name })
    .from(threadEntries)
    .leftJoin(merchants, eq(merchants.id, threadEntries.merchantId))
    .where(and(eq(threadEntries.shopperId, shopperId), before && lt(threadEntries.at, before)))
    .orderBy(desc(threadEntries.at), desc(threadEntries.id))
    .limit(limit);
  return rows.reverse().map(
    ({ entry: { id, at, kind, text, detail }, merchantName }): ThreadItem => ({
      is: 'entry',
      id: `e${id}`,
      at,
      kind,
      text,
      detail,
      merchantName,
    }),
  );
}

async function listMessages(db: Database, shopperId: ShopperId, before: Date | undefined, limit: number) {
  const rows = await db
    .select({ row: outgoingMessages, merchantName: merchants.name })
    .from(outgoingMessages)
    .leftJoin(merchants, eq(merchants.id, outgoingMessages.merchantId))
    .where(and(eq(outgoingMessages.shopperId, shopperId), before && lt(outgoingMessages.createdAt, before)))
    .orderBy(desc(outgoingMessages.createdAt), desc(outgoingMessages.position))
    .limit(limit);
  return rows.reverse().map(
    ({ row: { id, createdAt, purpose, message, status, failure }, merchantName }): ThreadItem => ({
      is: 'message',
      id: `m${id}`,
      at: createdAt,
      purpose,
      message,
      status,
      failure,
      merchantName,
    }),
  );
}

const ORDERS_AT_MOST = 50;

async function listOrderEvents(db: Database, shopperId: ShopperId): Promise<ThreadItem[]> {
  const hers = await db
    .select()
    .from(orders)
    .where(eq(orders.shopperId, shopperId))
    .orderBy(desc(orders.placedAt))
    .limit(ORDERS_AT_MOST);
  if (hers.length === 0) return [];
  const given = await db
    .select()
    .from(refunds)
    .where(
      and(
        inArray(
          refunds.orderId,
          hers.map(({ id }) => id),
        ),
        eq(refunds.status, 'succeeded'),
      ),
    );
  return hers.flatMap((order) => {
    const { id: orderId, number, status, currency } = order;
    const moment = (
      happened: 'placed' | 'sent' | 'cancelled' | 'refunded',
      at: Date | null,
      amountMinor: number,
      key = '',
    ) =>
      at
        ? [
            {
              is: 'order' as const,
              id: `o${orderId}-${happened}${key}`,
              at,
              orderId,
              number,
              happened,
              status,
              amountMinor,
              currency,
            },
          ]
        : [];
    return [
      ...moment('placed', order.placedAt, order.totalMinor),
      ...moment('sent', order.firstSentAt, order.totalMinor),
      ...moment('cancelled', order.cancelledAt, order.totalMinor),
      ...given
        .filter((refund) => refund.orderId === orderId)
        .flatMap((refund) => moment('refunded', refund.createdAt, refund.amountMinor, refund.id)),
    ];
  });
}
