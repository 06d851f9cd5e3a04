import { sql } from 'drizzle-orm';
import { reconcile } from '../reconcile';
import type { TestHouse } from '../testing';
import { drawHistory } from './draw-history';
import { moments } from './moment';
import { calm, decidePending, guard, playStep, subjectsOf, sweep, tellOf } from './play-step';
import { type History, tellStep } from './steps';
import { findWrongs, type Standing } from './verify';
import { createWorld, gatewayOfPayment, type World } from './world';

const NOTHING = {
  orders: 0,
  'orders by PayPal': 0,
  declined: 0,
  ended: 0,
  'given back': 0,
  refunds: 0,
  'refunds in part': 0,
  'refunds that failed': 0,
  'refunds found': 0,
  'called off': 0,
  'taken later': 0,
  disputes: 0,
  faults: 0,
  races: 0,
};
/** What happened in all histories together: a simulation in which nothing happens would prove nothing. */
export type Seen = typeof NOTHING;
export const nothingSeen = (): Seen => ({ ...NOTHING });

/** Plays the history of a seed to its end and lets things come to rest; answers what is wrong then, or null. */
export async function runHistory(house: TestHouse, seed: number, seen: Seen): Promise<string | null> {
  const history = drawHistory(seed);
  const world = await createWorld(house, history);
  for (const step of history.steps) await playStep(world, step);
  await guard(world, 'coming to rest', () => moments.run(calm(world), () => comeToRest(world)));
  const { wrongs, standing } = await findWrongs(world);
  note(world, standing, seen);
  if (wrongs.length > 0) return report(history, wrongs);

  // Once more: everything that is told or looked at again finds its work done.
  await guard(world, 'telling all again', () => moments.run(calm(world), () => tellAllAgain(world)));
  const { wrongs: again } = await findWrongs(world);
  return again.length === 0 ? null : report(history, ['after every event came again:', ...again]);
}

const MOST_ROUNDS = 8;

async function comeToRest(world: World): Promise<void> {
  const { deps, gateway, paypal, clock } = world;
  gateway.isDown = false;
  paypal.isDown = false;
  decideAll(world);
  for (let round = 0; round < MOST_ROUNDS && (await anyWaits(world)); round += 1) {
    clock.advance(31 * 60);
    await sweep(deps);
    // What is captured only now may be pending at first.
    decideAll(world);
  }
  // A hold is looked at some times a day.
  clock.advance(7 * 60 * 60);
  await sweep(deps);
  await reconcile(deps, new Date(0));
  // A dispute is known by its event alone; its provider tells until somebody hears.
  for (const [which, { disputeId }] of subjectsOf(world).entries()) if (disputeId) await tellOf(world, which);
}

/** Every bank says its word, one yes and one no in turn. */
function decideAll(world: World): void {
  const all = [world.gateway, world.paypal].flatMap(({ provider }) => [...provider.payments.keys()]);
  const pending = all.filter((id) => gatewayOfPayment(world, id).stateOf(id).is === 'pending');
  for (const [index, id] of pending.entries()) decidePending(world, id, index % 2 === 0 ? 'paid' : 'declined');
}

async function anyWaits({ deps }: World): Promise<boolean> {
  const { rows } = await deps.db.execute(sql`
    select 1 where exists (select from payment_attempts where status = 'open')
      or exists (select from refunds where status = 'requested')
      or exists (select from orders where status = 'authorised' and capture_minor is not null)`);
  return rows.length > 0;
}

async function tellAllAgain(world: World): Promise<void> {
  for (let which = subjectsOf(world).length - 1; which >= 0; which -= 1) await tellOf(world, which);
  await reconcile(world.deps, new Date(0));
}

function note({ gateway, paypal, desk }: World, { attempts, orders, refunds }: Standing, seen: Seen): void {
  const count = <T>(rows: T[], is: (row: T) => boolean) => rows.filter(is).length;
  seen.orders += orders.length;
  seen['orders by PayPal'] += count(orders, ({ provider }) => provider === 'paypal');
  seen.declined += count(attempts, ({ end }) => end === 'declined');
  seen.ended += count(attempts, ({ end }) => end === 'cancelled' || end === 'expired');
  seen['given back'] += count(attempts, ({ end }) => end === 'given_back');
  seen.refunds += count(refunds, ({ status }) => status === 'succeeded');
  seen['refunds in part'] += count(orders, (one) => one.refundedMinor > 0 && one.refundedMinor < one.capturedMinor);
  seen['refunds that failed'] += count(refunds, ({ status }) => status === 'failed');
  seen['refunds found'] += count(refunds, ({ reason }) => reason === 'at_provider');
  seen['called off'] += count(orders, ({ status }) => status === 'cancelled');
  seen['taken later'] += gateway.provider.captures.length;
  seen.disputes += desk.disputes.size;
  for (const { struck } of [gateway, paypal]) {
    seen.faults += struck.faults;
    seen.races += struck.races;
  }
}

function report({ seed, shoppers, stocks, steps }: History, wrongs: string[]): string {
  const told = steps.map((step, index) => `  ${index + 1}. ${tellStep(step)}`);
  const world = `  ${shoppers} shopper(s), stock ${stocks.join(' and ')}`;
  return [`SEED=${seed}`, ...wrongs.map((wrong) => `  ✗ ${wrong}`), world, ...told].join('\n');
}
