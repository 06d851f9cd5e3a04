import { getOpenAttempt } from '@/lib/db/attempts';
import { paymentAttempts } from '@/lib/db/schema/orders';
import { checkAttempts } from '../check-attempts';
import { reconcileCharges } from '../settle-dialog';
import type { TestHouse } from '../testing';
import { moments } from './moment';
import { calm, decidePending, guard, playStep, tellOf } from './play-step';
import { drawHistory, type History, tellStep } from './steps';
import { findWrongs } from './verify';
import { createWorld, type World } from './world';

/** What happened in all histories together: a simulation in which nothing happens would prove nothing. */
export type Seen = Record<'orders' | 'refunds' | 'declined' | 'ended' | 'faults' | 'races', number>;

/** Plays the history of a seed to its end and lets things come to rest; answers what is wrong then, or null. */
export async function runHistory(house: TestHouse, seed: number, seen: Seen): Promise<string | null> {
  const history = drawHistory(seed);
  const world = await createWorld(house, history);
  for (const step of history.steps) await playStep(world, step);
  await guard(world, 'coming to rest', () => moments.run(calm(world), () => comeToRest(world)));
  const wrongs = await findWrongs(world);
  await note(world, seen);
  if (wrongs.length > 0) return report(history, wrongs);

  // Once more: everything that is told or looked at again finds its work done.
  await guard(world, 'telling all again', () => moments.run(calm(world), () => tellAllAgain(world)));
  const again = await findWrongs(world);
  return again.length === 0 ? null : report(history, ['after every event came again:', ...again]);
}

const MOST_ROUNDS = 8;

async function comeToRest(world: World): Promise<void> {
  const { deps, gateway, clock } = world;
  gateway.isDown = false;
  let paid = true;
  for (const id of gateway.provider.payments.keys()) {
    if (gateway.stateOf(id).is !== 'pending') continue;
    decidePending(world, id, paid ? 'paid' : 'declined');
    paid = !paid;
  }
  for (let round = 0; round < MOST_ROUNDS && (await anyOpen(world)); round += 1) {
    clock.advance(31 * 60);
    await checkAttempts(deps);
  }
  await reconcileCharges(deps, new Date(0));
}

async function note({ deps, gateway }: World, seen: Seen): Promise<void> {
  for (const { end } of await deps.db.select({ end: paymentAttempts.end }).from(paymentAttempts)) {
    if (end === 'succeeded') seen.orders += 1;
    else if (end === 'declined') seen.declined += 1;
    else if (end !== null) seen.ended += 1;
  }
  seen.refunds += gateway.provider.refunds.length;
  seen.faults += gateway.struck.faults;
  seen.races += gateway.struck.races;
}

async function anyOpen({ deps, browsers }: World): Promise<boolean> {
  for (const { shopperId } of browsers) if (await getOpenAttempt(deps.db, shopperId)) return true;
  return false;
}

async function tellAllAgain(world: World): Promise<void> {
  const { payments, charges } = world.gateway.provider;
  for (let which = payments.size + charges.length - 1; which >= 0; which -= 1) await tellOf(world, which);
  await reconcileCharges(world.deps, new Date(0));
}

function report({ seed, shoppers, stocks, steps }: History, wrongs: string[]): string {
  const told = steps.map((step, index) => `  ${index + 1}. ${tellStep(step)}`);
  const world = `  ${shoppers} shopper(s), stock ${stocks.join(' and ')}`;
  return [`SEED=${seed}`, ...wrongs.map((wrong) => `  ✗ ${wrong}`), world, ...told].join('\n');
}
