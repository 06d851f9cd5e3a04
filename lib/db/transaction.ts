import { DatabaseError } from 'pg';
import type { Database } from './client';

const REPEATABLE = new Set(['40001', '40P01']);
const GONE = /^(08|57P0|53)/;

/**
 * Runs `work` in one transaction; a deadlock or serialisation failure is repeated, three tries in all. `work` talks to
 * nothing but the database: it may run more than once.
 */
export async function inTransaction<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction((tx) => work(tx));
    } catch (error) {
      if (tries >= 3 || !REPEATABLE.has(sqlStateOf(error) ?? '')) throw error;
    }
  }
}

/**
 * `Promise.all` for work inside a transaction: its queries travel together, and it fails only when all of it has ended. What
 * goes on after a failure would otherwise meet the connection after the rollback: it would stand by itself, or in somebody
 * else's transaction.
 */
export async function together<T extends readonly unknown[] | []>(
  work: T,
): Promise<{ -readonly [At in keyof T]: Awaited<T[At]> }> {
  // A query of drizzle is sent again by each `then`: from here on there is one promise for each.
  const begun = work.map((one) => Promise.resolve(one));
  await Promise.allSettled(begun);
  return Promise.all(begun) as Promise<{ -readonly [At in keyof T]: Awaited<T[At]> }>;
}

/** The SQLSTATE of a database error, however drizzle wrapped it; null for anything else. */
export function sqlStateOf(error: unknown): string | null {
  if (error instanceof DatabaseError) return error.code ?? null;
  return error instanceof Error && error.cause ? sqlStateOf(error.cause) : null;
}

/** The name of the violated constraint, or null. */
export function constraintOf(error: unknown): string | null {
  if (error instanceof DatabaseError) return error.constraint ?? null;
  return error instanceof Error && error.cause ? constraintOf(error.cause) : null;
}

const UNREACHABLE = /timeout exceeded when trying to connect|Connection terminated|Query read timeout|timeout expired/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);

/** Whether the database could not be reached or had no room: the caller answers 503, and nothing was done. */
export function isDatabaseDown(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state) return GONE.test(state);
  if (!(error instanceof Error)) return false;
  if (UNREACHABLE.test(error.message) || ('code' in error && NETWORK.has(String(error.code)))) return true;
  return error.cause ? isDatabaseDown(error.cause) : false;
}
