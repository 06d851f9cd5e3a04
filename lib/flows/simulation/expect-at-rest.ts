import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { runHistories } from './histories';

/** So many that everything which can happen did: fewer are not asked for it. */
const TELLING = 1_000;

/** Plays histories of the seeds from `first` on; none may go wrong, and in them must have happened what makes them worth it. */
export async function expectAtRest(
  { first, count }: { first: number; count: number },
  factsFile?: string,
): Promise<void> {
  const started = performance.now();
  const { ran, failure, seen } = await runHistories({ first, count });
  const perSecond = Math.round(ran / ((performance.now() - started) / 1000));
  process.stdout.write(`simulation: ${ran} histories, ${perSecond} a second; ${JSON.stringify(seen)}\n`);
  if (factsFile) await writeFile(factsFile, JSON.stringify({ histories: ran, ...seen }));
  expect(failure).toBeNull();
  expect(ran).toBe(count);
  if (count < TELLING) return;
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(20);
}
