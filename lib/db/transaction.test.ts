import { connect, createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import { openDatabase } from './client';
import { counters } from './schema/orders';
import { inTransaction, isDatabaseDown, together } from './transaction';

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

it('keeps its clients when no transaction can begin: with the database back, all is as before', async () => {
  database = await createTestDatabase();
  const frozen = { is: false };
  const { hostname, port } = new URL(database.url);
  const relay = createServer((from) => {
    const to = connect(Number(port), hostname);
    from.on('data', (bytes) => void (frozen.is || to.write(bytes)));
    to.on('data', (bytes) => void (frozen.is || from.write(bytes)));
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => relay.once('listening', resolve));
  const address = relay.address();
  const url = new URL(database.url);
  url.port = String(address && typeof address === 'object' ? address.port : 0);
  const open = openDatabase(url.toString(), { maxConnections: 2, queryTimeoutMs: 200, connectTimeoutMs: 500 });
  const begin = () => problemOf(inTransaction(open.db, (tx) => tx.execute(sql`select 1`)));
  expect(await Promise.all([begin(), begin()])).toEqual([null, null]);
  frozen.is = true;
  for (let tries = 0; tries < 3; tries += 1) expect(isDatabaseDown(await begin())).toBe(true);
  frozen.is = false;
  expect(await Promise.all([begin(), begin(), begin()])).toEqual([null, null, null]);
  await open.close();
  relay.close();
});

it('of queries that travel together names the failure of the first, whichever is heard', async () => {
  database = await createTestDatabase();
  const full = sql`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`;
  const problem = await problemOf(
    inTransaction(database.open.db, async (tx) => {
      const [, second] = await Promise.allSettled([tx.execute(full), tx.execute(sql`select 1`)]);
      if (second.status === 'rejected') throw second.reason;
    }),
  );
  expect(isDatabaseDown(problem)).toBe(true);
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

it('leaves nothing behind of a transaction whose queries travelled together, though one of them failed', async () => {
  database = await createTestDatabase();
  const { db } = database.open;
  const put = (name: string, value: number) => sql`insert into counters (name, value) values (${name}, ${value})`;
  for (let round = 0; round < 20; round += 1) {
    const work = inTransaction(db, (tx) =>
      Promise.all([
        (async () => {
          await tx.execute(put(`first ${round}`, 1));
          for (let turn = 0; turn < round; turn += 1) await Promise.resolve();
          await tx.execute(put(`second ${round}`, 1));
        })(),
        tx.execute(put('no number', Number.NaN)),
      ]),
    );
    expect(await problemOf(work)).not.toBeNull();
  }
  expect(await db.select().from(counters)).toEqual([]);
});

describe('together', () => {
  it('answers each part in its place, and asks each once', async () => {
    database = await createTestDatabase();
    const { db } = database.open;
    const answers = await inTransaction(db, (tx) =>
      together([tx.insert(counters).values({ name: 'once', value: 1 }).returning(), tx.select().from(counters), 3]),
    );
    expect(answers).toEqual([[{ name: 'once', value: 1 }], [{ name: 'once', value: 1 }], 3]);
  });

  it('fails only when all has ended: what goes on after the failure is rolled back with the rest', async () => {
    database = await createTestDatabase();
    const { db } = database.open;
    // The failure is on our side, so the server knows of none: a query after the rollback would stand.
    const failed = inTransaction(db, async (tx) => {
      const chain = async () => {
        for (const name of ['first', 'second', 'third']) await tx.insert(counters).values({ name, value: 1 });
      };
      await together([chain(), Promise.reject(new Error('on our side'))]);
    });
    expect(await problemOf(failed)).toMatchObject({ message: 'on our side' });
    expect(await db.select().from(counters)).toEqual([]);
  });
});
