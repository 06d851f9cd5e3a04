import { expect, it } from 'vitest';
import { listBreaks } from '@/lib/db/payment-breaks';
import { merchantTasks } from '@/lib/db/schema/orders';
import { findBrokenInvariants } from '../testing-invariants';
import { capturedUnheard, WAYS } from './testing-ways';
import { openWaysWorld } from './testing-ways-world';

const HOUR = 60 * 60;

it('both providers off for three days after somebody paid by each way: one run heals what has one right answer, and lists the rest', async () => {
  const world = await openWaysWorld({ stock: 50 });
  const { deps } = world.house;
  // One price for all: the button with a fixed amount needs a dear thing.
  const ways = WAYS.filter(({ name }) => !name.includes('fixed amount'));
  for (const way of ways) {
    await (way.name === 'PayPal' ? capturedUnheard(world) : way.paysUnheard(world));
    await world.nextPerson();
  }
  // One goes to PayPal, agrees, and is never captured: PayPal forgets that within hours.
  await WAYS.find(({ name }) => name === 'PayPal')?.paysUnheard(world);
  const before = await world.stock();
  expect(before).toEqual({ available: 50 - ways.length - 2, held: ways.length + 1, sold: 1 });

  world.turnOff();
  for (let days = 0; days < 3; days += 1) {
    await world.letTimePass(24 * HOUR);
    expect((await world.reconcile()).unreachable).toEqual(['stripe', 'paypal']);
  }
  // Nothing was let go without a provider's word, and nothing was thought up.
  expect(await world.stock()).toEqual(before);
  expect(await world.orders()).toHaveLength(1);

  world.turnOn();
  const [strange, healed] = [ways.filter(({ name }) => name.includes('first form')), ways.length - 2];
  expect(await world.reconcile()).toEqual({ healed, open: strange.length, unreachable: [] });
  const orders = await world.orders();
  expect(orders.map(({ provider }) => provider).sort()).toEqual([
    ...Array(3).fill('paypal'),
    ...Array(orders.length - 3).fill('stripe'),
  ]);
  expect(orders).toHaveLength(1 + healed);
  // What carries nothing of ours is a person's to decide, and is said once.
  const causes = (await listBreaks(deps.db)).map(({ cause, healedAt }) => `${cause} ${healedAt !== null}`);
  expect(causes.sort()).toEqual([
    ...strange.map(() => 'charge_without_order false'),
    ...Array(healed).fill('event_never_came true'),
  ]);
  expect((await deps.db.select().from(merchantTasks)).map(({ kind }) => kind)).toEqual(
    strange.map(() => 'charge_without_order'),
  );

  await world.untilOver();
  expect(await world.reconcile()).toEqual({ healed: 0, open: strange.length, unreachable: [] });
  expect(await world.orders()).toHaveLength(1 + healed);
  expect(await world.stock()).toEqual({ available: 50 - 1 - healed, held: 0, sold: 1 + healed });
  const kept = (await world.money()).filter(({ keptMinor }) => keptMinor > 0);
  expect(kept).toHaveLength(1 + healed + strange.length);
  expect(await findBrokenInvariants(deps.db)).toEqual([]);
  await world.close();
}, 120_000);
