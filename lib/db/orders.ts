import { and, desc, eq, sql } from 'drizzle-orm';
import { asId, type CartId, type OrderId, type ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { bookMoney } from './ledger';
import { counters, orders, paymentAttempts } from './schema/orders';

export type Order = typeof orders.$inferSelect;
export type NewOrder = typeof orders.$inferInsert;

/**
 * Inserts an order under the next number and books its money. Numbers have no gaps: the counter is part of the same
 * transaction. Everybody waits for the counter until this one commits, so it is called last.
 */
export async function insertOrder(tx: Database, order: Omit<NewOrder, 'number'>): Promise<Order> {
  const next = tx.$with('next').as(
    tx
      .insert(counters)
      .values({ name: 'order', value: 1001 })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
      .returning({ value: counters.value }),
  );
  const [[row]] = await Promise.all([
    // Sent at once: rows that point at the order may be on their way right behind it.
    tx
      .with(next)
      .insert(orders)
      .values({ ...order, number: sql`(select value from ${next})` })
      .returning()
      .execute(),
    // The charge came in, the order owes goods for it.
    bookMoney(tx, {
      key: `order:${order.id}`,
      order,
      entries: [
        { account: 'charge', amountMinor: order.totalMinor },
        { account: 'order', amountMinor: -order.totalMinor },
      ],
      who: 'shop',
      why: 'order',
      at: order.placedAt,
    }),
  ]);
  if (!row) throw new Error('an inserted order was not returned');
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

/** Whether a charge already paid for an order. */
export async function getOrderOfCharge(
  db: Database,
  chargeId: string,
): Promise<{ id: OrderId; attemptId: string } | null> {
  const [row] = await db
    .select({ id: orders.id, attemptId: orders.attemptId })
    .from(orders)
    .where(eq(orders.chargeId, chargeId));
  return row ? { ...row, id: asId<OrderId>(row.id) } : null;
}

/** Gives an order that waited for its address what was missing; false when it did not wait (any more). */
export async function completeOrderDetails(db: Database, orderId: string, sealedDetails: string): Promise<boolean> {
  const rows = await db
    .update(orders)
    .set({ sealedDetails, status: 'paid', version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, orderId), eq(orders.status, 'paid_needs_decision')))
    .returning({ id: orders.id });
  return rows.length > 0;
}
