import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { ImportProblem } from '@/lib/domain/catalogue/import/imported-product';
import type { ImportOptions, ImportStatus } from '@/lib/domain/catalogue/transfer/import-job';
import type { Database } from './client';
import { catalogueImportItems, catalogueImportProblems, catalogueImports } from './schema/imports';

export type ImportJob = typeof catalogueImports.$inferSelect;
export type ImportItem = typeof catalogueImportItems.$inferSelect;
export type ImportView = Omit<ImportJob, 'content' | 'claim' | 'claimedUntil'>;

const RUNNING: ImportStatus[] = ['reading', 'applying', 'undoing'];
const SHOWN = {
  id: catalogueImports.id,
  fileName: catalogueImports.fileName,
  status: catalogueImports.status,
  format: catalogueImports.format,
  options: catalogueImports.options,
  columns: catalogueImports.columns,
  problem: catalogueImports.problem,
  problemDetail: catalogueImports.problemDetail,
  total: catalogueImports.total,
  done: catalogueImports.done,
  added: catalogueImports.added,
  changed: catalogueImports.changed,
  unchanged: catalogueImports.unchanged,
  errors: catalogueImports.errors,
  remarks: catalogueImports.remarks,
  who: catalogueImports.who,
  createdAt: catalogueImports.createdAt,
  appliedAt: catalogueImports.appliedAt,
};

/** A new file, to be read by the worker; those before it that were never taken go. */
export async function insertImport(
  db: Database,
  job: { id: string; fileName: string; content: string; options: ImportOptions; who: string; at: Date },
): Promise<void> {
  const { at, ...row } = job;
  await db
    .delete(catalogueImports)
    .where(inArray(catalogueImports.status, ['mapping', 'ready', 'failed'] satisfies ImportStatus[]));
  await db.insert(catalogueImports).values({ ...row, status: 'reading', columns: [], createdAt: at });
}

export async function getImport(db: Database, id: string): Promise<ImportView | null> {
  const [row] = await db.select(SHOWN).from(catalogueImports).where(eq(catalogueImports.id, id));
  return row ?? null;
}

/** The newest imports, newest first. */
export async function listImports(db: Database, limit: number): Promise<ImportView[]> {
  return db.select(SHOWN).from(catalogueImports).orderBy(desc(catalogueImports.createdAt)).limit(limit);
}

/** The id of the import that was taken last and not undone: the only one that can be. */
export async function getLastTaken(db: Database): Promise<string | null> {
  const [row] = await db
    .select({ id: catalogueImports.id })
    .from(catalogueImports)
    .where(inArray(catalogueImports.status, ['done', 'undoing', 'applying'] satisfies ImportStatus[]))
    .orderBy(sql`${catalogueImports.appliedAt} desc nulls first`)
    .limit(1);
  return row?.id ?? null;
}

/** Puts an import on its way, from one of the states where that may be; false from any other. */
export async function startImport(
  db: Database,
  id: string,
  step: { from: ImportStatus[]; to: ImportStatus; options?: ImportOptions; who?: string },
): Promise<boolean> {
  const started = await db
    .update(catalogueImports)
    .set({
      status: step.to,
      done: 0,
      claim: null,
      claimedUntil: null,
      ...(step.options ? { options: step.options } : {}),
      ...(step.who ? { who: step.who } : {}),
    })
    .where(and(eq(catalogueImports.id, id), inArray(catalogueImports.status, step.from)))
    .returning({ id: catalogueImports.id });
  return started.length > 0;
}

export async function deleteImport(db: Database, id: string): Promise<void> {
  await db
    .delete(catalogueImports)
    .where(
      and(
        eq(catalogueImports.id, id),
        inArray(catalogueImports.status, ['mapping', 'ready', 'failed'] satisfies ImportStatus[]),
      ),
    );
}

