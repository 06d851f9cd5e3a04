import { deleteImport, getImport, getLastTaken, insertImport, startImport } from '@/lib/db/catalogue-imports';
import { inTransaction } from '@/lib/db/transaction';
import type { ImportOptions } from '@/lib/domain/catalogue/transfer/import-job';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from '../deps';

type Needs = Pick<Deps, 'db' | 'now' | 'newId' | 'log'>;
/** `who` asks: "merchant:id", or the command line. */
type ImportStep = { importId: string; who: string };

/** Takes a file in, to be compared with the shop; answers its id. Nothing of the shop changes. */
export async function takeFile(
  deps: Needs,
  file: { name: string; content: string; options: ImportOptions; who: string },
): Promise<string> {
  const { name, content, options, who } = file;
  const id = deps.newId();
  await insertImport(deps.db, { id, fileName: name.slice(0, 200), content, options, who, at: deps.now() });
  deps.log('catalogue.import_uploaded', { import: id, who });
  return id;
}

/** Compares a file anew with other options: another currency, or what its columns mean. Problem: "not_found". */
export async function compareAnew(
  deps: Needs,
  step: ImportStep & { options: ImportOptions },
): Promise<Result<null, 'not_found'>> {
  const started = await startImport(deps.db, step.importId, {
    from: ['mapping', 'ready', 'failed'],
    to: 'reading',
    options: step.options,
  });
  return started ? succeed(null) : fail('not_found');
}

/** Has a compared file taken by the worker. Problems: "not_found"; "import_has_errors": they must be mended in the file first. */
export async function takeImport(
  deps: Needs,
  { importId, who }: ImportStep,
): Promise<Result<null, 'not_found' | 'import_has_errors'>> {
  const job = await getImport(deps.db, importId);
  if (!job) return fail('not_found');
  if (job.errors > 0) return fail('import_has_errors');
  const started = await startImport(deps.db, importId, { from: ['ready'], to: 'applying', who });
  if (!started) return fail('not_found');
  deps.log('catalogue.import_started', { import: importId, who });
  return succeed(null);
}

/** Has the last import undone by the worker. Problem: "undo_too_late" where another one came after it. */
export async function takeBack(deps: Needs, { importId, who }: ImportStep): Promise<Result<null, 'undo_too_late'>> {
  return inTransaction(deps.db, async (tx) => {
    if ((await getLastTaken(tx)) !== importId) return fail('undo_too_late');
    if (!(await startImport(tx, importId, { from: ['done'], to: 'undoing', who }))) return fail('undo_too_late');
    deps.log('catalogue.import_undo_started', { import: importId, who });
    return succeed(null);
  });
}

/** Throws a file away that was not taken. */
export async function dropImport(deps: Needs, { importId }: ImportStep): Promise<Result<null, never>> {
  await deleteImport(deps.db, importId);
  return succeed(null);
}
