import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from './client';
import { refunds } from './schema/orders';

export type Refund = typeof refunds.$inferSelect;
export type NewRefund = typeof refunds.$inferInsert;

/** Inserts a refund; null when one of the same key is there already. */
export async function insertRefund(tx: Database, refund: NewRefund): Promise<Refund | null> {
  const [row] = await tx.insert(refunds).values(refund).onConflictDoNothing({ target: refunds.key }).returning();
  return row ?? null;
}

export async function getRefundOfKey(db: Database, key: string): Promise<Refund | null> {
  const [row] = await db.select().from(refunds).where(eq(refunds.key, key));
  return row ?? null;
}

export async function getRefund(db: Database, id: string): Promise<Refund> {
  const [row] = await db.select().from(refunds).where(eq(refunds.id, id));
  if (!row) throw new Error(`there is no refund ${id}`);
  return row;
}

export async function lockRefund(tx: Database, id: string): Promise<Refund> {
  const [row] = await tx.select().from(refunds).where(eq(refunds.id, id)).for('update');
  if (!row) throw new Error(`there is no refund ${id}`);
  return row;
}

export async function listRefundsOfOrder(db: Database, orderId: string): Promise<Refund[]> {
  return listRefundsOfOrders(db, [orderId]);
}

/** The same for several orders. */
export async function listRefundsOfOrders(db: Database, orderIds: readonly string[]): Promise<Refund[]> {
  return db
    .select()
    .from(refunds)
    .where(inArray(refunds.orderId, [...orderIds]))
    .orderBy(desc(refunds.createdAt), desc(refunds.id));
}

export async function updateRefund(
  tx: Database,
  id: string,
  change: Partial<Pick<Refund, 'status' | 'providerRefundId' | 'failure' | 'restockedAt' | 'nextCheckAt'>>,
): Promise<void> {
  await tx.update(refunds).set(change).where(eq(refunds.id, id));
}

/** Takes the refund whose turn has come longest ago, until `until`: nobody else asks about it meanwhile. Null when none is due. */
export async function claimDueRefund(db: Database, { now, until }: { now: Date; until: Date }): Promise<Refund | null> {
  const due = db
    .select({ id: refunds.id })
    .from(refunds)
    .where(lte(refunds.nextCheckAt, now))
    .orderBy(asc(refunds.nextCheckAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(refunds)
    .set({ nextCheckAt: until, checks: sql`${refunds.checks} + 1` })
    .where(and(eq(refunds.id, sql`(${due})`), lte(refunds.nextCheckAt, now)))
    .returning();
  return row ?? null;
}
