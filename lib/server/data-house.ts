import { randomBytes } from 'node:crypto';
import { migrateDatabase, openDatabase } from '@/lib/db/client';
import { findOrStartEmbeddedPostgres } from '@/lib/db/embedded';
import type { Deps } from '@/lib/flows/deps';
import { readDataEnv } from './env';
import { logEvent } from './log';

export type DataHouse = Pick<Deps, 'db' | 'newId' | 'now' | 'log'> & { close(): Promise<void> };

/**
 * The house for commands that only touch data: seed, import, migrate. They need no keys of Meta or Stripe, may take their
 * time, and join the database of a shop that is running.
 */
export async function openDataHouse(): Promise<DataHouse> {
  const env = readDataEnv();
  const embedded = env.DATABASE_URL ? null : await findOrStartEmbeddedPostgres(env.DATA_DIR);
  const database = openDatabase(env.DATABASE_URL ?? embedded?.url ?? '', { queryTimeoutMs: 10 * 60_000 });
  await migrateDatabase(database);
  return {
    db: database.db,
    newId: () => randomBytes(16).toString('base64url'),
    now: () => new Date(),
    log: logEvent,
    close: async () => {
      await database.close();
      await embedded?.stop();
    },
  };
}
