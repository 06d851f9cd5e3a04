import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import { type OpenDatabase, openDatabase } from './client';

let database: TestDatabase | null = null;
let one: OpenDatabase | null = null;
afterEach(async () => {
  await one?.close();
  await database?.drop();
});

async function openOne(): Promise<OpenDatabase> {
  database = await createTestDatabase();
  one = openDatabase(database.url, { maxConnections: 1 });
  return one;
}

async function countPrepared({ pool }: OpenDatabase): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int from pg_prepared_statements');
  return rows[0]?.count ?? 0;
}

it('plans a statement once a connection, however often it is asked and with whatever values', async () => {
  const open = await openOne();
  for (const value of [1, 2, 3]) {
    const { rows } = await open.db.execute(sql`select ${value}::int as value`);
    expect(rows).toEqual([{ value }]);
  }
  expect(await countPrepared(open)).toBe(1);
});

it('does not fill the server with statements whose text grows with their data', async () => {
  const open = await openOne();
  for (let at = 0; at < 600; at += 1) await open.db.execute(sql`${sql.raw(`select ${at}`)} + ${1}::int`);
  expect(await countPrepared(open)).toBeLessThanOrEqual(500);
});
