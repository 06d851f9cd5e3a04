import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { asId, type ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { shoppers } from './schema/shoppers';
import { keptCards, keptDetails, retiredCustomers } from './schema/ways';

export type KeptCard = typeof keptCards.$inferSelect;

/** Her kept cards, the newest first; removed ones are gone for everybody but the worker. */
export async function listKeptCards(db: Database, shopperId: ShopperId): Promise<KeptCard[]> {
  return db
    .select()
    .from(keptCards)
    .where(and(eq(keptCards.shopperId, shopperId), isNull(keptCards.removedAt)))
    .orderBy(desc(keptCards.createdAt));
}

export async function getKeptCard(db: Database, key: { id: string; shopperId: ShopperId }): Promise<KeptCard | null> {
  const [row] = await db
    .select()
    .from(keptCards)
    .where(and(eq(keptCards.id, key.id), eq(keptCards.shopperId, key.shopperId), isNull(keptCards.removedAt)));
  return row ?? null;
}

/** Keeps a card; the same plastic that was kept before is replaced by it, so that it is listed once. */
export async function insertKeptCard(tx: Database, card: typeof keptCards.$inferInsert): Promise<void> {
  await tx
    .update(keptCards)
    .set({ removedAt: card.createdAt })
    .where(
      and(
        eq(keptCards.shopperId, card.shopperId),
        eq(keptCards.brand, card.brand),
        eq(keptCards.last4, card.last4),
        eq(keptCards.expiryMonth, card.expiryMonth),
        eq(keptCards.expiryYear, card.expiryYear),
        isNull(keptCards.removedAt),
        sql`${keptCards.providerMethodId} <> ${card.providerMethodId}`,
      ),
    );
  await tx.insert(keptCards).values(card).onConflictDoNothing({ target: keptCards.providerMethodId });
}

/** From now on nobody sees or uses it; false when it is not hers or was removed before. */
export async function markCardRemoved(
  tx: Database,
  key: { id: string; shopperId: ShopperId; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(keptCards)
    .set({ removedAt: key.at })
    .where(and(eq(keptCards.id, key.id), eq(keptCards.shopperId, key.shopperId), isNull(keptCards.removedAt)))
    .returning({ id: keptCards.id });
  return rows.length === 1;
}

/** Removed cards that the provider may still charge, the longest waiting first. */
export async function listCardsToDetach(db: Database, limit: number): Promise<KeptCard[]> {
  return db
    .select()
    .from(keptCards)
    .where(and(isNotNull(keptCards.removedAt), isNull(keptCards.detachedAt)))
    .orderBy(asc(keptCards.removedAt))
    .limit(limit);
}

export async function markCardDetached(db: Database, id: string, at: Date): Promise<void> {
  await db.update(keptCards).set({ detachedAt: at }).where(eq(keptCards.id, id));
}

/** The provider's word that a card is gone: whose it was, or null for one that we never kept. */
export async function markMethodDetached(tx: Database, methodId: string, at: Date): Promise<ShopperId | null> {
  const [row] = await tx
    .update(keptCards)
    .set({
      removedAt: sql`coalesce(${keptCards.removedAt}, ${at.toISOString()}::timestamptz)`,
      detachedAt: sql`coalesce(${keptCards.detachedAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(eq(keptCards.providerMethodId, methodId))
    .returning({ shopperId: keptCards.shopperId });
  return row ? asId<ShopperId>(row.shopperId) : null;
}

/** Customers of people who were forgotten, the longest waiting first. */
export async function listRetiredCustomers(db: Database, limit: number): Promise<string[]> {
  const rows = await db.select().from(retiredCustomers).orderBy(asc(retiredCustomers.retiredAt)).limit(limit);
  return rows.map(({ customerId }) => customerId);
}

export async function deleteRetiredCustomer(db: Database, customerId: string): Promise<void> {
  await db.delete(retiredCustomers).where(eq(retiredCustomers.customerId, customerId));
}

export async function getKeptDetails(db: Database, shopperId: ShopperId): Promise<string | null> {
  const [row] = await db.select().from(keptDetails).where(eq(keptDetails.shopperId, shopperId));
  return row?.sealed ?? null;
}

export async function putKeptDetails(tx: Database, kept: typeof keptDetails.$inferInsert): Promise<void> {
  const { sealed, keptAt } = kept;
  await tx
    .insert(keptDetails)
    .values(kept)
    .onConflictDoUpdate({ target: keptDetails.shopperId, set: { sealed, keptAt } });
}

export async function deleteKeptDetails(tx: Database, shopperId: ShopperId): Promise<void> {
  await tx.delete(keptDetails).where(eq(keptDetails.shopperId, shopperId));
}

export async function getCustomerId(db: Database, shopperId: ShopperId): Promise<string | null> {
  const [row] = await db.select({ id: shoppers.providerCustomerId }).from(shoppers).where(eq(shoppers.id, shopperId));
  return row?.id ?? null;
}

/** Remembers her customer at the provider; the first word stands. */
export async function recordCustomer(db: Database, shopperId: ShopperId, customerId: string): Promise<void> {
  await db
    .update(shoppers)
    .set({ providerCustomerId: customerId })
    .where(and(eq(shoppers.id, shopperId), isNull(shoppers.providerCustomerId)));
}
