import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import { type AdIds, type AdSettings, type AdStep, adSettingsSchema } from '@/lib/domain/ads/ad';
import type { Database } from './client';
import { ads } from './schema/referrals';

type Row = typeof ads.$inferSelect;
export type Ad = Omit<Row, 'settings'> & { settings: AdSettings; ids: AdIds };

const COLUMNS = { campaign: 'campaignId', ad_set: 'adSetId', creative: 'creativeId', ad: 'metaAdId' } as const;

/** Keeps what the merchant wants made, under the id of her form: posted again it is the same ad, unchanged. */
export async function insertAd(
  db: Database,
  ad: { id: string; productSlug: string; settings: AdSettings; merchantId: string; at: Date },
): Promise<void> {
  const { at, ...row } = ad;
  await db
    .insert(ads)
    .values({ ...row, createdAt: at })
    .onConflictDoNothing({ target: ads.id });
}

/** Takes an ad that is not finished until `leaseUntil`; null while somebody else makes it, and once it is made. */
export async function claimAd(db: Database, claim: { id: string; now: Date; leaseUntil: Date }): Promise<Ad | null> {
  const [row] = await db
    .update(ads)
    .set({ leaseUntil: claim.leaseUntil })
    .where(and(eq(ads.id, claim.id), isNull(ads.metaAdId), or(isNull(ads.leaseUntil), lt(ads.leaseUntil, claim.now))))
    .returning();
  return row ? adOf(row) : null;
}

export async function getAd(db: Database, id: string): Promise<Ad | null> {
  const [row] = await db.select().from(ads).where(eq(ads.id, id));
  return row ? adOf(row) : null;
}

/** The merchant's ads, newest first. */
export async function listAds(db: Database, limit: number): Promise<Ad[]> {
  const rows = await db.select().from(ads).orderBy(desc(ads.createdAt)).limit(limit);
  return rows.map(adOf);
}

/** Keeps the id that Meta gave a step, before the next is asked for. */
export async function keepAdId(db: Database, id: string, step: AdStep, metaId: string): Promise<void> {
  await db
    .update(ads)
    .set({ [COLUMNS[step]]: metaId, unsure: false })
    .where(eq(ads.id, id));
}

/** Lets go of an ad. `unsure`: an answer got lost, so Meta is asked before the step is made again. */
export async function releaseAd(db: Database, id: string, unsure: boolean): Promise<void> {
  await db
    .update(ads)
    .set({ leaseUntil: null, ...(unsure ? { unsure } : {}) })
    .where(eq(ads.id, id));
}

export async function keepAdSpend(
  db: Database,
  id: string,
  spend: { amountMinor: number; currency: string; at: Date },
): Promise<void> {
  await db
    .update(ads)
    .set({ spendMinor: spend.amountMinor, spendCurrency: spend.currency, spendAt: spend.at })
    .where(eq(ads.id, id));
}

function adOf(row: Row): Ad {
  const ids: AdIds = Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([step, column]) => (row[column] === null ? [] : [[step, row[column]]])),
  );
  return { ...row, settings: adSettingsSchema.parse(row.settings), ids };
}
