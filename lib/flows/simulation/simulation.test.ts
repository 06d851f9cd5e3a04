import { writeFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { runHistories } from './histories';

vi.mock('node:timers/promises', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:timers/promises')>()),
  setTimeout: (await import('./moment')).simulatedPause,
}));

// SEED=… plays one history again; FIRST=… and HISTORIES=… play more of them than every test run can afford.
const COMMITTED = 2_000;
const seed = Number(process.env.SEED ?? 0);
const first = seed > 0 ? seed : Number(process.env.FIRST ?? 1);
const count = seed > 0 ? 1 : Number(process.env.HISTORIES ?? COMMITTED);

it(`${count} histories of shoppers, merchants, crashes and failing providers each come to rest in order`, async () => {
  const started = performance.now();
  const { ran, failure, seen } = await runHistories({ first, count });
  const perSecond = Math.round(ran / ((performance.now() - started) / 1000));
  process.stdout.write(`simulation: ${ran} histories, ${perSecond} a second; ${JSON.stringify(seen)}\n`);
  if (process.env.PROOF_FACTS) await writeFile(process.env.PROOF_FACTS, JSON.stringify({ histories: ran, ...seen }));
  expect(failure).toBeNull();
  expect(ran).toBe(count);
  // A simulation in which nothing happens would prove nothing; a few histories need not hold everything.
  if (count >= COMMITTED) for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(20);
}, 3_600_000);
