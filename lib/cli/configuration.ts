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
