import { claimImport, endWork, type ImportJob } from '@/lib/db/catalogue-imports';
import { isDatabaseDown } from '@/lib/db/transaction';
import type { ImportStatus } from '@/lib/domain/catalogue/transfer/import-job';
import { applyImport } from './apply-import';
import { type ImportDeps, LEASE_MS, readImport } from './read-import';
import { undoImport } from './undo-import';

/** Where an import stands after work that nobody saw failing: nothing of it was written. */
const AFTER_FAILURE: Partial<Record<ImportStatus, ImportStatus>> = {
  reading: 'failed',
  applying: 'ready',
  undoing: 'done',
};

/**
 * Does the next thing that an import waits for: compares it, takes it, or brings back what stood before. Answers how many. What
 * fails for want of a database is tried again; anything else ends the work, and the merchant reads it.
 */
export async function workImports(deps: ImportDeps): Promise<number> {
  const now = deps.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const job = await claimImport(deps.db, { claim: deps.newId(), now, until });
  if (!job) return 0;
  try {
    await work(deps, job);
  } catch (error) {
    const status = AFTER_FAILURE[job.status];
    if (status && !isDatabaseDown(error)) await endWork(deps.db, job, { status, problem: 'unexpected' });
    throw error;
  }
  return 1;
}

function work(deps: ImportDeps, job: ImportJob): Promise<void> {
  if (job.status === 'reading') return readImport(deps, job);
  return job.status === 'applying' ? applyImport(deps, job) : undoImport(deps, job);
}
