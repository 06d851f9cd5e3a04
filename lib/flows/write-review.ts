import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import type { Order } from '@/lib/db/orders';
import { decideReview, listReviewsOfOrder, putReview, recountRating } from '@/lib/db/reviews';
import { inTransaction } from '@/lib/db/transaction';
import type { Language } from '@/lib/domain/market';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Reviewable } from '@/lib/domain/reviews/review';
import type { Deps } from './deps';

/** Whether what was bought can be reviewed: it has left the house. */
export function mayBeReviewed({ fulfilledAt }: Pick<Order, 'fulfilledAt'>): boolean {
  return fulfilledAt !== null;
}

/** Every line of an order with what she said of it so far. */
export async function listReviewable(deps: Pick<Deps, 'db'>, order: Order): Promise<Reviewable[]> {
  const said = new Map((await listReviewsOfOrder(deps.db, order.id)).map((review) => [review.variantId, review]));
  return order.quote.lines.map(({ variantId, title, variantTitle, imageFile }) => ({
    ...{ variantId, title, variantTitle, imageFile },
    said: said.get(variantId) ?? null,
  }));
}

export type WriteReviewInput = { order: Order; variantId: string; stars: number; text: string; language: Language };

/**
 * Writes down what a buyer says of one thing she bought; it is shown once somebody of the shop has read it. Said again, it
 * takes the first one's place. Problems: "not_found" for what is not in this order; "not_yet_sent".
 */
export async function writeReview(
  deps: Pick<Deps, 'db' | 'newId' | 'now' | 'log'>,
  { order, variantId, ...said }: WriteReviewInput,
): Promise<Result<null, 'not_found' | 'not_yet_sent'>> {
  if (!order.quote.lines.some((line) => line.variantId === variantId)) return fail('not_found');
  if (!mayBeReviewed(order)) return fail('not_yet_sent');
  const review = { id: deps.newId(), orderId: order.id, shopperId: order.shopperId, variantId, ...said };
  return inTransaction(deps.db, async (tx) => {
    const productId = await putReview(tx, { ...review, writtenAt: deps.now() });
    if (!productId) return fail('not_found');
    await publishRating(tx, [productId]);
    deps.log('review.written', { order: order.id, stars: said.stars });
    return succeed(null);
  });
}

/** Shows a review, or keeps it back. Problem: "not_found". */
export async function judgeReview(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { reviewId, status, merchantId }: { reviewId: string; status: 'shown' | 'refused'; merchantId: string },
): Promise<Result<null, 'not_found'>> {
  return inTransaction(deps.db, async (tx) => {
    const productId = await decideReview(tx, { reviewId, status, merchantId, at: deps.now() });
    if (!productId) return fail('not_found');
    await publishRating(tx, [productId]);
    deps.log('review.judged', { review: reviewId, status, who: merchantId });
    return succeed(null);
  });
}

/** Counts anew what the pages of these products show, in the caller's transaction. */
export async function publishRating(tx: Database, productIds: readonly string[]): Promise<void> {
  const slugs: string[] = [];
  for (const productId of productIds) {
    const slug = await recountRating(tx, productId);
    if (slug) slugs.push(slug);
  }
  if (slugs.length > 0) await announceCatalogueChange(tx, slugs);
}
