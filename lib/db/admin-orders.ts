import { and, arrayContains, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { OrderStatus } from '@/lib/domain/orders/status';
import type { Database } from './client';
import { outgoingMessages, webhookEvents } from './schema/messages';
import { merchantTasks, orders, paymentAttempts } from './schema/orders';
import { shoppers } from './schema/shoppers';

/** `open`: all that somebody has to do something with. */
export type OrderListStatus = OrderStatus | 'open';
export type OrderListWish = {
  status?: OrderListStatus | undefined;
  /** Whether it was bought from a thread, or by a guest. */
  from?: 'thread' | 'guest' | undefined;
  number?: number | undefined;
  /** What it must bear in its search marks. */
  marks?: readonly string[] | undefined;
  before?: number | undefined;
  limit: number;
};

// Written out, so that the index of just these rows serves.
const IS_OPEN = sql`${orders.status} in ('authorised', 'paid', 'paid_needs_decision', 'partly_fulfilled')`;

/** Orders of every shopper, newest first, below the number `before`. Nothing is counted: a page costs the same at any size. */
export async function listOrders(db: Database, wish: OrderListWish) {
  const { status, from, number, marks = [], before } = wish;
  return db
    .select({
      id: orders.id,
      number: orders.number,
      status: orders.status,
      version: orders.version,
      currency: orders.currency,
      totalMinor: orders.totalMinor,
      paymentMethod: orders.paymentMethod,
      placedAt: orders.placedAt,
      pieces: sql<number>`(select coalesce(sum((line ->> 'quantity')::int), 0)::int
        from jsonb_array_elements(${orders.quote} -> 'lines') line)`,
      firstName: shoppers.firstName,
      inThread: sql<boolean>`${shoppers.psid} is not null`,
    })
    .from(orders)
    .innerJoin(shoppers, eq(shoppers.id, orders.shopperId))
    .where(
      and(
        status === undefined ? undefined : status === 'open' ? IS_OPEN : eq(orders.status, status),
        from === undefined ? undefined : from === 'thread' ? isNotNull(shoppers.psid) : isNull(shoppers.psid),
        number === undefined ? undefined : eq(orders.number, number),
        marks.length === 0 ? undefined : arrayContains(orders.searchMarks, [...marks]),
        before === undefined ? undefined : lt(orders.number, before),
      ),
    )
    .orderBy(desc(orders.number))
    .limit(wish.limit);
}

/** An order with who placed it and how it was paid, or null. */
export async function getOrderForMerchant(db: Database, orderId: string) {
  const [row] = await db
    .select({
      order: orders,
      firstName: shoppers.firstName,
      psid: shoppers.psid,
      erasedAt: shoppers.erasedAt,
      way: paymentAttempts.way,
    })
    .from(orders)
    .innerJoin(shoppers, eq(shoppers.id, orders.shopperId))
    .innerJoin(paymentAttempts, eq(paymentAttempts.id, orders.attemptId))
    .where(eq(orders.id, orderId));
  return row ?? null;
}

/** Messages into the thread that concern an order, oldest first. */
export async function listMessagesOfOrder(db: Database, orderId: string) {
  return db
    .select({
      id: outgoingMessages.id,
      purpose: outgoingMessages.purpose,
      status: outgoingMessages.status,
      failure: outgoingMessages.failure,
      how: outgoingMessages.how,
      tries: outgoingMessages.tries,
      createdAt: outgoingMessages.createdAt,
      sentAt: outgoingMessages.sentAt,
    })
    .from(outgoingMessages)
    .where(eq(outgoingMessages.orderId, orderId))
    .orderBy(asc(outgoingMessages.position));
}

/** What sold since a moment, by currency. Money that went back does not count. */
export async function listRevenue(db: Database, since: Date) {
  return db
    .select({
      currency: orders.currency,
      totalMinor: sql<number>`sum(${orders.totalMinor} - ${orders.refundedMinor})::float8`,
      count: sql<number>`count(*)::int`,
    })
    .from(orders)
    .where(
      and(
        sql`${orders.placedAt} >= ${since}`,
        sql`${orders.status} in ('authorised', 'paid', 'paid_needs_decision', 'partly_fulfilled', 'fulfilled')`,
      ),
    )
    .groupBy(orders.currency)
    .orderBy(asc(orders.currency));
}

/** The moment at which the day of `now` began where the shop is. */
export async function getStartOfDay(db: Database, now: Date, timeZone: string): Promise<Date> {
  const { rows } = await db.execute<{ start: Date | string }>(
    sql`select date_trunc('day', ${now.toISOString()}::timestamptz at time zone ${timeZone}) at time zone ${timeZone} as start`,
  );
  return new Date(rows[0]?.start ?? now);
}

export async function countOrdersToFulfil(db: Database): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(orders).where(IS_OPEN);
  return row?.count ?? 0;
}

/** Money and machines that wait for a person's decision, oldest first. */
export async function listOpenTasks(db: Database, limit = 20) {
  return db
    .select({
      id: merchantTasks.id,
      kind: merchantTasks.kind,
      facts: merchantTasks.facts,
      createdAt: merchantTasks.createdAt,
    })
    .from(merchantTasks)
    .where(isNull(merchantTasks.doneAt))
    .orderBy(asc(merchantTasks.createdAt))
    .limit(limit);
}

/** Messages that were given up since a moment, newest first, with Meta's reason. */
export async function listFailedMessages(db: Database, since: Date, limit = 20) {
  return db
    .select({
      id: outgoingMessages.id,
      purpose: outgoingMessages.purpose,
      failure: outgoingMessages.failure,
      createdAt: outgoingMessages.createdAt,
      orderId: sql<string | null>`${outgoingMessages.message} ->> 'orderId'`,
    })
    .from(outgoingMessages)
    .where(and(eq(outgoingMessages.status, 'failed'), sql`${outgoingMessages.createdAt} >= ${since}`))
    .orderBy(desc(outgoingMessages.createdAt))
    .limit(limit);
}

/** Events that failed each time and were put aside. */
export async function countEventsSetAside(db: Database): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(webhookEvents)
    .where(eq(webhookEvents.status, 'set_aside'));
  return row?.count ?? 0;
}
