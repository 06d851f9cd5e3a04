import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, DatabaseError, Pool, type PoolClient } from 'pg';
import { nameStatements } from './named-statements';

/** The pool or a transaction: every query function takes one of them first. */
export type Database = NodePgDatabase<Record<string, never>>;
export type OpenDatabase = { db: Database; pool: Pool; close(): Promise<void> };

const MIGRATION_LOCK = 4_017_001;
/** in_failed_sql_transaction: an earlier query of this transaction failed. */
const ABORTED = '25P02';

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
    keepTransactionsHonest(client);
  });
  return { db: drizzle({ client: pool }), pool, close: () => pool.end() };
}

/**
 * Three things that a transaction of drizzle needs of its client. A client whose "begin" had no answer is given back, as
 * broken: drizzle says it before the part that would do so, and with the last of them the whole pool would be lost. Of
 * queries that travel together each names the failure of the first, not "current transaction is aborted": whoever
 * decides by it (the database is down, a deadlock may be repeated) may hear of any of them. And "rollback" waits until all
 * that were answered together have gone on: their next queries shall fail in this transaction, not stand after it, or in
 * somebody else's.
 */
function keepTransactionsHonest(client: PoolClient): void {
  const send = client.query;
  let cause: unknown = null;
  const query = (...given: unknown[]) => {
    const [first] = given;
    const text = String(typeof first === 'string' ? first : Reflect.get(Object(first), 'text'));
    if (text === 'rollback') return nextTurn().then(() => Reflect.apply(send, client, given));
    const asked: unknown = Reflect.apply(send, client, given);
    if (!(asked instanceof Promise)) return asked;
    const isBegin = /^begin\b/i.test(text);
    if (isBegin) cause = null;
    return asked.catch((error: unknown) => {
      if (isBegin) client.release(true);
      if (error instanceof DatabaseError && error.code === ABORTED) throw cause ?? error;
      cause = error;
      throw error;
    });
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
