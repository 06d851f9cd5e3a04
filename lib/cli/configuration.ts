import type { Pool } from 'pg';
import { findUnsafeSettings } from '@/lib/db/durability';
import type { Env } from '@/lib/server/env';

/** Reads the configuration; where it is not complete, says what is missing instead of throwing a stack at somebody. */
export function exitWithoutConfiguration(read: () => Env): Env {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** With live keys the process ends here when the database could lose what it acknowledged. */
export async function exitWithUnsafeDatabase(pool: Pool, stripeSecretKey: string): Promise<void> {
  if (!/^(?:sk|rk)_live_/.test(stripeSecretKey)) return;
  const off = await findUnsafeSettings(pool);
  if (off.length === 0) return;
  process.stderr.write(`With live keys the database must have these switched on: ${off.join(', ')}\n`);
  process.exit(1);
}
