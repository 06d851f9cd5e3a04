import { setTimeout as pause } from 'node:timers/promises';
import { getImport, type ImportView, listProblems } from '@/lib/db/catalogue-imports';
import { describeImportProblem } from '@/lib/domain/catalogue/import/report';
import { type ImportOptions, isUnderWay } from '@/lib/domain/catalogue/transfer/import-job';
import { takeFile, takeImport } from '@/lib/flows/import/steer-import';
import { workImports } from '@/lib/flows/import/work-imports';
import { sanitiseHtml } from '@/lib/import/html';
import { openTable } from '@/lib/import/open-table';
import type { DataHouse } from '@/lib/server/data-house';

const WHO = 'command';

/**
 * Takes a file of our own, or of Meta's catalogue, whole or not at all, as the desk does: what is wrong is printed by row and
 * column. Answers the exit code.
 */
export async function takeWholeFile(
  house: DataHouse,
  file: { name: string; content: string; options: ImportOptions },
): Promise<number> {
  const importId = await takeFile(house, { ...file, who: WHO });
  const compared = await ended(house, importId);
  for (const problem of await listProblems(house.db, importId, 1_000))
    process.stdout.write(`${describeImportProblem(problem)}\n`);
  if (compared.status !== 'ready' || compared.errors > 0) {
    const why = compared.problem ?? (compared.status === 'mapping' ? 'unknown columns' : `${compared.errors} errors`);
    process.stderr.write(`${file.name}: ${why}. Nothing was changed.\n`);
    return 2;
  }
  const { added, changed, unchanged, remarks } = compared;
  const started = added + changed > 0 ? await takeImport(house, { importId, who: WHO }) : null;
  const taken = started ? await ended(house, importId) : compared;
  if (taken.problem) {
    process.stderr.write(`${file.name}: ${taken.problem}. Nothing was changed.\n`);
    return 2;
  }
  process.stdout.write(`${added} new, ${changed} changed, ${unchanged} as before; ${remarks} remarks\n`);
  return 0;
}

/** Works on what waits, as the worker does; a worker of a running shop may be quicker. */
async function ended(house: DataHouse, importId: string): Promise<ImportView> {
  const deps = { ...house, files: { open: openTable, sanitise: sanitiseHtml } };
  for (;;) {
    const job = await getImport(house.db, importId);
    if (!job) throw new Error('the import is gone');
    if (!isUnderWay(job.status)) return job;
    if ((await workImports(deps)) === 0) await pause(200);
  }
}
