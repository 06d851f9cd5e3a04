import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { asId, type CartId, type PageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import type { MarketId } from '@/lib/domain/market';
import type { Database } from './client';
import { carts, shopperSessions, shoppers, usedSignedRequests } from './schema/shoppers';

export type Shopper = typeof shoppers.$inferSelect;
/**
 * Who is asking. `psid` is null for a guest of an ordinary browser, and for a session that a hand-off opened: that one
 * sees `onlyCartId` and its checkout, nothing else of hers.
 */
export type KnownShopper = { shopperId: ShopperId; psid: Psid | null; onlyCartId: CartId | null };
export type ShopperSession = KnownShopper & { openedAt: Date; isCartOpen: boolean };

/** The living session under a token's hash, or null. One query. */
export async function getSession(db: Database, tokenHash: string, now: Date): Promise<ShopperSession | null> {
  const [row] = await db
    .select({
      shopperId: shoppers.id,
      psid: shoppers.psid,
      openedAt: shopperSessions.createdAt,
      onlyCartId: shopperSessions.onlyCartId,
      cartStatus: carts.status,
    })
    .from(shopperSessions)
    .innerJoin(shoppers, eq(shoppers.id, shopperSessions.shopperId))
    .leftJoin(carts, eq(carts.id, shopperSessions.onlyCartId))
    .where(and(eq(shopperSessions.tokenHash, tokenHash), gt(shopperSessions.expiresAt, now)));
  if (!row) return null;
  return {
    shopperId: asId<ShopperId>(row.shopperId),
    psid: row.psid === null || row.onlyCartId !== null ? null : asId<Psid>(row.psid),
    onlyCartId: row.onlyCartId === null ? null : asId<CartId>(row.onlyCartId),
    openedAt: row.openedAt,
    isCartOpen: row.cartStatus === 'open',
  };
}

export async function insertSession(
  db: Database,
  session: { tokenHash: string; shopperId: ShopperId; onlyCartId?: CartId; at: Date; expiresAt: Date },
): Promise<void> {
  const { tokenHash, shopperId, onlyCartId = null, at, expiresAt } = session;
  await db.insert(shopperSessions).values({ tokenHash, shopperId, onlyCartId, createdAt: at, expiresAt });
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await db.delete(shopperSessions).where(eq(shopperSessions.tokenHash, tokenHash));
}

/** Lets a session end at `expiresAt`, unless it ends sooner anyway. */
export async function shortenSession(db: Database, tokenHash: string, expiresAt: Date): Promise<void> {
  await db
    .update(shopperSessions)
    .set({ expiresAt })
    .where(and(eq(shopperSessions.tokenHash, tokenHash), gt(shopperSessions.expiresAt, expiresAt)));
}

export async function deleteExpiredSessions(db: Database, shopperId: ShopperId, now: Date): Promise<void> {
  await db
    .delete(shopperSessions)
    .where(and(eq(shopperSessions.shopperId, shopperId), lt(shopperSessions.expiresAt, now)));
}

export async function insertGuest(db: Database, guest: { id: ShopperId; at: Date }): Promise<void> {
  await db.insert(shoppers).values({ id: guest.id, createdAt: guest.at });
}

/** The shopper that a Page knows under a PSID; made under `id` at the first meeting. Safe in parallel. */
export async function ensureShopperOfPsid(
  db: Database,
  person: { id: string; pageId: PageId; psid: Psid; at: Date },
): Promise<ShopperId> {
  await db
    .insert(shoppers)
    .values({ id: person.id, pageId: person.pageId, psid: person.psid, createdAt: person.at })
    .onConflictDoNothing({ target: [shoppers.pageId, shoppers.psid] });
  const known = await getShopperOfPsid(db, person);
  if (!known) throw new Error('a shopper was just made and is not there');
  return asId<ShopperId>(known.id);
}

export async function getShopperOfPsid(db: Database, key: { pageId: PageId; psid: Psid }): Promise<Shopper | null> {
  const [row] = await db
    .select()
    .from(shoppers)
    .where(and(eq(shoppers.pageId, key.pageId), eq(shoppers.psid, key.psid)));
  return row ?? null;
}

export async function getShopperById(db: Database, id: ShopperId): Promise<Shopper | null> {
  const [row] = await db.select().from(shoppers).where(eq(shoppers.id, id));
  return row ?? null;
}

/** Remembers which market she chose. */
export async function updateShopperMarket(db: Database, id: ShopperId, market: MarketId): Promise<void> {
  await db.update(shoppers).set({ market }).where(eq(shoppers.id, id));
}

/**
 * Remembers that a guest turned out to be somebody; the first word stands. Whoever had turned out to be that guest is that
 * somebody too, so that every guest of hers points at her and never at another guest.
 */
export async function markClaimed(tx: Database, guestId: ShopperId, by: ShopperId): Promise<void> {
  const claimed = await tx
    .update(shoppers)
    .set({ claimedBy: by })
    .where(and(eq(shoppers.id, guestId), isNull(shoppers.psid), isNull(shoppers.claimedBy)))
    .returning({ id: shoppers.id });
  if (claimed.length > 0) await tx.update(shoppers).set({ claimedBy: by }).where(eq(shoppers.claimedBy, guestId));
}

/** Whether this guest has turned out to be somebody: then what begins now is to begin in that person's name. */
export async function isClaimed(db: Database, id: ShopperId): Promise<boolean> {
  return (await getShopperById(db, id))?.claimedBy != null;
}

/** Spends a signed request: true once, false ever after. Those too old to be accepted anyway are forgotten. */
export async function spendSignedRequest(
  tx: Database,
  request: { signature: string; expiresAt: Date; now: Date },
): Promise<boolean> {
  await tx.delete(usedSignedRequests).where(lt(usedSignedRequests.expiresAt, request.now));
  const rows = await tx
    .insert(usedSignedRequests)
    .values({ signature: request.signature, expiresAt: request.expiresAt })
    .onConflictDoNothing()
    .returning();
  return rows.length === 1;
}

/** Remembers into whose thread the first link was sent that a guest came by; true when that is news. Never a known person. */
export async function linkGuest(tx: Database, guestId: ShopperId, linkedTo: ShopperId): Promise<boolean> {
  const rows = await tx
    .update(shoppers)
    .set({ linkedTo })
    .where(sql`${shoppers.id} = ${guestId} and ${shoppers.psid} is null and ${shoppers.linkedTo} is null`)
    .returning({ id: shoppers.id });
  return rows.length > 0;
}

/** How many guests came by links into this thread since a moment. */
export async function countLinkedGuests(db: Database, linkedTo: ShopperId, since: Date): Promise<number> {
  return db.$count(shoppers, and(eq(shoppers.linkedTo, linkedTo), gt(shoppers.createdAt, since)));
}