/** Takes the oldest import that waits for a worker, for as long as `until`. Null when none does. Safe with many workers. */
export async function claimImport(
  db: Database,
  { claim, now, until }: { claim: string; now: Date; until: Date },
): Promise<ImportJob | null> {
  const [row] = await db
    .update(catalogueImports)
    .set({ claim, claimedUntil: until })
    .where(
      eq(
        catalogueImports.id,
        sql`(select id from ${catalogueImports} where status in ('reading', 'applying', 'undoing')
          and (claimed_until is null or claimed_until < ${now.toISOString()})
          order by created_at limit 1 for update skip locked)`,
      ),
    )
    .returning();
  return row ?? null;
}

type Progress = Partial<Pick<ImportJob, 'total' | 'done' | 'format' | 'claimedUntil'>>;

/** Says how far the holder of a claim came; false when somebody else has taken over. */
export async function reportProgress(db: Database, job: Pick<ImportJob, 'id' | 'claim'>, progress: Progress) {
  const rows = await db
    .update(catalogueImports)
    .set(progress)
    .where(isMine(job))
    .returning({ id: catalogueImports.id });
  return rows.length > 0;
}

/** Ends the work that a claim was for; false, and nothing changed, when somebody else has taken over. */
export async function endWork(
  db: Database,
  job: Pick<ImportJob, 'id' | 'claim'>,
  end: { status: ImportStatus } & Partial<
    Pick<
      ImportJob,
      | 'problem'
      | 'problemDetail'
      | 'added'
      | 'changed'
      | 'unchanged'
      | 'errors'
      | 'remarks'
      | 'columns'
      | 'format'
      | 'content'
      | 'appliedAt'
      | 'total'
      | 'done'
    >
  >,
): Promise<boolean> {
  const rows = await db
    .update(catalogueImports)
    .set({ problem: null, problemDetail: null, ...end, claim: null, claimedUntil: null })
    .where(isMine(job))
    .returning({ id: catalogueImports.id });
  return rows.length > 0;
}

function isMine({ id, claim }: Pick<ImportJob, 'id' | 'claim'>) {
  return and(
    eq(catalogueImports.id, id),
    eq(catalogueImports.claim, claim ?? ''),
    inArray(catalogueImports.status, RUNNING),
  );
}

/** Forgets what an earlier reading found. */
export async function clearFindings(db: Database, id: string): Promise<void> {
  await db.delete(catalogueImportItems).where(eq(catalogueImportItems.importId, id));
  await db.delete(catalogueImportProblems).where(eq(catalogueImportProblems.importId, id));
}

export async function insertItems(db: Database, items: ImportItem[]): Promise<void> {
  if (items.length > 0) await db.insert(catalogueImportItems).values(items);
}

export async function insertProblems(
  db: Database,
  importId: string,
  problems: (ImportProblem & { place: number; isError: boolean })[],
): Promise<void> {
  if (problems.length > 0)
    await db.insert(catalogueImportProblems).values(problems.map((problem) => ({ ...problem, importId })));
}

/** The next items of an import, in the order of the file. */
export async function listItems(db: Database, importId: string, after: number, limit: number): Promise<ImportItem[]> {
  return db
    .select()
    .from(catalogueImportItems)
    .where(and(eq(catalogueImportItems.importId, importId), gt(catalogueImportItems.place, after)))
    .orderBy(asc(catalogueImportItems.place))
    .limit(limit);
}

/** What is wrong with a file, errors first, in the order of its rows. */
export async function listProblems(db: Database, importId: string, limit: number) {
  const { row, column, reason, value, isError } = catalogueImportProblems;
  return db
    .select({ row, column, reason, value, isError })
    .from(catalogueImportProblems)
    .where(eq(catalogueImportProblems.importId, importId))
    .orderBy(desc(isError), asc(row), asc(column))
    .limit(limit);
}

/** Items of imports before this one can be undone no more: what stood before need not stay. */
export async function forgetOlderItems(db: Database, importId: string): Promise<void> {
  await db.delete(catalogueImportItems).where(ne(catalogueImportItems.importId, importId));
}
