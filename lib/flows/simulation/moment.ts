import { AsyncLocalStorage } from 'node:async_hooks';
import type { Fault, Meanwhile } from './steps';

/** A clock that stands still until somebody moves it; each look at it takes a millisecond. */
export class SimulatedClock {
  private ms = Date.UTC(2026, 2, 29);
  now = (): Date => {
    this.ms += 1;
    return new Date(this.ms);
  };
  advance(seconds: number): void {
    this.ms += seconds * 1000;
  }
}

/** What surrounds the flow that runs: its clock, and what shall happen at its calls of the provider. */
export type Moment = {
  clock: SimulatedClock;
  calls: number;
  fault: Fault | null;
  meanwhile: (Omit<Meanwhile, 'steps'> & { run: () => Promise<void> }) | null;
};

/** Several histories run side by side in one process: each flow finds its own moment here. */
export const moments = new AsyncLocalStorage<Moment>();

/** Stands in for `setTimeout` of node:timers/promises: waiting moves the clock of the history instead. */
export async function simulatedPause(ms: number): Promise<void> {
  // Much longer than asked for: a wait of ten seconds shall not cost a hundred rounds.
  moments.getStore()?.clock.advance((ms * 20) / 1000);
  await new Promise((resolve) => setImmediate(resolve));
}
