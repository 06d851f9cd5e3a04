import { sql } from 'drizzle-orm';
import type { Sequence } from '@/lib/domain/backup/backup-record';
import type { Database } from './client';

/** What is for a moment or opens a door, and is not kept: after a restore everybody signs in again. */
const NOT_KEPT = ['merchant_sessions', 'merchant_verifications', 'merchant_rate_limits'];
const BATCH = 200;

export type TableShape = { name: string; columns: { name: string; type: string }[] };

/** The mark of the tables' form: two databases with the same mark went through the same migrations. */
export async function getSchemaMark(db: Database): Promise<string> {
  const { rows } = await db.execute<{ mark: string }>(
    sql`select count(*) || '-' || left(md5(string_agg(hash, ',' order by created_at)), 12) as mark from drizzle.__drizzle_migrations`,
  );
  const [row] = rows;
  if (!row) throw new Error('the database has no migrations');
  return row.mark;
}

/** The tables that a backup holds, with the columns that somebody writes (not those that PostgreSQL reckons). */
export async function listBackupTables(db: Database): Promise<TableShape[]> {
  const { rows } = await db.execute<TableShape>(sql`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and c.relname not in ${NOT_KEPT}
    group by c.relname order by c.relname`);
  return rows;
}

export async function listSequences(db: Database): Promise<Sequence[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`,
  );
  const values: Sequence[] = [];
  for (const { name } of rows) {
    const found = await db.execute<{ last: string; called: boolean }>(
      sql`select last_value::text as last, is_called as called from ${sql.identifier(name)}`,
    );
    const [row] = found.rows;
    if (row) values.push({ name, last: row.last, isCalled: row.called });
  }
  return values;
}

/** All rows of a table, batch by batch: each a JSON array of its columns as PostgreSQL writes them, which loses nothing. */
export async function readTable(
  tx: Database,
  { name, columns }: TableShape,
  take: (lines: string[]) => Promise<void>,
): Promise<void> {
  const texts = columns.map((column) => sql`${sql.identifier(column.name)}::text`);
  await tx.execute(
    sql`declare backup_rows no scroll cursor for select to_json(array[${sql.join(texts, sql`, `)}])::text as line from ${sql.identifier(name)}`,
  );
  for (;;) {
    const { rows } = await tx.execute<{ line: string }>(sql`fetch ${sql.raw(String(BATCH))} from backup_rows`);
    if (rows.length > 0) await take(rows.map(({ line }) => line));
    if (rows.length < BATCH) break;
  }
  await tx.execute(sql`close backup_rows`);
}

/** Reads everything as it stood in one moment, while the shop goes on. */
export function inSnapshot<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}
