import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getOrder, type Order } from '@/lib/db/orders';
import { listRefundsOfOrder } from '@/lib/db/refunds';
import { variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { merchantTasks, paymentAttempts } from '@/lib/db/schema/orders';
import { asId, type CartId } from '@/lib/domain/ids';
import { money } from '@/lib/domain/money';
import type { RefundWish } from '@/lib/domain/orders/refund';
import { applyStripeEvent } from './apply-stripe-event';
import { cancelOrder } from './cancel-order';
import { checkRefunds, findRefunds } from './find-refunds';
import { fulfilOrder } from './fulfil-order';
import { reconcile } from './reconcile';
import { refundOrder } from './refund-order';
import { createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { placeOrder } from './testing-orders';

let house: TestHouse;
let order: Order;
let variantId: string;
beforeEach(async () => {
  house = await createTestHouse();
  ({ order, variantId } = await placeOrder(house, { stock: 5, quantity: 3 }));
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

const EVERYTHING: RefundWish = { everything: true };
const pieces = (quantity: number): RefundWish => ({
  everything: false,
  lines: [{ variantId, quantity }],
  shippingMinor: 0,
  extraMinor: 0,
});
const extra = (extraMinor: number): RefundWish => ({ everything: false, lines: [], shippingMinor: 0, extraMinor });
let asked = 0;
const refund = async (wish: RefundWish, change: Partial<Parameters<typeof refundOrder>[1]> = {}) => {
  const { version } = await present();
  const requestId = `refund-request-${asked++}`;
  const input = {
    orderId: order.id,
    requestId,
    seenVersion: version,
    wish,
    reason: 'returned',
    restock: false,
    who: 'merchant:1',
  };
  return refundOrder(house.deps, { ...input, reason: 'returned', ...change });
};
async function present(): Promise<Order> {
  const found = await getOrder(house.deps.db, order.id);
  if (!found) throw new Error('the order is gone');
  return found;
}
const refunds = () => listRefundsOfOrder(house.deps.db, order.id);
const stock = async () => (await house.deps.db.select().from(variants).where(eq(variants.id, variantId)))[0];
const news = async () =>
  (await house.deps.db.select().from(outgoingMessages).where(eq(outgoingMessages.purpose, 'order_update'))).map(
    ({ cause }) => cause.split(':')[0],
  );
const tasks = async () => (await house.deps.db.select().from(merchantTasks)).map(({ kind }) => kind);

describe('a refund', () => {
  it('gives a piece back, then the rest: ledger, order, stock and thread agree', async () => {
    expect(await refund(pieces(1), { restock: true })).toMatchObject({ ok: true, value: 'succeeded' });
    expect(await present()).toMatchObject({ status: 'paid', refundedMinor: 2490, refundingMinor: 0 });
    expect(await stock()).toMatchObject({ available: 3, sold: 2 });

    expect(await refund(EVERYTHING)).toMatchObject({ ok: true, value: 'succeeded' });
    expect(await present()).toMatchObject({ status: 'refunded', refundedMinor: order.totalMinor });
    expect(await stock()).toMatchObject({ available: 3, sold: 2 });
    expect(house.gateway.charges[0]?.refundedMinor).toBe(order.totalMinor);
    expect(await news()).toEqual(['refund', 'refund']);
    expect(await refund(EVERYTHING)).toMatchObject({ problem: 'nothing_to_refund' });
  });

  it('gives the delivery back, and no more than it cost', async () => {
    const shippingMinor = order.quote.shipping.chosen.priceMinor;
    const delivery = (minor: number): RefundWish => ({
      everything: false,
      lines: [],
      shippingMinor: minor,
      extraMinor: 0,
    });
    expect(await refund(delivery(shippingMinor + 1))).toMatchObject({ problem: 'shipping_too_much' });
    expect(await refund(delivery(shippingMinor))).toMatchObject({ ok: true });
    expect(await refund(delivery(1))).toMatchObject({ problem: 'shipping_too_much' });
  });

  it('refuses more pieces, or more money, than there are, and moves nothing', async () => {
    expect(await refund(pieces(4))).toMatchObject({ problem: 'pieces_too_many' });
    expect(await refund(extra(order.totalMinor + 1))).toMatchObject({ problem: 'refund_too_high' });
    expect(await refund(extra(0))).toMatchObject({ problem: 'nothing_to_refund' });
    expect(await refund(pieces(1), { seenVersion: 99 })).toMatchObject({ problem: 'changed_meanwhile' });
    expect(await refunds()).toEqual([]);
  });

  it('is one, however often the same form arrives', async () => {
    const same = { requestId: 'the-same-form-0001', seenVersion: order.version };
    const answers = await Promise.all(Array.from({ length: 50 }, () => refund(pieces(1), same)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(house.gateway.refunds).toHaveLength(1);
    expect(await refunds()).toHaveLength(1);
  });

  it('is one of fifty tabs that saw the same order; never more than was taken', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, tab) =>
        refund(pieces(2), { requestId: `tab-number-${tab}-0000`, seenVersion: order.version }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(house.gateway.refunds).toHaveLength(1);
  });

  it('without an answer stays asked for, and the worker finishes it [14×5x]', async () => {
    house.gateway.isDown = true;
    expect(await refund(pieces(1))).toMatchObject({ ok: true, value: 'requested' });
    expect(await present()).toMatchObject({ refundedMinor: 0, refundingMinor: 2490 });
    expect(await refund(extra(order.totalMinor - 2489))).toMatchObject({ problem: 'refund_too_high' });
    house.gateway.isDown = false;
    house.advance(120);
    await checkRefunds(house.deps);
    expect(await present()).toMatchObject({ refundedMinor: 2490, refundingMinor: 0 });
    expect(house.gateway.refunds).toHaveLength(1);
  });

  it('that the provider made although its answer was lost is recognised, not made again', async () => {
    house.gateway.isDown = true;
    await refund(pieces(1));
    house.gateway.isDown = false;
    const [row] = await refunds();
    if (!row) throw new Error('no refund was written');
    house.gateway.addRefund({ chargeId: order.chargeId, amount: money(row.amountMinor, 'EUR'), reference: row.id });
    house.advance(25 * 60 * 60);
    await checkRefunds(house.deps);
    expect(house.gateway.refunds).toHaveLength(1);
    expect(await present()).toMatchObject({ refundedMinor: 2490 });
  });

  it('that the provider refuses lets go of the money and is a task', async () => {
    house.gateway.refuses = 'charge_disputed';
    expect(await refund(pieces(1))).toMatchObject({ problem: 'refund_refused' });
    expect(await present()).toMatchObject({ refundedMinor: 0, refundingMinor: 0, status: 'paid' });
    expect(await tasks()).toEqual(['refund_refused']);
  });

  it('that fails later is reversed once, is a task, and can be made anew', async () => {
    await refund(EVERYTHING);
    house.gateway.failRefund('re_1');
    await Promise.all(Array.from({ length: 5 }, () => findRefunds(house.deps, order.chargeId)));
    expect(await present()).toMatchObject({ status: 'paid', refundedMinor: 0 });
    expect(await tasks()).toEqual(['refund_failed']);
    expect(await news()).toEqual(['refund', 'refund_failed']);
    expect(await refund(EVERYTHING)).toMatchObject({ ok: true });
  });
});

it('that came back and is made again puts nothing back on the shelf twice', async () => {
  await refund(pieces(2), { restock: true });
  house.gateway.failRefund('re_1');
  await findRefunds(house.deps, order.chargeId);
  expect(await refund(EVERYTHING, { restock: true })).toMatchObject({ ok: true });
  expect(await stock()).toMatchObject({ available: 5, sold: 0 });
});

describe("a refund made at the provider's dashboard", () => {
  it('is found by its event and booked once', async () => {
    house.gateway.addRefund({ chargeId: order.chargeId, amount: money(500, 'EUR') });
    await Promise.all(Array.from({ length: 20 }, () => findRefunds(house.deps, order.chargeId)));
    expect(await refunds()).toMatchObject([{ amountMinor: 500, status: 'succeeded', reason: 'at_provider' }]);
    expect(await present()).toMatchObject({ refundedMinor: 500 });
  });

  it("is heard of though its event names a payment that only Stripe's own page knew", async () => {
    await house.deps.db.update(paymentAttempts).set({ way: 'hosted', providerPaymentId: 'cs_1' });
    house.gateway.addRefund({ chargeId: order.chargeId, amount: money(500, 'EUR') });
    const { chargeId } = order;
    const told = { eventId: 'evt_1', type: 'charge.refunded', livemode: false, paymentId: 'pi_1', chargeId };
    expect(await applyStripeEvent(house.deps, { ...told, disputeId: null })).toBe('done');
    expect(await present()).toMatchObject({ refundedMinor: 500 });
  });

  it('of more than was ever taken is not ours to book: a task, and no event that fails for ever', async () => {
    house.gateway.addRefund({ chargeId: order.chargeId, amount: money(order.totalMinor + 1, 'EUR') });
    expect(await findRefunds(house.deps, order.chargeId)).toBe(true);
    expect(await findRefunds(house.deps, order.chargeId)).toBe(true);
    expect(await present()).toMatchObject({ refundedMinor: 0, refundingMinor: 0 });
    expect(await tasks()).toEqual(['refund_missing']);
  });

  it('in the place of ours that came back is booked, whichever of the two is heard of first', async () => {
    await refund(EVERYTHING);
    house.gateway.failRefund('re_1');
    house.gateway.addRefund({ chargeId: order.chargeId, amount: money(500, 'EUR') });
    await findRefunds(house.deps, order.chargeId);
    expect(await present()).toMatchObject({ refundedMinor: 500, refundingMinor: 0 });
    expect(await tasks()).toEqual(['refund_failed']);
  });

  it('is found by reconciliation when the event never came', async () => {
    house.gateway.addRefund({ chargeId: order.chargeId, amount: money(order.totalMinor, 'EUR') });
    await reconcile(house.deps, new Date(0));
    await reconcile(house.deps, new Date(0));
    expect(await present()).toMatchObject({ status: 'refunded' });
    expect(await refunds()).toHaveLength(1);
  });

  it('takes the place of one of ours that has no answer yet [14×wf]', async () => {
    house.gateway.isDown = true;
    await refund(EVERYTHING);
    house.gateway.isDown = false;
    house.gateway.addRefund({ chargeId: order.chargeId, amount: money(order.totalMinor, 'EUR') });
    await findRefunds(house.deps, order.chargeId);
    expect((await refunds()).map(({ status }) => status).sort()).toEqual(['refused', 'succeeded']);
    expect(await present()).toMatchObject({ status: 'refunded', refundingMinor: 0 });
  });
});

describe('calling an order off', () => {
  const cancel = (shopperId: string | null = order.shopperId) =>
    cancelOrder(house.deps, { orderId: order.id, shopperId, who: 'shopper' });

  it('gives everything back and puts every piece on the shelf, once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => cancel()));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await present()).toMatchObject({ status: 'cancelled', refundedMinor: order.totalMinor });
    expect(await stock()).toMatchObject({ available: 5, sold: 0 });
    expect(house.gateway.refunds).toHaveLength(1);
  });

  it('puts each piece back on the shelf once, though the money had to be sent twice', async () => {
    house.gateway.refuses = 'insufficient_funds';
    await cancel();
    expect(await stock()).toMatchObject({ available: 5, sold: 0 });
    house.gateway.refuses = null;
    expect(await refund(EVERYTHING, { restock: true })).toMatchObject({ ok: true });
    expect(await stock()).toMatchObject({ available: 5, sold: 0 });
    expect(await present()).toMatchObject({ status: 'cancelled', refundedMinor: order.totalMinor });
  });

  it('is for her own order, and too late once it was sent', async () => {
    expect(await cancel('somebody-else')).toMatchObject({ problem: 'not_found' });
    const sent = {
      orderId: order.id,
      requestId: 'send-request-0001',
      seenVersion: order.version,
      carrier: 'DHL',
      tracking: '0034',
      who: 'merchant:1',
    };
    expect(await fulfilOrder(house.deps, sent)).toMatchObject({ ok: true });
    expect(await fulfilOrder(house.deps, sent)).toMatchObject({ ok: true });
    expect(await news()).toEqual(['sent']);
    expect(await cancel()).toMatchObject({ problem: 'too_late_to_cancel' });
  });

  it('waits while a bank decides about its money: else she would have it twice', async () => {
    const [charge] = house.gateway.charges;
    if (!charge) throw new Error('nothing was charged');
    const { id: disputeId, chargeId, paymentId } = house.desk.open(charge);
    const told = { eventId: 'evt_1', type: 'charge.dispute.created', livemode: false, paymentId, chargeId, disputeId };
    await applyStripeEvent(house.deps, told);
    expect(await cancel()).toMatchObject({ problem: 'charge_disputed' });
    expect(await cancel(null)).toMatchObject({ problem: 'charge_disputed' });
    expect(await present()).toMatchObject({ status: 'paid', refundedMinor: 0, refundingMinor: 0 });
    expect(house.gateway.refunds).toEqual([]);
    expect(await stock()).toMatchObject({ available: 2, sold: 3 });
  });

  it('is not for a browser that was handed another cart of hers', async () => {
    const other = asId<CartId>('cart-of-the-link');
    const handedOff = { orderId: order.id, shopperId: order.shopperId, onlyCartId: other, who: 'shopper' };
    expect(await cancelOrder(house.deps, handedOff)).toMatchObject({ problem: 'not_found' });
    expect(await present()).toMatchObject({ status: 'paid' });
  });

  it('and sending it at the same moment: only one of them happens', async () => {
    const sent = {
      orderId: order.id,
      requestId: 'send-request-0001',
      seenVersion: order.version,
      carrier: '',
      tracking: '',
      who: 'merchant:1',
    };
    const [cancelled, fulfilled] = await Promise.all([cancel(), fulfilOrder(house.deps, sent)]);
    expect([cancelled.ok, fulfilled.ok].filter(Boolean)).toHaveLength(1);
  });
});

it('nobody changes or deletes what is booked', async () => {
  for (const change of ['update ledger set amount = 1', 'delete from ledger'])
    await expect(house.deps.db.execute(sql.raw(change))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') },
    });
});
