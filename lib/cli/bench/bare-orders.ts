import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { openDatabase } from '@/lib/db/client';
import { buy, fillCarts, makeDeps, totalOf } from './buyers';
import { type Statement, statementsOf } from './order-statements';
import { readSample, renewed, type Sample } from './sample-order';

const WARM_UP = 100;

export type BareOrders = {
  /** Orders a second by `clients` connections at once. */
  perSecond(clients: number, count: number): Promise<number>;
  close(): Promise<void>;
};

/**
 * The floor of an order: the rows that one order through the flow leaves, written again under other ids into the same tables
 * by plain prepared SQL, one statement after the other, one transaction, one commit. It decides nothing, asks nothing and
 * could not survive a lost answer. Needs a migrated, seeded database that nobody else uses; throws when it does not write as
 * many rows of each table as the shop.
 */
export async function openBareOrders(databaseUrl: string): Promise<BareOrders> {
  const sample = await compareOne(databaseUrl);
  const { db, pool, close } = openDatabase(databaseUrl, { maxConnections: 16 });
  const deps = makeDeps(db);
  const perSecond = async (clients: number, count: number) => {
    const shopperIds = await fillCarts(deps, `floor-${randomBytes(4).toString('hex')}-`, count);
    const waiting = shopperIds.map((id) => statementsOf(renewed(sample, id)));
    const began = performance.now();
    await Promise.all(Array.from({ length: clients }, () => writeAll(pool, waiting)));
    return count / ((performance.now() - began) / 1000);
  };
  await perSecond(8, WARM_UP);
  return { perSecond, close };
}

async function writeAll(pool: Pool, waiting: Statement[][]): Promise<void> {
  const client = await pool.connect();
  for (let order = waiting.pop(); order; order = waiting.pop()) {
    await client.query('begin');
    for (const statement of order) await client.query(statement);
    await client.query('commit');
  }
  client.release();
}

/** Has the shop make an order and the floor another; answers the first, if they wrote alike. */
async function compareOne(databaseUrl: string): Promise<Sample> {
  // One connection, so that its own count of what was written is the whole of it.
  const { db, pool, close } = openDatabase(databaseUrl, { maxConnections: 1 });
  try {
    const deps = makeDeps(db);
    const shopperIds = await fillCarts(deps, 'sample-', 3);
    const [first, bought, copied] = shopperIds;
    if (!first || !bought || !copied) throw new Error('there is nobody to buy');
    const total = await totalOf(deps, shopperIds);
    // The first order of a shop makes the counters, too.
    await buy(deps, first, total);
    const byShop = await writesOf(pool, () => buy(deps, bought, total));
    const sample = await readSample(pool, bought);
    const byFloor = await writesOf(pool, () => writeAll(pool, [statementsOf(renewed(sample, copied))]));
    if (byShop !== byFloor) throw new Error(`the shop writes for an order:\n${byShop}\nand the floor:\n${byFloor}`);
    return sample;
  } finally {
    await close();
  }
}

/** How many rows of each table were inserted, changed and deleted meanwhile, a table a line. */
async function writesOf(pool: Pool, work: () => Promise<void>): Promise<string> {
  const before = await countWrites(pool);
  await work();
  const after = await countWrites(pool);
  return [...after]
    .map(([table, counts]) => [table, ...counts.map((count, at) => count - (before.get(table)?.[at] ?? 0))])
    .filter(([, ...counts]) => counts.some((count) => count !== 0))
    .map(
      ([table, inserted, changed, deleted]) => `${table}: ${inserted} inserted, ${changed} changed, ${deleted} deleted`,
    )
    .join('\n');
}

async function countWrites(pool: Pool): Promise<Map<string, number[]>> {
  await pool.query('select pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ table: string; counts: number[] }>(
    `select relname as table, array[n_tup_ins, n_tup_upd, n_tup_del]::int[] as counts
     from pg_stat_user_tables order by relname`,
  );
  return new Map(rows.map(({ table, counts }) => [table, counts]));
}
