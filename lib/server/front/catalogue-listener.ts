import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { logProblem } from '@/lib/server/log';

const CHANNEL = 'catalogue_changed';
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const payloadSchema = z.object({ slugs: z.array(z.string()) });

export type CatalogueListener = { stop(): Promise<void> };

/**
 * Calls `changed` with the slugs that a change of the catalogue names, none meaning all; and with none after each
 * (re)connection, for what happened meanwhile was not heard. `url` must be a direct connection, not a pooler's.
 */
export function listenForCatalogue(url: string, changed: (slugs: string[]) => void): CatalogueListener {
  const ending = new AbortController();
  const running = keepListening(url, changed, ending.signal);
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}

async function keepListening(url: string, changed: (slugs: string[]) => void, ending: AbortSignal): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  while (!ending.aborted) {
    try {
      await listenOnce(url, changed, ending, () => {
        pauseMs = FIRST_PAUSE_MS;
      });
    } catch (error) {
      logProblem('catalogue.not_listening', error);
    }
    await pause(pauseMs, undefined, { signal: ending }).catch(() => undefined); // the end cuts the pause short
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** Returns when the connection ends. */
async function listenOnce(url: string, changed: (slugs: string[]) => void, ending: AbortSignal, connected: () => void) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, keepAlive: true });
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('error', () => undefined); // 'end' follows
  client.on('notification', ({ payload }) => changed(slugsIn(payload)));
  const hangUp = () => void client.end().catch(() => undefined);
  try {
    await client.connect();
    if (ending.aborted) return;
    ending.addEventListener('abort', hangUp, { once: true });
    await client.query(`listen ${CHANNEL}`);
    connected();
    changed([]);
    await ended;
  } finally {
    ending.removeEventListener('abort', hangUp);
    hangUp();
  }
}

/** What cannot be read means "something changed". */
function slugsIn(payload: string | undefined): string[] {
  try {
    const read = payloadSchema.safeParse(JSON.parse(payload ?? ''));
    return read.success ? read.data.slugs : [];
  } catch {
    return [];
  }
}
