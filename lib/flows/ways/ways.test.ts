import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getBalance } from '@/lib/db/ledger';
import { disputes } from '@/lib/db/schema/disputes';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { merchantTasks } from '@/lib/db/schema/orders';
import { fulfilOrder } from '../fulfil-order';
import { refundOrder } from '../refund-order';
import { findBrokenInvariants } from '../testing-invariants';
import { WAYS, type Way } from './testing-ways';
import { openWaysWorld, type WaysWorld } from './testing-ways-world';

let world: WaysWorld;
beforeEach(async () => {
  world = await openWaysWorld();
});
afterEach(async () => {
  expect(await findBrokenInvariants(world.house.deps.db)).toEqual([]);
  await world.close();
});

// Whoever keeps a card has bought with it once before.
const earlierOf = ({ name }: Way) => (name === 'kept card' ? 1 : 0);

async function seesOneOrder(way: Way) {
  const found = (await world.orders()).slice(earlierOf(way));
  expect(found).toHaveLength(1);
  const [order] = found;
  if (!order) throw new Error('there is no order');
  expect(order).toMatchObject({ provider: way.provider, capturedMinor: order.totalMinor, refundedMinor: 0 });
  const money = await world.money();
  expect(money.filter(({ keptMinor }) => keptMinor > 0)).toHaveLength(1 + earlierOf(way));
  expect(money).toContainEqual({ provider: way.provider, keptMinor: order.totalMinor });
  expect(await world.stock()).toEqual({ available: 4 - earlierOf(way), held: 0, sold: 1 + earlierOf(way) });
  return order;
}

async function seesNothing(way: Way): Promise<void> {
  expect(await world.orders()).toHaveLength(earlierOf(way));
  expect((await world.money()).filter(({ keptMinor }) => keptMinor > 0)).toHaveLength(earlierOf(way));
  expect(await world.stock()).toEqual({ available: 5 - earlierOf(way), held: 0, sold: earlierOf(way) });
}

async function bought(way: Way) {
  await way.pays(world);
  return seesOneOrder(way);
}
const present = async (id: string) => (await world.orders()).find((order) => order.id === id);

describe.each(WAYS)('$name', (way) => {
  it(`[${way.name} × success] one charge, one order, in the account that was charged`, async () => {
    const order = await bought(way);
    expect(order.status).toBe('paid');
    // Reconciliation has nothing to add.
    expect(await world.reconcile()).toEqual({ healed: 0, open: 0, unreachable: [] });
    const { searched, found } = await world.cardNumbers();
    expect(searched).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });

  it(`[${way.name} × decline] nothing is charged, and the piece is free again`, async () => {
    await way.declined(world);
    await world.untilOver();
    await seesNothing(way);
  });

  it(`[${way.name} × abandon] nothing is charged, and the piece is free again`, async () => {
    await way.leaves(world);
    expect(await world.stock()).toMatchObject({ held: 1 });
    await world.untilOver();
    await seesNothing(way);
  });

  it(`[${way.name} × late success] is found though nobody told the shop, and makes one order`, async () => {
    await way.paysUnheard(world);
    await world.letTimePass(60);
    await world.reconcile();
    if (way.name.includes('first form')) return seesItGoBack(way);
    await seesOneOrder(way);
  });

  it(`[${way.name} × refund] a part goes back, then the rest: provider, order, ledger and thread agree`, async () => {
    const { id, totalMinor, version } = await bought(way);
    const asked = { orderId: id, reason: 'goodwill' as const, restock: false, who: 'm' };
    const part = { everything: false as const, lines: [], shippingMinor: 0, extraMinor: 500 };
    const first = { ...asked, requestId: 'refund-0000000001', seenVersion: version, wish: part };
    expect(await refundOrder(world.house.deps, first)).toMatchObject({ ok: true });
    expect(await world.money()).toContainEqual({ provider: way.provider, keptMinor: totalMinor - 500 });
    const seenVersion = (await present(id))?.version ?? 0;
    const rest = { ...asked, requestId: 'refund-0000000002', seenVersion, wish: { everything: true as const } };
    expect(await refundOrder(world.house.deps, rest)).toMatchObject({ ok: true });
    expect(await present(id)).toMatchObject({ status: 'refunded', refundedMinor: totalMinor });
    expect(await getBalance(world.house.deps.db, id)).toBe(0);
    expect((await world.money()).filter(({ keptMinor }) => keptMinor > 0)).toHaveLength(earlierOf(way));
    const told = await world.house.deps.db.select().from(outgoingMessages);
    expect(told.filter(({ cause }) => cause?.startsWith('refund:'))).toHaveLength(2);
    expect(await world.reconcile()).toEqual({ healed: 0, open: 0, unreachable: [] });
  });

  it(`[${way.name} × dispute] is found, blocks refund and sending, and is booked when it is lost`, async () => {
    const { id, chargeId, version, totalMinor } = await bought(way);
    const { deps } = world.house;
    const about = way.provider === 'paypal' ? { capture: chargeId, kind: 'chargeback' } : { charge: chargeId };
    await world.lever(way.provider, 'payments', { dispute: about });
    expect(await world.reconcile()).toMatchObject({ healed: 1, open: 0 });
    expect(await deps.db.select().from(disputes)).toMatchObject([{ orderId: id, status: 'needs_response' }]);
    const asked = { orderId: id, seenVersion: version, who: 'm' };
    const refund = { ...asked, reason: 'goodwill' as const, restock: false, wish: { everything: true as const } };
    expect(await refundOrder(deps, { ...refund, requestId: 'refund-0000000001' })).toMatchObject({
      problem: 'charge_disputed',
    });
    expect(
      await fulfilOrder(deps, { ...asked, requestId: 'send-request-0001', carrier: '', tracking: '' }),
    ).toMatchObject({
      problem: 'order_disputed',
    });
    await world.lever(way.provider, 'payments', { dispute: { ...about, close: 'lost' } });
    await world.reconcile();
    expect(await deps.db.select().from(disputes)).toMatchObject([{ status: 'lost', closedAt: expect.any(Date) }]);
    const fee = (await getBalance(deps.db, id)) * -1;
    expect([1400, 1500]).toContain(fee);
    expect((await present(id))?.totalMinor).toBe(totalMinor);
    expect((await deps.db.select().from(merchantTasks)).map(({ kind, doneAt }) => [kind, doneAt !== null])).toEqual([
      ['dispute_opened', true],
    ]);
  });
});

// Its charge carries nothing of ours: which try it pays only her own page could say.
async function seesItGoBack(way: Way): Promise<void> {
  expect(await world.orders()).toEqual([]);
  expect((await world.money()).filter(({ keptMinor }) => keptMinor > 0)).toHaveLength(1);
  const tasks = await world.house.deps.db.select().from(merchantTasks);
  expect(tasks.map(({ kind }) => kind)).toEqual(['charge_without_order']);
  await world.untilOver();
  expect(await world.stock()).toEqual({ available: 5 - earlierOf(way), held: 0, sold: 0 });
}
