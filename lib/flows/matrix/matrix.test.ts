import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDatabaseDown } from '@/lib/db/transaction';
import { createTestHouse, type TestHouse } from '../testing';
import { findBrokenInvariants } from '../testing-invariants';
import { cells, type FaultCode } from './testing-matrix';
import { SCENES, type Scene, type Staged } from './testing-scenes';
import { SCENES_AFTER } from './testing-scenes-after';
import { Killed, Wire, type WireFault } from './testing-wire';
import { letTimePass } from './testing-worker';

// Enumerated, not sampled: every message that a step sends, to the database or to a provider, meets every fault once.
let house: TestHouse;
const moveIn = async () => {
  house = await createTestHouse();
};
const moveOut = async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
};
beforeEach(moveIn);
afterEach(moveOut);

/** One undisturbed run: how it stands before and after, and how many messages it takes. */
async function undisturbed(scene: Scene) {
  const staged = await scene.stage(house);
  const before = await staged.found();
  const wire = new Wire();
  await staged.act(wire.around(house));
  const atOnce = await staged.found();
  await letTimePass(house);
  return { before, atOnce, after: await staged.found(), messages: wire.messages };
}

/** Takes the step under a fault; answers what was thrown, or null. */
async function takeUnder(staged: Staged, fault: WireFault): Promise<unknown> {
  try {
    await staged.act(new Wire(fault).around(house));
    return null;
  } catch (error) {
    return error;
  }
}

const again = (staged: Staged) => (staged.actAgain ?? staged.act)(house.deps);

/** Steps of the worker take up whatever waits: there each run is brought to rest before the next one begins. */
const WORKERS = new Set([9, 11, 12, 15, 16, 17]);
/** Each round of theirs looks at all that came before it in the same house: that many runs, then a new one. */
const RUNS_IN_A_HOUSE = 5;

/** The same person tries again, or nobody does and time passes. */
const WAYS_BACK = ['person', 'time'] as const;
/** In each test run they take turns from message to message, in the proof each message meets both. */
const isWhole = process.env.MATRIX === 'whole';

async function recovers(scene: Scene, plan: (messages: string[]) => WireFault[], look: (thrown: unknown) => void) {
  const { before, after, messages } = await undisturbed(scene);
  for (const [turn, way] of WAYS_BACK.entries()) {
    const hurt: { staged: Staged; told: string }[] = [];
    const atRest = async () => {
      await letTimePass(house);
      for (const { staged, told } of hurt.splice(0)) {
        const found = await staged.found();
        if (way === 'time' && scene.alone !== 'finishes') expect([before, after], told).toContainEqual(found);
        else expect(found, told).toEqual(after);
      }
    };
    for (const [run, fault] of plan(messages).entries()) {
      if (!isWhole && run % WAYS_BACK.length !== turn) continue;
      const staged = await scene.stage(house);
      look(await takeUnder(staged, fault));
      hurt.push({ staged, told: `${fault.kind} at ${fault.at} (${messages[fault.at - 1]}), then ${way}` });
      if (way === 'person') {
        house.advance(50);
        await again(staged);
      }
      if (!WORKERS.has(scene.step)) continue;
      await atRest();
      if (run % RUNS_IN_A_HOUSE !== turn) continue;
      await moveOut();
      await moveIn();
    }
    await atRest();
  }
}

const each =
  (kind: WireFault['kind'], where = /./) =>
  (messages: string[]) =>
    messages.flatMap((label, index): WireFault[] => (where.test(label) ? [{ at: index + 1, kind }] : []));
// After message n and before message n + 1 it is the same: only the very first has a "before" of its own.
const KILLS = (messages: string[]): WireFault[] => [
  { at: 1, kind: 'killed-before' },
  ...each('killed-after')(messages),
];
const LOST = (messages: string[]) => [...each('unanswered')(messages), ...each('unreached', /^provider/)(messages)];

const tagsOf = ({ step, also = [] }: Scene, ...faults: FaultCode[]) =>
  [step, ...also].map((number) => cells(number, ...faults)).join(' ');
const STATELESS = new Set([3]);

describe.each([...SCENES, ...SCENES_AFTER].map((scene) => [scene.name, scene] as const))('%s', (_name, scene) => {
  it(`killed before and after each message: once in the end, or not at all ${tagsOf(scene, 'cb', 'ca', 'cz')}`, async () => {
    let killed = 0;
    await recovers(scene, KILLS, (thrown) => {
      if (isKilled(thrown)) killed += 1;
    });
    // Whoever catches everything (a worker over its row) hears of it too, but passes nothing on.
    if (!WORKERS.has(scene.step)) expect(killed).toBeGreaterThan(0);
  }, 240_000);

  it(`an answer lost, or a question: never twice, never half ${tagsOf(scene, 'to')}`, async () => {
    await recovers(scene, LOST, () => undefined);
  }, 240_000);

  it(`no database from any message on: refused or put off, and nothing to repair ${tagsOf(scene, 'db')}`, async () => {
    await recovers(scene, each('database-down', /^database/), (thrown) => {
      if (thrown !== null)
        expect(isDatabaseDown(thrown), `${thrown} ${thrown instanceof Error ? thrown.cause : ''}`).toBe(true);
    });
  }, 240_000);

  it(`a full disk from any message on: as if the database were down ${tagsOf(scene, 'df')}`, async () => {
    await recovers(scene, each('disk-full', /^database (?!select|rollback)/i), (thrown) => {
      if (thrown !== null)
        expect(isDatabaseDown(thrown), `${thrown} ${thrown instanceof Error ? thrown.cause : ''}`).toBe(true);
    });
  }, 240_000);

  it(`twice, and twenty at once: one effect ${scene.step === 18 ? cells(18, 'du') : tagsOf(scene, 'du', 'dt')}`, async () => {
    const { atOnce, after } = await undisturbed(scene);
    const staged = await scene.stage(house);
    const answers = await Promise.all(Array.from({ length: 20 }, () => staged.act(house.deps)));
    if (scene.step !== 1 && scene.step !== 18) for (const answer of answers) expect(answer).toEqual(answers[0]);
    await staged.act(house.deps);
    if (!STATELESS.has(scene.step)) expect(await staged.found()).toEqual(atOnce);
    await letTimePass(house);
    expect(await staged.found()).toEqual(after);
  }, 60_000);
});

function isKilled(error: unknown): boolean {
  return error instanceof Killed || (error instanceof Error && isKilled(error.cause));
}
