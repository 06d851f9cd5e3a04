import { getEnv, getPool } from './wiring';
import { lastHeartbeat } from './worker';

export type Readiness = { ready: boolean; facts: { database: 'ok' | 'down'; worker: 'ok' | 'silent' | 'elsewhere' } };

const PATIENCE_MS = 2_000;
const SILENCE_MS = 60_000;

/**
 * Whether this process can serve: the database answers within 2 s, and the worker, where this process has one, finished
 * a round within the last minute. Never throws.
 */
export async function checkReady(): Promise<Readiness> {
  const [database, worker] = await Promise.all([askDatabase(), askWorker()]);
  return { ready: database === 'ok' && worker !== 'silent', facts: { database, worker } };
}

async function askDatabase(): Promise<'ok' | 'down'> {
  const asked = (async () => {
    await (await getPool()).query('select 1');
    return 'ok' as const;
  })();
  const late = new Promise<'down'>((resolve) => setTimeout(resolve, PATIENCE_MS, 'down').unref());
  return Promise.race([asked.catch(() => 'down' as const), late]);
}

async function askWorker(): Promise<Readiness['facts']['worker']> {
  if (getEnv().WORKER === 'off') return 'elsewhere';
  const heard = lastHeartbeat();
  return heard !== null && Date.now() - heard < SILENCE_MS ? 'ok' : 'silent';
}
