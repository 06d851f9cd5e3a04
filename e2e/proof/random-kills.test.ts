import { afterEach, expect, inject, it, vi } from 'vitest';
import { type CrashWorld, startCrashWorld } from './crash-world';
import { draw } from './drawn';
import { Payer, untilDecided } from './drive';
import { expectAllInOrder, type People, tellFacts } from './verdict';
import WAYS from './ways.json' with { type: 'json' };

// PROOF_FIRST and PROOF_RUNS choose the seeds: one run is one kill, while up to four people buy in ways drawn by it.
const first = Number(process.env.PROOF_FIRST ?? 1);
const runs = Number(process.env.PROOF_RUNS ?? 1);
/** Worlds side by side that share the seeds. */
const LANES = 3;
const LATEST_KILL = 70;

type Lane = { world: CrashWorld; people: People; acknowledged: string[] };
const lanes: Lane[] = [];
afterEach(async () => {
  for (const { world } of lanes) expect(world.till.endedByItself).toBeNull();
  await Promise.all(lanes.splice(0).map(({ world }) => world.close()));
});

it(`${runs} kills at moments drawn by a seed lose no acknowledged order and break nothing`, {
  timeout: 3_600_000,
}, async () => {
  for (let index = 0; index < Math.min(LANES, runs); index += 1)
    lanes.push({
      world: await startCrashWorld(inject('testTemplate'), false),
      people: new Map(),
      acknowledged: [],
    });
  let next = first;
  await Promise.all(
    lanes.map(async (lane) => {
      while (next < first + runs) await run(lane, next++);
    }),
  );
  const sums = { people: 0, bought: 0, 'acknowledged at once': 0 };
  for (const lane of lanes) {
    sums.bought += await judge(lane);
    sums.people += lane.people.size;
    sums['acknowledged at once'] += lane.acknowledged.length;
  }
  await tellFacts({ kills: runs, ...sums, 'orders lost': 0 });
});

async function judge({ world, people, acknowledged }: Lane): Promise<number> {
  const isQuiet = async () => (await world.waitingEvents()) + (await world.waitingMessages()) === 0;
  await vi.waitUntil(isQuiet, { timeout: 200_000, interval: 200 });
  const { bought } = await expectAllInOrder(world, people);
  const { orders } = await world.till.standing();
  const kept = new Set(orders.map(({ shopperId }) => shopperId));
  expect(acknowledged.filter((shopperId) => !kept.has(shopperId))).toEqual([]);
  return bought;
}

async function run({ world, people, acknowledged }: Lane, seed: number): Promise<void> {
  const below = draw(seed);
  const point = { message: 1 + below(LATEST_KILL), side: below(2) === 0 ? ('before' as const) : ('after' as const) };
  const payers: Payer[] = [];
  for (let count = 1 + below(4); count > 0; count -= 1) {
    const psid = await world.newPerson();
    const { shopperId } = await world.till.prepare(psid);
    people.set(shopperId, psid);
    const payer = new Payer(world, WAYS[below(WAYS.length)]?.name ?? 'card', {
      shopperId,
      requestId: `kill-${shopperId}`,
    });
    await payer.prepare();
    payers.push(payer);
  }
  world.counter.arm(point, () => world.till.shoot());
  await Promise.all(
    payers.map(async (payer) => {
      const answer = await payer.pay();
      if (/"is":"paid"/.test(JSON.stringify(answer ?? null))) acknowledged.push(payer.person.shopperId);
    }),
  );
  world.counter.disarm();
  // What the drawn moment did not reach is killed here: the receipt may be on its way.
  await world.till.restart();
  await Promise.all(payers.map((payer) => payer.goOn()));
  await untilDecided(world, (work) => vi.waitUntil(work, { timeout: 60_000, interval: 50 }));
}
