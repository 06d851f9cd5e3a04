import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { discountRedemptions } from './schema/discounts';
import { orders, paymentAttempts } from './schema/orders';
import { consents, productAsks } from './schema/outreach';
import { reviews } from './schema/reviews';
import { carts, shoppers } from './schema/shoppers';
import { seenProducts, wishes } from './schema/wishes';

/**
 * Takes the open carts of guests for this transaction: a confirm of theirs that has begun ends first, and one that comes
 * later waits.
 */
export async function lockCartsOfGuests(tx: Database, guestIds: ShopperId[]): Promise<void> {
  if (guestIds.length === 0) return;
  await tx
    .select({ id: carts.id })
    .from(carts)
    .where(and(inArray(carts.shopperId, guestIds), eq(carts.status, 'open')))
    .orderBy(asc(carts.id))
    .for('update');
}

/** Open carts of guests that turned out to be her, locked for this transaction. `isCopy`: it began with what lay in hers. */
export async function lockClaimedCarts(
  tx: Database,
  shopperId: ShopperId,
): Promise<{ cartId: CartId; guestId: ShopperId; isCopy: boolean }[]> {
  const rows = await tx
    .select({ cartId: carts.id, guestId: carts.shopperId, linkedTo: shoppers.linkedTo })
    .from(carts)
    .innerJoin(shoppers, eq(shoppers.id, carts.shopperId))
    .where(and(eq(shoppers.claimedBy, shopperId), eq(carts.status, 'open')))
    .orderBy(asc(carts.id))
    .for('update', { of: carts });
  return rows.map((row) => ({
    cartId: asId<CartId>(row.cartId),
    guestId: asId<ShopperId>(row.guestId),
    isCopy: row.linkedTo === shopperId,
  }));
}

export async function markCartMerged(tx: Database, cartId: CartId, at: Date): Promise<void> {
  await tx.update(carts).set({ status: 'merged', updatedAt: at }).where(eq(carts.id, cartId));
}

/** The guest's promo code goes with her things, unless she has one herself. */
export async function handOverCode(tx: Database, from: CartId, to: string): Promise<void> {
  const guests = sql`(select guests.discount_code from ${carts} guests where guests.id = ${from})`;
  await tx
    .update(carts)
    .set({ discountCode: sql`coalesce(${carts.discountCode}, ${guests})` })
    .where(eq(carts.id, to));
}

/**
 * What a guest bought goes on to her, with the attempts that paid for it, so that her order page and a repeated
 * confirm still find them. Attempts that are open stay where they are.
 */
export async function handOverPurchases(tx: Database, shopperId: ShopperId, at: Date): Promise<void> {
  const rows = await tx.select({ id: shoppers.id }).from(shoppers).where(eq(shoppers.claimedBy, shopperId));
  if (rows.length === 0) return;
  const guests = rows.map((row) => row.id);
  await tx.update(orders).set({ shopperId }).where(inArray(orders.shopperId, guests));
  await tx.update(discountRedemptions).set({ shopperId }).where(inArray(discountRedemptions.shopperId, guests));
  await tx
    .update(paymentAttempts)
    .set({ shopperId })
    .where(
      sql`${paymentAttempts.shopperId} in ${guests} and ${paymentAttempts.status} = 'ended' and not exists (
        select from payment_attempts hers
        where hers.shopper_id = ${shopperId} and hers.dialog_request_id = ${paymentAttempts.dialogRequestId})`,
    );
  await tx.update(reviews).set({ shopperId }).where(inArray(reviews.shopperId, guests));
  await handOverWishes(tx, guests, shopperId);
  await handOverAsks(tx, guests, shopperId, at);
  await tx
    .update(carts)
    .set({ shopperId, sealedDetails: null })
    .where(sql`${carts.shopperId} in ${guests} and ${carts.status} = 'ordered'`);
}

/** What a guest liked and looked at is hers too, once. */
async function handOverWishes(tx: Database, guests: string[], shopperId: ShopperId): Promise<void> {
  for (const table of [wishes, seenProducts]) {
    await tx.execute(sql`
      update ${table} theirs set shopper_id = ${shopperId}
      where shopper_id in ${guests} and not exists (
        select from ${table} hers where hers.product_id = theirs.product_id
          and (hers.shopper_id = ${shopperId} or hers.shopper_id in ${guests} and hers.shopper_id > theirs.shopper_id))`);
    await tx.delete(table).where(inArray(table.shopperId, guests));
  }
}

/**
 * What a guest wanted to be told, and agreed to, is hers too, once; what she has herself stays as it is. What the guest said
 * before her stop word is over with it; what she said after it is a new word of hers. Nothing is left with the guest that a
 * later sign-in could bring back.
 */
async function handOverAsks(tx: Database, guests: string[], shopperId: ShopperId, at: Date): Promise<void> {
  const stoppedAt = sql`(select coalesce(stopped_at, '-infinity') from ${shoppers} where id = ${shopperId})`;
  await tx
    .update(productAsks)
    .set({ shopperId })
    .where(
      sql`${productAsks.id} in (
        select distinct on (kind, variant_id) id from product_asks
        where shopper_id in ${guests} and done_at is null order by kind, variant_id, asked_at desc, id)
        and ${productAsks.askedAt} > ${stoppedAt} and not exists (
          select from product_asks hers where hers.shopper_id = ${shopperId} and hers.kind = ${productAsks.kind}
            and hers.variant_id = ${productAsks.variantId} and hers.done_at is null)`,
    );
  const agreed = await tx
    .update(consents)
    .set({ shopperId })
    .where(
      sql`${consents.id} in (
        select distinct on (topic) id from consents
        where shopper_id in ${guests} and ended_at is null order by topic, given_at desc, id)
        and ${consents.givenAt} > ${stoppedAt} and not exists (
          select from consents hers where hers.shopper_id = ${shopperId} and hers.topic = ${consents.topic}
            and hers.ended_at is null)`,
    )
    .returning({ id: consents.id });
  if (agreed.length > 0) await tx.update(shoppers).set({ stoppedAt: null }).where(eq(shoppers.id, shopperId));
  await tx
    .update(productAsks)
    .set({ doneAt: at })
    .where(and(inArray(productAsks.shopperId, guests), isNull(productAsks.doneAt)));
  await tx
    .update(consents)
    .set({ endedAt: at, endedBy: 'renewed' })
    .where(and(inArray(consents.shopperId, guests), isNull(consents.endedAt)));
}
