import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from './client';
import { listMemberChoices } from './collections';
import { collections, products } from './schema/catalogue';
import { discountRedemptions, discounts } from './schema/discounts';
import { orders } from './schema/orders';

export type DiscountRow = typeof discounts.$inferSelect;
export type NewDiscount = typeof discounts.$inferInsert;

/** Every discount, the newest first. */
export async function listDiscounts(db: Database, limit = 200): Promise<DiscountRow[]> {
  return db.select().from(discounts).orderBy(desc(discounts.createdAt), asc(discounts.id)).limit(limit);
}

export async function getDiscount(db: Database, id: string): Promise<DiscountRow | null> {
  const [row] = await db.select().from(discounts).where(eq(discounts.id, id));
  return row ?? null;
}

/** The orders that a discount was given to, the newest first. */
export async function listRedemptions(db: Database, discountId: string, limit = 100) {
  return db
    .select({
      orderId: orders.id,
      orderNumber: orders.number,
      amountMinor: discountRedemptions.amountMinor,
      currency: discountRedemptions.currency,
      placedAt: orders.placedAt,
    })
    .from(discountRedemptions)
    .innerJoin(orders, eq(orders.attemptId, discountRedemptions.attemptId))
    .where(and(eq(discountRedemptions.discountId, discountId), eq(discountRedemptions.status, 'redeemed')))
    .orderBy(desc(orders.placedAt))
    .limit(limit);
}

/** False when one with this id is there already: the same form came twice. */
export async function insertDiscount(tx: Database, discount: NewDiscount): Promise<boolean> {
  const rows = await tx.insert(discounts).values(discount).onConflictDoNothing({ target: discounts.id }).returning();
  return rows.length === 1;
}

type Change = Partial<Omit<NewDiscount, 'id' | 'used' | 'version' | 'createdAt'>> & { updatedAt: Date };

/** Changes a discount that still is as it was seen; false when it is not, or not there. */
export async function updateDiscount(
  tx: Database,
  seen: { id: string; version: number },
  change: Change,
): Promise<boolean> {
  const rows = await tx
    .update(discounts)
    .set({ ...change, version: sql`${discounts.version} + 1` })
    .where(and(eq(discounts.id, seen.id), eq(discounts.version, seen.version)))
    .returning({ id: discounts.id });
  return rows.length === 1;
}

/** Whether all these products and collections are there. */
export async function areGoods(tx: Database, slugs: { products: string[]; collections: string[] }): Promise<boolean> {
  const [found] = await tx.select({ n: count() }).from(products).where(inArray(products.slug, slugs.products));
  const [kept] = await tx.select({ n: count() }).from(collections).where(inArray(collections.slug, slugs.collections));
  return found?.n === slugs.products.length && kept?.n === slugs.collections.length;
}

/** What a discount may be limited to, by title; of a very large shop the first 500 products, the rest by their slugs. */
export async function listDiscountable(db: Database) {
  const [members, sections] = await Promise.all([
    listMemberChoices(db, 500),
    db
      .select({ slug: collections.slug, title: collections.title })
      .from(collections)
      .orderBy(asc(collections.position)),
  ]);
  return { products: members, collections: sections };
}
