import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { variantPrices } from '@/lib/db/schema/catalogue';
import { fail } from '@/lib/domain/result';
import { cancelOrder } from '../cancel-order';
import { adjustStock } from '../edit-stock';
import { fulfilOrder } from '../fulfil-order';
import { refundOrder } from '../refund-order';
import { createTestHouse, type TestHouse } from '../testing';
import { findBrokenInvariants } from '../testing-invariants';
import { fresh } from './testing-scenes';
import { ordered, SCENES_AFTER } from './testing-scenes-after';
import { letTimePass } from './testing-worker';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

const sceneOf = (name: string) => {
  const scene = SCENES_AFTER.find((one) => one.name === name);
  if (!scene) throw new Error('no such scene');
  return scene;
};
const everything = (order: { id: string; version: number }) => ({
  orderId: order.id,
  requestId: fresh('refund-form'),
  seenVersion: order.version,
  wish: { everything: true as const },
  reason: 'returned' as const,
  restock: true,
  who: 'm',
});
const sending = (order: { id: string; version: number }) => ({
  orderId: order.id,
  requestId: `send-${order.id}`,
  seenVersion: order.version,
  carrier: '',
  tracking: '',
  who: 'm',
});

describe('after the order', () => {
  it('what was called off is not sent, what was sent is not called off [13×oo 14×oo]', async () => {
    const one = await ordered(house);
    await cancelOrder(house.deps, { orderId: one.order.id, shopperId: null, who: 'm' });
    const { version } = one.order;
    expect(await fulfilOrder(house.deps, sending({ id: one.order.id, version }))).toMatchObject({ ok: false });
    expect(await fulfilOrder(house.deps, sending({ id: one.order.id, version: version + 2 }))).toMatchObject({
      ok: false,
    });
    const two = await ordered(house);
    await fulfilOrder(house.deps, sending(two.order));
    const late = await cancelOrder(house.deps, { orderId: two.order.id, shopperId: null, who: 'm' });
    expect(late).toMatchObject({ problem: 'too_late_to_cancel' });
    expect(await two.found()).toMatchObject({ status: 'fulfilled', backAtTheProvider: 0 });
  });

  it('a price that changed since then changes nothing of what goes back [14×pc]', async () => {
    const { order, variantId, found } = await ordered(house);
    await house.deps.db.update(variantPrices).set({ amountMinor: 100 }).where(eq(variantPrices.variantId, variantId));
    await refundOrder(house.deps, everything(order));
    expect(await found()).toMatchObject({ refundedMinor: order.totalMinor, backAtTheProvider: order.totalMinor });
  });

  it('others who take and count the stock at the same moment lose no piece, and sold ones stay sold [13×sr 14×sr]', async () => {
    const { order, variantId, found } = await ordered(house);
    const count = (difference: number) =>
      adjustStock(house.deps, { variantId, difference, editId: fresh('edit'), reason: 'count', merchantId: 'm' });
    const other = await ordered(house);
    await Promise.all([
      refundOrder(house.deps, everything(order)),
      count(-3),
      count(2),
      fulfilOrder(house.deps, sending(other.order)),
    ]);
    expect(await found()).toMatchObject({ available: 4, refunds: 1 });
    expect(await other.found()).toMatchObject({ status: 'fulfilled', available: 3 });
  });

  it.each(['sending an order', 'refunding a piece', 'hearing of a dispute'])(
    '%s with Messenger away: it is done, and she hears of it later, once [13×ms 14×ms 15×ms]',
    async (name) => {
      const staged = await sceneOf(name).stage(house);
      const answer = house.sender.answer;
      house.sender.answer = () => fail('temporary');
      await staged.act(house.deps);
      const done = await staged.found();
      await letTimePass(house);
      house.sender.answer = answer;
      await letTimePass(house);
      expect(await staged.found()).toEqual(done);
    },
  );

  it.each(SCENES_AFTER.map(({ name }) => name))(
    '%s by a clock two days ahead, or a year: the same [13×ck 14×ck 15×ck]',
    async (name) => {
      const calm = await sceneOf(name).stage(house);
      await calm.act(house.deps);
      const end = await calm.found();
      for (const days of [2, 365]) {
        const staged = await sceneOf(name).stage(house);
        house.advance(days * 24 * 60 * 60);
        await staged.act(house.deps);
        house.advance(-days * 24 * 60 * 60);
        await staged.act(house.deps);
        expect(await staged.found()).toEqual(end);
      }
    },
  );
});
