import { and, desc, eq, gt, or, sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import { type RefTarget, refTargetSchema, targetKey } from '@/lib/domain/messaging/ref';
import type { Database } from './client';
import { ads, orderOrigins, refs, visits } from './schema/referrals';
import { shoppers } from './schema/shoppers';

export type Ref = { code: string; target: RefTarget; sharerId: string | null; label: string; expiresAt: Date | null };

/** A code of ours and what it leads to, or null. */
export async function getRef(db: Database, code: string): Promise<Ref | null> {
  const [row] = await db.select().from(refs).where(eq(refs.code, code));
  return row ? { ...row, target: refTargetSchema.parse(row.target) } : null;
}

type Share = { code: string; target: RefTarget };

/**
 * The codes under which one person shares these things, in their order: the ones she has, made to last until `expiresAt`,
 * or the fresh ones given.
 */
export async function keepShares(
  tx: Database,
  share: { sharerId: ShopperId; shares: readonly Share[]; at: Date; expiresAt: Date },
): Promise<string[]> {
  if (share.shares.length === 0) return [];
  const byKey = new Map(share.shares.map((one) => [targetKey(one.target), one]));
  const rows = await tx
    .insert(refs)
    .values(
      [...byKey].map(([key, { code, target }]) => ({
        code,
        target,
        targetKey: key,
        sharerId: share.sharerId,
        createdAt: share.at,
        expiresAt: share.expiresAt,
      })),
    )
    .onConflictDoUpdate({
      target: [refs.sharerId, refs.targetKey],
      targetWhere: sql`${refs.sharerId} is not null`,
      set: { expiresAt: share.expiresAt },
    })
    .returning({ code: refs.code, key: refs.targetKey });
  const codes = new Map(rows.map((row) => [row.key, row.code]));
  return share.shares.map(({ target, code }) => codes.get(targetKey(target)) ?? code);
}

/** A link of the merchant's; the same form posted twice makes one. */
export async function insertLink(
  db: Database,
  link: { code: string; target: RefTarget; label: string; at: Date },
): Promise<void> {
  const { code, target, label, at } = link;
  await db
    .insert(refs)
    .values({ code, target, targetKey: targetKey(target), label, createdAt: at })
    .onConflictDoNothing({ target: refs.code });
}

/** What was put together for somebody, until it is over; it has no name and stands in no list. False where the code is there already. */
export async function insertPayLink(
  tx: Database,
  link: { code: string; target: RefTarget; at: Date; expiresAt: Date },
): Promise<boolean> {
  const { code, target, at, expiresAt } = link;
  const made = await tx
    .insert(refs)
    .values({ code, target, targetKey: targetKey(target), createdAt: at, expiresAt })
    .onConflictDoNothing({ target: refs.code })
    .returning({ code: refs.code });
  return made.length > 0;
}

/** The merchant's links, newest first. */
export async function listLinks(db: Database, limit: number): Promise<Ref[]> {
  const rows = await db
    .select()
    .from(refs)
    .where(sql`${refs.sharerId} is null and ${refs.label} <> ''`)
    .orderBy(desc(refs.createdAt), refs.code)
    .limit(limit);
  return rows.map((row) => ({ ...row, target: refTargetSchema.parse(row.target) }));
}

export type Visit = {
  id: string;
  key: string;
  shopperId: ShopperId;
  source: string;
  ref: string | null;
  metaAdId: string | null;
  at: Date;
};

/** Keeps that somebody came by a link or an ad, once per `key`. Whoever follows her own share is no visitor. */
export async function insertVisit(tx: Database, visit: Visit): Promise<void> {
  const known = visit.ref === null ? null : await getRef(tx, visit.ref);
  if (visit.metaAdId === null && (known?.sharerId === visit.shopperId || isOver(known, visit.at))) return;
  await tx.insert(visits).values(visit).onConflictDoNothing({ target: visits.key });
}

function isOver(ref: Ref | null, at: Date): boolean {
  return ref?.expiresAt != null && ref.expiresAt <= at;
}

/**
 * Reckons an order to the newest visit since `since` of her who placed it: as herself, as the guest she was, or by a link
 * that was sent into her thread. Without one nothing is kept.
 */
export async function keepOrderOrigin(
  tx: Database,
  order: { id: string; shopperId: string; since: Date },
): Promise<void> {
  const [visit] = await tx
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(shoppers, eq(shoppers.id, visits.shopperId))
    .where(
      and(
        gt(visits.at, order.since),
        or(
          eq(shoppers.id, order.shopperId),
          eq(shoppers.claimedBy, order.shopperId),
          sql`${shoppers.id} = (select buyer.linked_to from shoppers buyer where buyer.id = ${order.shopperId})`,
        ),
      ),
    )
    .orderBy(desc(visits.at))
    .limit(1);
  if (visit) await tx.insert(orderOrigins).values({ orderId: order.id, visitId: visit.id }).onConflictDoNothing();
}

/** The product that an ad of ours is for, by Meta's id of the ad. */
export async function getProductSlugOfAd(db: Database, metaAdId: string): Promise<string | null> {
  const [row] = await db.select({ slug: ads.productSlug }).from(ads).where(eq(ads.metaAdId, metaAdId));
  return row?.slug ?? null;
}
