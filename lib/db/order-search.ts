import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from './client';
import { orders } from './schema/orders';
import { shoppers } from './schema/shoppers';

/** Orders that cannot be found by name or address yet, oldest first. */
export async function listUnmarkedOrders(db: Database, limit: number) {
  return db
    .select({ id: orders.id, sealedDetails: orders.sealedDetails, firstName: shoppers.firstName })
    .from(orders)
    .innerJoin(shoppers, eq(shoppers.id, orders.shopperId))
    .where(isNull(orders.searchMarks))
    .orderBy(asc(orders.number))
    .limit(limit);
}

/** Keeps the marks of an order, unless its details changed since they were read. No change that a desk would have to see. */
export async function keepSearchMarks(
  db: Database,
  { id, sealedDetails, marks }: { id: string; sealedDetails: string; marks: string[] },
): Promise<void> {
  await db
    .update(orders)
    .set({ searchMarks: marks })
    .where(and(eq(orders.id, id), eq(orders.sealedDetails, sealedDetails)));
}

export async function forgetSearchMarks(tx: Database): Promise<void> {
  await tx.update(orders).set({ searchMarks: null }).where(isNotNull(orders.searchMarks));
}
