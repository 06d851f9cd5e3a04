import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ShownReview } from '@/lib/domain/reviews/review';
import type { Database } from './client';
import { products, variants } from './schema/catalogue';
import { orders } from './schema/orders';
import { reviews } from './schema/reviews';

export type ReviewRow = typeof reviews.$inferSelect;
type NewReview = Omit<ReviewRow, 'productId' | 'status' | 'decidedAt' | 'decidedBy'>;

/**
 * Writes a review down, one for each line of an order: a second one takes the first one's place and waits anew. Answers the
 * product that it is about; null for a variant that nobody knows.
 */
export async function putReview(tx: Database, review: NewReview): Promise<string | null> {
  const [about] = await tx
    .select({ productId: variants.productId })
    .from(variants)
    .where(eq(variants.id, review.variantId));
  if (!about) return null;
  const { stars, text, language, writtenAt } = review;
  const anew = { stars, text, language, writtenAt, status: 'waiting' as const, decidedAt: null, decidedBy: null };
  await tx
    .insert(reviews)
    .values({ ...review, ...about, status: 'waiting' })
    .onConflictDoUpdate({ target: [reviews.orderId, reviews.variantId], set: anew });
  return about.productId;
}

export async function listReviewsOfOrder(db: Database, orderId: string): Promise<ReviewRow[]> {
  return db.select().from(reviews).where(eq(reviews.orderId, orderId));
}

/** What a product's page shows, the newest first. */
export async function listShownReviews(db: Database, productId: string, limit: number): Promise<ShownReview[]> {
  const { id, stars, text, language, writtenAt } = reviews;
  return db
    .select({ id, stars, text, language, writtenAt })
    .from(reviews)
    .where(and(eq(reviews.productId, productId), eq(reviews.status, 'shown')))
    .orderBy(desc(reviews.writtenAt))
    .limit(limit);
}

/** The desk's list: what waits first, then the newest. */
export async function listReviewsForDesk(db: Database, limit = 200) {
  return db
    .select({ review: reviews, slug: products.slug, title: products.title, orderNumber: orders.number })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .innerJoin(orders, eq(orders.id, reviews.orderId))
    .orderBy(sql`${reviews.status} <> 'waiting'`, desc(reviews.writtenAt))
    .limit(limit);
}

/** Shows a review or keeps it back; answers which product it is about, null for one that is gone. */
export async function decideReview(
  tx: Database,
  decision: { reviewId: string; status: 'shown' | 'refused'; merchantId: string; at: Date },
): Promise<string | null> {
  const [row] = await tx
    .update(reviews)
    .set({ status: decision.status, decidedBy: decision.merchantId, decidedAt: decision.at })
    .where(eq(reviews.id, decision.reviewId))
    .returning({ productId: reviews.productId });
  return row?.productId ?? null;
}

/** Takes out what people who were forgotten wrote; answers the products that it was about. */
export async function deleteReviewsOf(tx: Database, shopperIds: string[]): Promise<string[]> {
  const rows = await tx
    .delete(reviews)
    .where(inArray(reviews.shopperId, shopperIds))
    .returning({ productId: reviews.productId });
  return [...new Set(rows.map(({ productId }) => productId))];
}

/** Counts a product's shown reviews again; answers its slug where the count or the stars are other than before. */
export async function recountRating(tx: Database, productId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ slug: string }>(sql`
    update ${products} product set rating_sum = now.sum, rating_count = now.count
    from (select coalesce(sum(stars), 0)::int as sum, count(*)::int as count from ${reviews}
      where product_id = ${productId} and status = 'shown') now
    where product.id = ${productId} and (product.rating_sum, product.rating_count) is distinct from (now.sum, now.count)
    returning product.slug`);
  return rows[0]?.slug ?? null;
}
