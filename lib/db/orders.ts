import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { CartId, ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { bookMoney } from './ledger';
import { counters, orders, paymentAttempts } from './schema/orders';
import { together } from './transaction';

export type Order = typeof orders.$inferSelect;
export type NewOrder = typeof orders.$inferInsert;

/**
 * Inserts an order under the next number and books its money. Numbers have no gaps: the counter is part of the same
 * transaction. Everybody waits for the counter until this one commits, so it is called last.
 */
export async function insertOrder(
  tx: Database,
  order: Omit<NewOrder, 'number'> & { capturedMinor: number },
): Promise<Order> {
  const next = tx.$with('next').as(
    tx
      .insert(counters)
      .values({ name: 'order', value: 1001 })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
      .returning({ value: counters.value }),
  );
  const [[row]] = await together([
    // Sent at once: rows that point at the order may be on their way right behind it.
    tx
      .with(next)
      .insert(orders)
      .values({ ...order, number: sql`(select value from ${next})` })
      .returning()
      .execute(),
    // Of money that is only held nothing is booked yet.
    order.status === 'authorised' ? null : bookCapture(tx, order, { who: 'shop', why: 'order', at: order.placedAt }),
  ]);
  if (!row) throw new Error('an inserted order was not returned');
  return row;
}

/** Books the money that was taken for an order, once: the charge came in, the order owes goods for it. */
export async function bookCapture(
  tx: Database,
  order: { id: string; attemptId: string; currency: string; capturedMinor: number },
  cause: { who: string; why: 'order' | 'capture'; at: Date },
): Promise<void> {
  const entries = [
    { account: 'charge' as const, amountMinor: order.capturedMinor },
    { account: 'order' as const, amountMinor: -order.capturedMinor },
  ];
  await bookMoney(tx, { key: `order:${order.id}`, order, entries, ...cause });
}

/** Locks an order until the transaction ends; null when there is none. */
export async function lockOrder(tx: Database, orderId: string): Promise<Order | null> {
  const [row] = await tx.select().from(orders).where(eq(orders.id, orderId)).for('update');
  return row ?? null;
}

/** Takes the held order whose turn has come longest ago, until `until`: nobody else asks about it meanwhile. */
export async function claimDueHold(db: Database, { now, until }: { now: Date; until: Date }): Promise<Order | null> {
  const due = db
    .select({ id: orders.id })
    .from(orders)
    .where(lte(orders.nextCheckAt, now))
    .orderBy(asc(orders.nextCheckAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(orders)
    .set({ nextCheckAt: until })
    .where(and(eq(orders.id, sql`(${due})`), lte(orders.nextCheckAt, now)))
    .returning();
  return row ?? null;
}

type OrderChange = Partial<
  Pick<
    Order,
    | 'status'
    | 'capturedMinor'
    | 'captureMinor'
    | 'captureBefore'
    | 'nextCheckAt'
    | 'refundedMinor'
    | 'refundingMinor'
    | 'firstSentAt'
    | 'fulfilledAt'
    | 'cancelledAt'
    | 'sealedDetails'
    | 'searchMarks'
  >
>;

/** Changes a locked order and raises its version. */
export async function updateOrder(tx: Database, orderId: string, change: OrderChange): Promise<Order> {
  const [row] = await tx
    .update(orders)
    .set({ ...change, version: sql`${orders.version} + 1` })
    .where(eq(orders.id, orderId))
    .returning();
  if (!row) throw new Error(`there is no order ${orderId}`);
  return row;
}

export async function getOrderOfAttempt(db: Database, attemptId: string): Promise<Order | null> {
  const [row] = await db.select().from(orders).where(eq(orders.attemptId, attemptId));
  return row ?? null;
}

/**
 * One of her own orders; somebody else's is as absent as one that never was. With `onlyCartId` it must be what that cart
 * became.
 */
export async function getOrderOfShopper(
  db: Database,
  key: { orderId: string; shopperId: ShopperId; onlyCartId?: CartId | null },
): Promise<Order | null> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.id, key.orderId), eq(orders.shopperId, key.shopperId), ofCart(key.onlyCartId)));
  return row ?? null;
}

/** One of her own orders by its number; somebody else's is as absent as one that never was. */
export async function getOrderOfShopperByNumber(
  db: Database,
  key: { number: number; shopperId: ShopperId },
): Promise<Order | null> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.number, key.number), eq(orders.shopperId, key.shopperId)));
  return row ?? null;
}

/** Her orders, newest first. */
export async function listOrdersOfShopper(db: Database, shopperId: ShopperId, limit = 50): Promise<Order[]> {
  return db.select().from(orders).where(eq(orders.shopperId, shopperId)).orderBy(desc(orders.placedAt)).limit(limit);
}

/** What one cart became: one order, or none yet. */
export async function listOrdersOfCart(db: Database, cartId: CartId): Promise<Order[]> {
  return db.select().from(orders).where(ofCart(cartId));
}

function ofCart(cartId: CartId | null | undefined) {
  return cartId
    ? sql`${orders.attemptId} in (select id from ${paymentAttempts} where ${paymentAttempts.cartId} = ${cartId})`
    : undefined;
}

export async function getOrder(db: Database, orderId: string): Promise<Order | null> {
  const [row] = await db.select().from(orders).where(eq(orders.id, orderId));
  return row ?? null;
}

export async function getOrderOfNumber(db: Database, number: number): Promise<Order | null> {
  const [row] = await db.select().from(orders).where(eq(orders.number, number));
  return row ?? null;
}

/** The order that a charge paid for, or null. */
export async function getOrderOfCharge(db: Database, chargeId: string): Promise<Order | null> {
  const [row] = await db.select().from(orders).where(eq(orders.chargeId, chargeId));
  return row ?? null;
}

/** Gives an order that waited for its address what was missing; false when it did not wait (any more). */
export async function completeOrderDetails(db: Database, orderId: string, sealedDetails: string): Promise<boolean> {
  const rows = await db
    .update(orders)
    .set({ sealedDetails, searchMarks: null, status: 'paid', version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, orderId), eq(orders.status, 'paid_needs_decision')))
    .returning({ id: orders.id });
  return rows.length > 0;
}
