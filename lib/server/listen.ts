import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { logProblem } from './log';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

export type Listening = { stop(): Promise<void> };
type Ear = {
  /** Of our own making: it is put into a statement as it stands. */
  channel: string;
  heard: (payload: string) => void;
  /** After each (re)connection: what happened meanwhile was not heard. */
  connected: () => void;
};

/**
 * Listens on a channel of Postgres until stopped, on a connection of its own that is made again whenever it breaks. `url`
 * must be a direct connection, not a pooler's.
 */
export function keepListening(url: string, ear: Ear): Listening {
  const ending = new AbortController();
  const running = listenAgainAndAgain(url, ear, ending.signal);
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}

async function listenAgainAndAgain(url: string, ear: Ear, ending: AbortSignal): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  const connected = () => {
    pauseMs = FIRST_PAUSE_MS;
    ear.connected();
  };
  while (!ending.aborted) {
    try {
      await listenOnce(url, { ...ear, connected }, ending);
    } catch (error) {
      logProblem('database.not_listening', error, { channel: ear.channel });
    }
    await pause(pauseMs, undefined, { signal: ending }).catch(() => undefined); // the end cuts the pause short
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** Returns when the connection ends. */
async function listenOnce(url: string, { channel, heard, connected }: Ear, ending: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, keepAlive: true });
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('error', () => undefined); // 'end' follows
  client.on('notification', ({ payload }) => heard(payload ?? ''));
  const hangUp = () => void client.end().catch(() => undefined);
  try {
    await client.connect();
    if (ending.aborted) return;
    ending.addEventListener('abort', hangUp, { once: true });
    await client.query(`listen ${channel}`);
    connected();
    await ended;
  } finally {
    ending.removeEventListener('abort', hangUp);
    hangUp();
  }
}
