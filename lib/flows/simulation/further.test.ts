import { it, vi } from 'vitest';
import { expectAtRest } from './expect-at-rest';

vi.mock('node:timers/promises', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:timers/promises')>()),
  setTimeout: (await import('./moment')).simulatedPause,
}));

it('180 further histories come to rest in order', { timeout: 3_600_000 }, () =>
  expectAtRest({ first: 1_001, count: 180 }),
);
