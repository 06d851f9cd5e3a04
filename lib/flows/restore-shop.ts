import { getSchemaMark, listBackupTables, type TableShape } from '@/lib/db/backup-tables';
import type { Database } from '@/lib/db/client';
import { isEmptyShop, lockTables, openTables, setSequences, writeRows } from '@/lib/db/restore-tables';
import {
  BackupFault,
  type BackupProblem,
  type BackupRecord,
  createTally,
  type Sequence,
} from '@/lib/domain/backup/backup-record';
import { isRenditionName } from '@/lib/domain/catalogue/picture';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** `records` reads the file from its beginning, each time it is called. */
type Backup = { schema: string; records: () => AsyncIterable<BackupRecord> };
type RestoreProblem = BackupProblem | 'shop_not_empty';
type Restored = { tables: number; rows: number; pictures: number };

/**
 * Brings a backup into a shop that is as new: all of it, or nothing. The file is read to its end before anything is written; then the
 * pictures are put into the store, and the tables are written in one transaction. Problems: "shop_not_empty";
 * "backup_other_version" where the tables had another form; "backup_damaged"; "backup_other_key".
 */
export async function restoreShop(
  deps: Pick<Deps, 'db' | 'log' | 'pictures'>,
  backup: Backup,
): Promise<Result<Restored, RestoreProblem>> {
  try {
    if (backup.schema !== (await getSchemaMark(deps.db))) return fail('backup_other_version');
    const tables = new Map((await listBackupTables(deps.db)).map((table) => [table.name, table]));
    const restored = await lookThrough(backup, tables);
    if (!(await isEmptyShop(deps.db))) return fail('shop_not_empty');
    const done = await write(deps, backup, tables);
    if (!done.ok) return done;
    deps.log('backup.restored', restored);
    return succeed(restored);
  } catch (error) {
    if (error instanceof BackupFault) return fail(error.problem);
    throw error;
  }
}

/** Reads all of it and changes nothing; what it brings. */
async function lookThrough({ records }: Backup, tables: ReadonlyMap<string, TableShape>): Promise<Restored> {
  const tally = createTally();
  const restored = { tables: 0, rows: 0, pictures: 0 };
  for await (const record of records()) {
    tally.add(record);
    if (record.is === 'table') {
      const ours = tables.get(record.name)?.columns.map(({ name }) => name);
      if (JSON.stringify(ours) !== JSON.stringify(record.columns)) throw new BackupFault('backup_other_version');
      restored.tables += 1;
    } else if (record.is === 'rows') restored.rows += record.lines.length;
    else if (record.is === 'picture') {
      if (!isRenditionName(record.name)) throw new BackupFault('backup_damaged');
      restored.pictures += 1;
    }
  }
  if (!tally.isWhole()) throw new BackupFault('backup_damaged');
  return restored;
}

async function write(
  { db, pictures: { store } }: Pick<Deps, 'db' | 'pictures'>,
  backup: Backup,
  tables: ReadonlyMap<string, TableShape>,
): Promise<Result<null, 'shop_not_empty'>> {
  const put: string[] = [];
  let isDone = false;
  try {
    for await (const record of backup.records()) {
      if (record.is !== 'picture') continue;
      // In a bucket that the old shop uses still, what was there stays there.
      if (!(await store.get(record.name))) put.push(record.name);
      await store.put(record.name, { bytes: record.bytes, contentType: record.contentType });
    }
    const written = await db.transaction((tx) => writeTables(tx, backup, tables));
    isDone = written.ok;
    return written;
  } finally {
    if (!isDone) await store.remove(put);
  }
}

async function writeTables(
  tx: Database,
  { records }: Backup,
  tables: ReadonlyMap<string, TableShape>,
): Promise<Result<null, 'shop_not_empty'>> {
  const shapes = [...tables.values()];
  await lockTables(tx, shapes);
  if (!(await isEmptyShop(tx))) return fail('shop_not_empty');
  const close = await openTables(tx, shapes);
  const sequences: Sequence[] = [];
  for await (const record of records()) {
    const table = record.is === 'rows' ? tables.get(record.table) : undefined;
    if (record.is === 'rows' && table) await writeRows(tx, table, record.lines);
    if (record.is === 'sequences') sequences.push(...record.values);
  }
  await close();
  // Last, for a sequence does not go back with its transaction.
  await setSequences(tx, sequences);
  return succeed(null);
}
