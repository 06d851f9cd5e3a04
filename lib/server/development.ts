import { getDeps, getEnv } from './wiring';
import { startWorker } from './worker';

// Next evaluates its entry anew after some edits: one worker is enough.
const shelf = globalThis as typeof globalThis & { __kioskDevelopmentWorker?: true };

/** The background jobs beside `next dev`, unless WORKER=off. */
export async function startWorkerForDevelopment(): Promise<void> {
  if (shelf.__kioskDevelopmentWorker || getEnv().WORKER === 'off') return;
  shelf.__kioskDevelopmentWorker = true;
  startWorker(await getDeps());
}
