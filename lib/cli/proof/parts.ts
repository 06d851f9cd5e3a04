import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MUTANTS } from './mutants';

/** A piece of the proof that runs by itself: a test, with what it shall do in its environment. */
export type Unit = {
  part: Part;
  unit: string;
  test: string;
  /** Only the tests whose title matches. */
  named?: string;
  env: Record<string, string>;
  /** A seeded bug is proven by a test that fails. */
  mustFail?: boolean;
};
export const PARTS = ['crashes', 'kills', 'simulation', 'matrix', 'races', 'events', 'broadcast', 'bugs'] as const;
export type Part = (typeof PARTS)[number];

export type Sizes = { kills: number; histories: number };
// What begins anew with each piece is paid for each time; what is stopped in the middle of a piece is lost.
const KILLS_A_UNIT = 50;
const HISTORIES_A_UNIT = 2_500;

/** The ways to pay that the crash proof drives; they stand beside it, in the world that shares no line with the shop. */
const ways = z.array(z.object({ name: z.string(), messagesAtLeast: z.number() }));
const WAYS = ways.parse(JSON.parse(readFileSync('e2e/proof/ways.json', 'utf8')));

/**
 * Everything that the proof consists of, in the order in which it runs: the parts in turn, so that one that is stopped has
 * something of each.
 */
export function unitsOf(sizes: Sizes): Unit[] {
  const waiting = PARTS.map((part) => allUnits(sizes).filter((unit) => unit.part === part));
  const longest = Math.max(...waiting.map((units) => units.length));
  return Array.from({ length: longest }, (_, turn) => waiting.flatMap((units) => units[turn] ?? [])).flat();
}

function allUnits({ kills, histories }: Sizes): Unit[] {
  return [
    {
      part: 'crashes',
      unit: 'seen to fail',
      test: 'e2e/proof/crash.test.ts',
      named: 'is seen to fail',
      env: {},
    },
    ...WAYS.map(
      (way): Unit => ({
        part: 'crashes',
        unit: way.name,
        test: 'e2e/proof/crash.test.ts',
        named: 'one charge, one order',
        env: { PROOF_WAYS: way.name, PROOF_LANES: '3' },
      }),
    ),
    ...slices(kills, KILLS_A_UNIT).map(
      ({ first, count }): Unit => ({
        part: 'kills',
        unit: `runs ${first} to ${first + count - 1}`,
        test: 'e2e/proof/random-kills.test.ts',
        env: { PROOF_FIRST: String(first), PROOF_RUNS: String(count) },
      }),
    ),
    ...slices(histories, HISTORIES_A_UNIT).map(
      ({ first, count }): Unit => ({
        part: 'simulation',
        unit: `seeds ${first} to ${first + count - 1}`,
        test: 'lib/flows/simulation/simulation.test.ts',
        env: { FIRST: String(first), HISTORIES: String(count) },
      }),
    ),
    {
      part: 'matrix',
      unit: 'both ways back into order',
      test: 'lib/flows/matrix/matrix.test.ts',
      env: { MATRIX: 'whole' },
    },
    { part: 'races', unit: '2 to 200 at once', test: 'lib/flows/races.test.ts', env: {} },
    { part: 'events', unit: 'ten thousand', test: 'lib/flows/many-events.test.ts', env: { EVENTS: '10000' } },
    {
      part: 'broadcast',
      unit: '100,000 people',
      test: 'lib/flows/send-broadcasts.test.ts',
      named: 'everybody is told once',
      env: { BROADCAST_PEOPLE: '100000' },
    },
    ...MUTANTS.map(
      ({ name, suites }): Unit => ({
        part: 'bugs',
        unit: name,
        test: suites.join(' '),
        env: { MUTANT: name, HISTORIES: '1000' },
        mustFail: true,
      }),
    ),
  ];
}

function slices(count: number, size: number): { first: number; count: number }[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => {
    const first = 1 + index * size;
    return { first, count: Math.min(size, count - index * size) };
  });
}
