import path from 'node:path';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, Pool, type PoolClient } from 'pg';
import { nameStatements } from './named-statements';

/** The pool or a transaction: every query function takes one of them first. */
export type Database = NodePgDatabase<Record<string, never>>;
export type OpenDatabase = { db: Database; pool: Pool; close(): Promise<void> };

const MIGRATION_LOCK = 4_017_001;

/**
 * Opens a pool on `url`. Connecting takes at most 2 s, an answer at most 5 s: after that the database counts as down. The
 * limit is kept on our side as well, since a frozen server does not keep its own.
 */
export function openDatabase(
  url: string,
  options: { maxConnections?: number; connectTimeoutMs?: number; queryTimeoutMs?: number } = {},
): OpenDatabase {
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    query_timeout: options.queryTimeoutMs ?? 5_000,
    // Queries of one transaction that do not wait for each other travel together, in the order in which they were asked.
    pipeline: true,
    allowExitOnIdle: true,
  });
  // A client that dies while idle or checked out emits 'error', and without a listener that ends the process.
  // The query that was running rejects on its own, so nothing is lost here.
  const heard = () => undefined;
  pool.on('error', heard);
  pool.on('connect', (client) => {
    client.on('error', heard);
    nameStatements(client);
    giveBackUnlessBegun(client);
  });
  return { db: drizzle({ client: pool }), pool, close: () => pool.end() };
}

// drizzle says "begin" before the part that gives the client back: one whose begin had no answer would be lost for ever,
// and with the last of them the whole pool. It is given back here, as broken.
function giveBackUnlessBegun(client: PoolClient): void {
  const ask = client.query;
  const query = (...given: unknown[]) => {
    const asked: unknown = Reflect.apply(ask, client, given);
    const [first] = given;
    const isBegin = /^begin\b/i.test(String(typeof first === 'string' ? first : Reflect.get(Object(first), 'text')));
    if (isBegin && asked instanceof Promise) asked.catch(() => client.release(true));
    return asked;
  };
  Object.assign(client, { query });
}

/** Brings the tables to the newest form, forward only, however long it takes. Safe when several processes start at once. */
export async function migrateDatabase({ pool }: OpenDatabase): Promise<void> {
  const client = new Client({ connectionString: pool.options.connectionString, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    // Held by the connection: it ends with it, whatever happens.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder: path.join(process.cwd(), 'lib', 'db', 'migrations') });
  } finally {
    await client.end();
  }
}
