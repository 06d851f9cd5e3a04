import { createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import { openDatabase } from './client';
import { counters } from './schema/orders';
import { inTransaction, isDatabaseDown } from './transaction';

let database: TestDatabase | null = null;
afterEach(async () => {
  await database?.drop();
  database = null;
});

async function problemOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('isDatabaseDown', () => {
  it('knows a refused connection, by address and by name', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const open = openDatabase(`postgres://kiosk@${host}:1/kiosk`);
      expect(isDatabaseDown(await problemOf(open.db.execute(sql`select 1`)))).toBe(true);
      await open.close();
    }
  });

  it('knows a server that takes the connection and then says nothing', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    const open = openDatabase(`postgres://kiosk@127.0.0.1:${port}/kiosk`);
    expect(isDatabaseDown(await problemOf(open.db.execute(sql`select 1`)))).toBe(true);
    silent.close();
  });

  it('knows a connection that froze in the middle, by our own clock', async () => {
    database = await createTestDatabase();
    const open = openDatabase(database.url, { queryTimeoutMs: 200 });
    expect(isDatabaseDown(await problemOf(open.db.execute(sql`select pg_sleep(2)`)))).toBe(true);
    await open.close();
  });

  it('does not take a wrong statement for it', async () => {
    database = await createTestDatabase();
    expect(isDatabaseDown(await problemOf(database.open.db.execute(sql`select nothing`)))).toBe(false);
  });
});

it('repeats a deadlocked transaction, and both effects stand once', async () => {
  database = await createTestDatabase();
  const { db } = database.open;
  await db.insert(counters).values([
    { name: 'a', value: 0 },
    { name: 'b', value: 0 },
  ]);
  let firstLocks = 0;
  let release = () => undefined as undefined;
  const bothHold = new Promise<void>((resolve) => {
    release = () => void resolve() as undefined;
  });
  const raise = (order: string[]) =>
    inTransaction(db, async (tx) => {
      for (const [index, name] of order.entries()) {
        await tx.execute(sql`update counters set value = value + 1 where name = ${name}`);
        if (index === 0 && ++firstLocks === 2) release();
        if (index === 0 && firstLocks <= 2) await bothHold;
      }
    });
  await Promise.all([raise(['a', 'b']), raise(['b', 'a'])]);
  expect(await db.select().from(counters).orderBy(counters.name)).toEqual([
    { name: 'a', value: 2 },
    { name: 'b', value: 2 },
  ]);
  expect(firstLocks).toBeGreaterThan(2);
});
