import { desc, eq } from 'drizzle-orm';
import { homeBlocksSchema } from '@/lib/domain/home/blocks';
import { type HomeVersion, NO_HOME } from '@/lib/domain/home/version';
import type { Database } from './client';
import { homeVersions } from './schema/home';
import { merchants } from './schema/merchants';

type Row = typeof homeVersions.$inferSelect;

/** What the desk works on: the newest state, or an empty one with the number 0. */
export async function getLatestHome(db: Database): Promise<Pick<HomeVersion, 'number' | 'state' | 'blocks'>> {
  const [row] = await db.select().from(homeVersions).orderBy(desc(homeVersions.number)).limit(1);
  return row ? toVersion(row) : NO_HOME;
}

/** What shoppers see; null before anything was published. */
export async function getPublishedHome(db: Database): Promise<HomeVersion | null> {
  const [row] = await db
    .select()
    .from(homeVersions)
    .where(eq(homeVersions.state, 'published'))
    .orderBy(desc(homeVersions.number))
    .limit(1);
  return row ? toVersion(row) : null;
}

export async function getHomeVersion(db: Database, number: number): Promise<HomeVersion | null> {
  const [row] = await db.select().from(homeVersions).where(eq(homeVersions.number, number));
  return row ? toVersion(row) : null;
}

export type PublishedRow = { number: number; madeAt: Date; blocks: number; name: string | null };

/** What was once published, newest first, with whoever did it; the name is null where she is no longer on the staff. */
export async function listPublishedHomes(db: Database, limit: number): Promise<PublishedRow[]> {
  const rows = await db
    .select({
      number: homeVersions.number,
      madeAt: homeVersions.madeAt,
      blocks: homeVersions.blocks,
      name: merchants.name,
    })
    .from(homeVersions)
    .leftJoin(merchants, eq(merchants.id, homeVersions.madeBy))
    .where(eq(homeVersions.state, 'published'))
    .orderBy(desc(homeVersions.number))
    .limit(limit);
  return rows.map((row) => ({ ...row, blocks: row.blocks.length }));
}

/**
 * Writes the state that follows `seenNumber`; its own number, or null where somebody else wrote one meanwhile. Two at one
 * moment: the number is taken once.
 */
export async function insertHomeVersion(
  tx: Database,
  seenNumber: number,
  version: Omit<typeof homeVersions.$inferInsert, 'number'>,
): Promise<number | null> {
  const latest = await getLatestHome(tx);
  if (latest.number !== seenNumber) return null;
  const [row] = await tx
    .insert(homeVersions)
    .values({ ...version, number: seenNumber + 1 })
    .onConflictDoNothing()
    .returning({ number: homeVersions.number });
  return row?.number ?? null;
}

function toVersion({ number, state, blocks, restoredFrom, madeAt }: Row): HomeVersion {
  return { number, state, blocks: homeBlocksSchema.parse(blocks), restoredFrom, madeAt };
}
