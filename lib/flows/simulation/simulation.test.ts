import { it, vi } from 'vitest';
import { expectAtRest } from './expect-at-rest';

vi.mock('node:timers/promises', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:timers/promises')>()),
  setTimeout: (await import('./moment')).simulatedPause,
}));

// SEED=… plays one history again; FIRST=… and HISTORIES=… play more of them than every test run can afford. Some
// more of those stand in a file of their own, so that two processes share the work.
const COMMITTED = 1_000;
const seed = Number(process.env.SEED ?? 0);
const first = seed > 0 ? seed : Number(process.env.FIRST ?? 1);
const count = seed > 0 ? 1 : Number(process.env.HISTORIES ?? COMMITTED);

it(
  `${count} histories of shoppers, merchants, crashes and failing providers each come to rest in order`,
  {
    timeout: 3_600_000,
  },
  () => expectAtRest({ first, count }),
);
