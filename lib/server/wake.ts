export type Job = 'payments' | 'messages' | 'events';

// Shared by the copies of this file in one process, like the house itself.
const shelf = globalThis as typeof globalThis & { __kioskWake?: Set<(job: Job) => void> };

function listeners(): Set<(job: Job) => void> {
  shelf.__kioskWake ??= new Set();
  return shelf.__kioskWake;
}

/** Tells the worker of this process, if there is one, that something waits. Others find it at their next round. */
export function wakeWorker(job: Job): void {
  for (const listener of listeners()) listener(job);
}

/** The worker's ear; answers the way to stop listening. */
export function onWake(listener: (job: Job) => void): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
