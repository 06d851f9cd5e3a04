import { asc, inArray, sql } from 'drizzle-orm';
import type { Database } from './client';
import type { Order } from './orders';
import { variants } from './schema/catalogue';
import { orders } from './schema/orders';

/** Paid or held orders of which something is to be sent, oldest first. */
export async function listOrdersToSend(db: Database, limit: number): Promise<Order[]> {
  return db
    .select()
    .from(orders)
    .where(sql`${orders.status} in ('authorised', 'paid', 'paid_needs_decision', 'partly_fulfilled')`)
    .orderBy(asc(orders.number))
    .limit(limit);
}

/** What a piece of each variant weighs, in grams; one that is gone weighs nothing. */
export async function readWeights(db: Database, variantIds: readonly string[]): Promise<Map<string, number>> {
  if (variantIds.length === 0) return new Map();
  const rows = await db
    .select({ id: variants.id, weightGrams: variants.weightGrams })
    .from(variants)
    .where(inArray(variants.id, [...variantIds]));
  return new Map(rows.map(({ id, weightGrams }) => [id, weightGrams]));
}
