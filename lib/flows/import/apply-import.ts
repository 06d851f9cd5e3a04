import { setTimeout as pause } from 'node:timers/promises';
import { writeAuditOf } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import {
  endWork,
  forgetOlderItems,
  type ImportItem,
  type ImportJob,
  listItems,
  reportProgress,
} from '@/lib/db/catalogue-imports';
import type { Database } from '@/lib/db/client';
import { constraintOf, inTransaction } from '@/lib/db/transaction';
import { lockVersions } from '@/lib/db/write-import';
import { type ImportDeps, LEASE_MS } from './read-import';
import { writeProducts, writeVariants } from './write-plans';

const BATCH = 200;
const LONGEST_REST_MS = 500;

/** Rolls everything back, with the reason that the merchant reads. */
export class Stopped extends Error {
  constructor(readonly problem: 'changed_meanwhile' | 'taken_over' | 'undo_too_late') {
    super(problem);
  }
}

/**
 * Takes a compared file into the shop, all of it or nothing, in one transaction; shoppers go on buying meanwhile. Where a product
 * was edited since it was compared, nothing is taken, and the file is compared anew.
 */
export async function applyImport(deps: ImportDeps, job: ImportJob): Promise<void> {
  try {
    await inTransaction(deps.db, async (tx) => {
      const at = deps.now();
      const writing = { tx, at, newId: deps.newId };
      const total = job.added + job.changed;
      const slugs: string[] = [];
      for await (const items of batchesOf(deps, tx, job, { total, share: 0, gently: true })) {
        await refuseStale(tx, items);
        await writeProducts(writing, items);
        if (slugs.length <= 100) slugs.push(...items.map(({ plan }) => plan.slug));
      }
      const booked = { editId: job.id, who: job.who, why: 'import' };
      for await (const items of batchesOf(deps, tx, job, { total, share: total }))
        if (!(await writeVariants(writing, items, booked))) throw new Stopped('changed_meanwhile');
      if (slugs.length > 0) await announceCatalogueChange(tx, slugs);
      await forgetOlderItems(tx, job.id);
      await writeAuditOf(tx, auditOf(job, 'import.taken', at));
      const isMine = await endWork(tx, job, {
        status: 'done',
        content: null,
        appliedAt: at,
        total: 2 * total,
        done: 2 * total,
      });
      if (!isMine) throw new Stopped('taken_over');
    });
    deps.log('catalogue.imported', { import: job.id, added: job.added, changed: job.changed, who: job.who });
  } catch (error) {
    await settle(deps, job, error);
  }
}

/** What the log of the shop says about it: the file and how much it changed, not each product. */
export function auditOf(job: ImportJob, what: 'import.taken' | 'import.undone', at: Date) {
  const after = { file: job.fileName, added: job.added, changed: job.changed };
  return { who: job.who, what, about: `import:${job.id}`, after, at };
}

/**
 * Every item of an import in batches, the progress said between them. `gently`: it rests as long as it worked, so that shoppers
 * are served first; not where it holds what they want to buy.
 */
export async function* batchesOf(
  deps: ImportDeps,
  tx: Database,
  job: ImportJob,
  progress: { total: number; share: number; gently?: boolean },
): AsyncGenerator<ImportItem[]> {
  let done = progress.share;
  for (let after = 0; ; ) {
    const items = await listItems(tx, job.id, after, BATCH);
    const last = items.at(-1);
    if (!last) return;
    const began = deps.now().getTime();
    yield items;
    if (progress.gently) await pause(Math.min(LONGEST_REST_MS, deps.now().getTime() - began));
    after = last.place;
    done += items.length;
    // Beside the transaction: it shall be seen before the commit.
    const claimedUntil = new Date(deps.now().getTime() + LEASE_MS);
    if (!(await reportProgress(deps.db, job, { total: 2 * progress.total, done, claimedUntil })))
      throw new Stopped('taken_over');
  }
}

async function refuseStale(tx: Database, items: ImportItem[]): Promise<void> {
  const known = items.filter((item) => !item.isNew);
  const versions = await lockVersions(
    tx,
    known.map((item) => item.productId),
  );
  if (known.some((item) => versions.get(item.productId) !== item.plan.seenVersion))
    throw new Stopped('changed_meanwhile');
}

// An address or a SKU that was free when the file was compared has gone to somebody else.
const TAKEN = new Set(['products_slug', 'products_import_key_unique', 'variants_sku_unique']);

async function settle(deps: ImportDeps, job: ImportJob, error: unknown): Promise<void> {
  const isTaken = TAKEN.has(constraintOf(error) ?? '');
  if (!isTaken && !(error instanceof Stopped)) throw error;
  if (error instanceof Stopped && error.problem === 'taken_over') return;
  await endWork(deps.db, job, { status: 'reading', problem: 'changed_meanwhile' });
  deps.log('catalogue.import_compared_anew', { import: job.id });
}
