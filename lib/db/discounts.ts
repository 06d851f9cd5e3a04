import { and, asc, eq, gte, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Discount, QuoteDiscount } from '@/lib/domain/discounts/discount';
import type { Offers } from '@/lib/domain/discounts/refusal';
import type { ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { codeTries, discountRedemptions, discounts } from './schema/discounts';
import { carts } from './schema/shoppers';

/**
 * What might be given to her at this moment: everything that applies by itself, and the code that lies with her cart,
 * paused or over as it may be. What she has reserved herself for an open payment does not count against her.
 */
export async function listOffers(
  db: Database,
  input: { shopperId: ShopperId; personMark?: string | null; code: string | null; at: Date },
): Promise<Offers> {
  const { shopperId, personMark = null, code, at } = input;
  const usedBy = (status: 'redeemed' | 'reserved', who: SQL | undefined) => sql<number>`(
    select count(*)::int from ${discountRedemptions} where ${discountRedemptions.discountId} = ${discounts.id}
    and ${who} and ${discountRedemptions.status} = ${status})`;
  const hers = eq(discountRedemptions.shopperId, shopperId);
  const running = and(
    isNull(discounts.code),
    eq(discounts.status, 'active'),
    or(isNull(discounts.endsAt), sql`${discounts.endsAt} > ${at.toISOString()}`),
  );
  const rows = await db
    .select({
      discount: discounts,
      redeemed: usedBy('redeemed', isHers(shopperId, personMark)),
      reserved: usedBy('reserved', hers),
    })
    .from(discounts)
    .where(code === null ? running : or(running, eq(discounts.code, code)))
    .orderBy(asc(discounts.id));
  const offers = rows.map(({ discount, redeemed, reserved }) => ({
    discount: { ...discount, used: discount.used - reserved } satisfies Discount,
    usedByShopper: redeemed,
  }));
  return { offers, code, now: at };
}

/** The one code that lies with her open cart; null takes it away. Does not count as a change of the cart's lines. */
export async function setCartCode(tx: Database, cartId: string, code: string | null): Promise<void> {
  await tx.update(carts).set({ discountCode: code }).where(eq(carts.id, cartId));
}

// In this session, or in another one under the same address.
function isHers(shopperId: string, personMark: string | null): SQL | undefined {
  const session = eq(discountRedemptions.shopperId, shopperId);
  return personMark === null ? session : or(session, eq(discountRedemptions.personMark, personMark));
}

type Reservation = { attemptId: string; shopperId: string; personMark: string | null; currency: string; at: Date };

/**
 * Reserves the discounts of a quote for an attempt, in one fixed order: one conditional update each, so that no limit is
 * passed however many ask at once. Answers the first that is not to be had any more; the caller then rolls back.
 */
export async function reserveDiscounts(
  tx: Database,
  given: readonly QuoteDiscount[],
  { attemptId, shopperId, personMark, currency, at }: Reservation,
): Promise<QuoteDiscount | null> {
  const ordered = [...given].sort((a, b) => (a.discountId < b.discountId ? -1 : 1));
  for (const discount of ordered) {
    const { discountId, amountMinor } = discount;
    const [row] = await tx
      .update(discounts)
      .set({ used: sql`${discounts.used} + 1` })
      .where(
        and(
          eq(discounts.id, discountId),
          eq(discounts.status, 'active'),
          or(isNull(discounts.limitTotal), lt(discounts.used, discounts.limitTotal)),
        ),
      )
      .returning({ limitPerShopper: discounts.limitPerShopper });
    if (!row) return discount;
    // The discount's row is ours until the end of the transaction: nobody reserves beside this count.
    if (
      row.limitPerShopper !== null &&
      (await countHers(tx, discountId, isHers(shopperId, personMark))) >= row.limitPerShopper
    )
      return discount;
    const kept = { discountId, attemptId, shopperId, personMark, amountMinor, currency, at };
    await tx.insert(discountRedemptions).values({ ...kept, status: 'reserved' });
  }
  return null;
}

async function countHers(tx: Database, discountId: string, who: SQL | undefined): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(discountRedemptions)
    .where(and(eq(discountRedemptions.discountId, discountId), who, ne(discountRedemptions.status, 'released')));
  return row?.count ?? 0;
}

/** What an attempt reserved was paid for. */
export async function redeemDiscounts(tx: Database, attemptId: string): Promise<void> {
  await tx
    .update(discountRedemptions)
    .set({ status: 'redeemed' })
    .where(and(eq(discountRedemptions.attemptId, attemptId), eq(discountRedemptions.status, 'reserved')));
}

/** What an attempt reserved can be given to others again. */
export async function releaseDiscounts(tx: Database, attemptId: string): Promise<void> {
  const released = await tx
    .update(discountRedemptions)
    .set({ status: 'released' })
    .where(and(eq(discountRedemptions.attemptId, attemptId), eq(discountRedemptions.status, 'reserved')))
    .returning({ discountId: discountRedemptions.discountId });
  for (const id of released.map(({ discountId }) => discountId).sort())
    await tx
      .update(discounts)
      .set({ used: sql`${discounts.used} - 1` })
      .where(eq(discounts.id, id));
}

/** How many codes that do not exist were tried under a key since then. */
export async function countCodeTries(db: Database, key: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(codeTries)
    .where(and(eq(codeTries.key, key), gte(codeTries.at, since)));
  return row?.count ?? 0;
}

/** Notes a try and forgets those that no brake looks at any more. */
export async function noteCodeTry(db: Database, keys: string[], at: Date, forgetBefore: Date): Promise<void> {
  await db.delete(codeTries).where(lt(codeTries.at, forgetBefore));
  await db.insert(codeTries).values(keys.map((key) => ({ key, at })));
}
