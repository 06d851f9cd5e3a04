import { expect, it, vi } from 'vitest';
import { runHistories } from './histories';

vi.mock('node:timers/promises', async () => ({ setTimeout: (await import('./moment')).simulatedPause }));

// SEED=… plays one history again; HISTORIES=… plays more of them than every test run can afford.
const COMMITTED = 250;
const seed = Number(process.env.SEED ?? 0);
const count = seed > 0 ? 1 : Number(process.env.HISTORIES ?? COMMITTED);

it(`${count} histories of shoppers, merchants, crashes and a failing provider each come to rest in order`, async () => {
  const started = performance.now();
  const { ran, failure, seen } = await runHistories({ first: seed > 0 ? seed : 1, count });
  const perSecond = Math.round(ran / ((performance.now() - started) / 1000));
  process.stdout.write(`simulation: ${ran} histories, ${perSecond} a second; ${JSON.stringify(seen)}\n`);
  expect(failure).toBeNull();
  expect(ran).toBe(count);
  if (count >= COMMITTED) for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
}, 3_600_000);
