import { sql } from 'drizzle-orm';
import type { Sequence } from '@/lib/domain/backup/backup-record';
import type { TableShape } from './backup-tables';
import type { Database } from './client';

/** Whether the shop is as new: nobody owns it, nobody ever bought here, and there is nothing to buy. */
export async function isEmptyShop(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ is_empty: boolean }>(sql`
    select not exists (select 1 from merchants) and not exists (select 1 from orders)
      and not exists (select 1 from products) and not exists (select 1 from shoppers) as is_empty`);
  return rows[0]?.is_empty === true;
}

/** Nobody else reads or writes until the transaction ends: a shop that is running waits. */
export async function lockTables(tx: Database, tables: TableShape[]): Promise<void> {
  const names = tables.map(({ name }) => sql.identifier(name));
  await tx.execute(sql`lock table ${sql.join(names, sql`, `)} in access exclusive mode`);
}

type Constraint = { table: string; name: string; definition: string };

/**
 * Opens the tables for rows as they were written elsewhere, within the caller's transaction: no trigger of ours writes or refuses
 * anything, and a row may come before the row that it points at. What it answers puts everything back; PostgreSQL then
 * looks at each pointer, and refuses all of it where one points nowhere.
 */
export async function openTables(tx: Database, tables: TableShape[]): Promise<() => Promise<void>> {
  // One statement may read all of a large table.
  await tx.execute(sql`set local statement_timeout = 0`);
  const { rows: pointers } = await tx.execute<Constraint>(sql`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  for (const { table, name } of pointers)
    await tx.execute(sql`alter table ${sql.raw(table)} drop constraint ${sql.identifier(name)}`);
  const names = tables.map(({ name }) => sql.identifier(name));
  for (const name of names) await tx.execute(sql`alter table ${name} disable trigger user`);
  await tx.execute(sql`truncate ${sql.join(names, sql`, `)}`);
  return async () => {
    for (const { table, name, definition } of pointers)
      await tx.execute(
        sql`alter table ${sql.raw(table)} add constraint ${sql.identifier(name)} ${sql.raw(definition)}`,
      );
    for (const name of names) await tx.execute(sql`alter table ${name} enable trigger user`);
  };
}

/** `lines` as `readTable` gave them. */
export async function writeRows(tx: Database, { name, columns }: TableShape, lines: string[]): Promise<void> {
  const names = columns.map((column) => sql.identifier(column.name));
  const values = columns.map((column, place) => sql`(line ->> ${sql.raw(String(place))})::${sql.raw(column.type)}`);
  await tx.execute(sql`
    insert into ${sql.identifier(name)} (${sql.join(names, sql`, `)}) overriding system value
    select ${sql.join(values, sql`, `)} from json_array_elements(${`[${lines.join(',')}]`}::json) as line`);
}

/** Numbers go on where they stopped. */
export async function setSequences(tx: Database, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, last, isCalled } of sequences)
    await tx.execute(sql`select setval(${`public."${name}"`}::regclass, ${last}::bigint, ${isCalled})`);
}
