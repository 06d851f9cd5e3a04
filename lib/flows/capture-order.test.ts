import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getOrder, type Order } from '@/lib/db/orders';
import { savePaymentSettings } from '@/lib/db/payment-settings';
import { variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { merchantTasks, paymentAttempts } from '@/lib/db/schema/orders';
import { asId, type ProviderPaymentId } from '@/lib/domain/ids';
import { applyStripeEvent } from './apply-stripe-event';
import { cancelOrder } from './cancel-order';
import { captureOrder } from './capture-order';
import { checkHolds } from './follow-hold';
import { fulfilOrder } from './fulfil-order';
import { refundOrder } from './refund-order';
import { createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { placeOrder } from './testing-orders';

let house: TestHouse;
let order: Order;
let variantId: string;
let paymentId: ProviderPaymentId;
beforeEach(async () => {
  house = await createTestHouse();
  await savePaymentSettings(house.deps.db, { capture: 'at_fulfilment' });
  ({ order, variantId } = await placeOrder(house, { stock: 5, quantity: 2 }));
  const [attempt] = await house.deps.db.select().from(paymentAttempts).where(eq(paymentAttempts.id, order.attemptId));
  paymentId = asId<ProviderPaymentId>(attempt?.providerPaymentId ?? '');
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

const DAY = 24 * 60 * 60;
async function present(): Promise<Order> {
  const found = await getOrder(house.deps.db, order.id);
  if (!found) throw new Error('the order is gone');
  return found;
}
const sold = async () => (await house.deps.db.select().from(variants).where(eq(variants.id, variantId)))[0]?.sold;
const tasks = async () => (await house.deps.db.select().from(merchantTasks)).map(({ kind }) => kind);
const send = (change: { seenVersion?: number } = {}) =>
  fulfilOrder(house.deps, {
    orderId: order.id,
    requestId: 'send-request-0001',
    seenVersion: order.version,
    carrier: 'DHL',
    tracking: '1',
    who: 'm',
    ...change,
  });
const capture = (amountMinor: number | null) =>
  captureOrder(house.deps, { orderId: order.id, seenVersion: order.version, amountMinor });

it('an order whose money is only held is there, and nothing was taken', async () => {
  expect(order).toMatchObject({ status: 'authorised', capturedMinor: 0 });
  expect(await sold()).toBe(2);
});

describe('sending it', () => {
  it('takes the money first, once, however often the form arrives', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send()));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await send()).toMatchObject({ ok: true });
    expect(await present()).toMatchObject({
      status: 'fulfilled',
      capturedMinor: order.totalMinor,
      captureBefore: null,
    });
    expect(house.gateway.charges[0]?.capturedMinor).toBe(order.totalMinor);
  });

  it('waits for the money: without an answer nothing leaves, and the worker takes it', async () => {
    house.gateway.isDown = true;
    expect(await send()).toMatchObject({ problem: 'gateway_unavailable' });
    expect(await present()).toMatchObject({ status: 'authorised', fulfilledAt: null });
    house.gateway.isDown = false;
    house.advance(60);
    await checkHolds(house.deps);
    const taken = await present();
    expect(taken).toMatchObject({ status: 'paid', capturedMinor: order.totalMinor });
    expect(await send({ seenVersion: taken.version })).toMatchObject({ ok: true });
  });

  it('leaves a hold that lapsed alone: the order is cancelled, the goods are back, the merchant knows', async () => {
    await house.gateway.cancel(paymentId);
    expect(await send()).toMatchObject({ problem: 'not_held' });
    expect(await present()).toMatchObject({ status: 'cancelled' });
    expect(await sold()).toBe(0);
    expect(await tasks()).toContain('hold_gone');
  });
});

describe('taking a part', () => {
  it('releases the rest, and no more than the part can go back', async () => {
    expect(await capture(1000)).toMatchObject({ ok: true });
    expect(await capture(1000)).toMatchObject({ ok: true });
    expect(await capture(2000)).toMatchObject({ problem: 'changed_meanwhile' });
    const taken = await present();
    expect(taken).toMatchObject({ status: 'paid', capturedMinor: 1000 });
    const back = { orderId: order.id, reason: 'goodwill' as const, restock: false, who: 'm' };
    const wish = { everything: false as const, lines: [], shippingMinor: 0, extraMinor: 1001 };
    const ask = (extraMinor: number, requestId: string) =>
      refundOrder(house.deps, { ...back, requestId, seenVersion: taken.version, wish: { ...wish, extraMinor } });
    expect(await ask(1001, 'request-number-0001')).toMatchObject({ problem: 'refund_too_high' });
    expect(await ask(1000, 'request-number-0002')).toMatchObject({ ok: true });
  });

  it('is never more than is held', async () => {
    expect(await capture(order.totalMinor + 1)).toMatchObject({ problem: 'capture_too_high' });
    expect(house.gateway.captures).toEqual([]);
  });
});

it('money that is only held is not refunded but let go, once, and the goods are back', async () => {
  const ask = { orderId: order.id, requestId: 'request-number-0001', seenVersion: order.version };
  const wish = { everything: true } as const;
  expect(await refundOrder(house.deps, { ...ask, wish, reason: 'returned', restock: true, who: 'm' })).toMatchObject({
    problem: 'not_paid',
  });
  const cancel = () => cancelOrder(house.deps, { orderId: order.id, shopperId: order.shopperId, who: 'shopper' });
  const answers = await Promise.all(Array.from({ length: 10 }, cancel));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await present()).toMatchObject({ status: 'cancelled', capturedMinor: 0 });
  expect(await sold()).toBe(0);
  expect(await tasks()).toEqual([]);
  const texts = await house.deps.db.select().from(outgoingMessages).where(eq(outgoingMessages.purpose, 'order_update'));
  expect(texts).toHaveLength(1);
});

it('a hold that was taken, or let go, at the dashboard is heard of by its event', async () => {
  const event = { eventId: 'evt_1', type: 'payment_intent.succeeded', paymentId, chargeId: null, livemode: false };
  await house.gateway.capture(paymentId, { amountMinor: 1200, currency: 'EUR' }, asId('dashboard'));
  await applyStripeEvent(house.deps, event);
  await applyStripeEvent(house.deps, event);
  expect(await present()).toMatchObject({ status: 'paid', capturedMinor: 1200 });
});

it('warns two days before a hold lapses, once', async () => {
  await checkHolds(house.deps);
  expect(await tasks()).toEqual([]);
  house.advance(5.5 * DAY);
  await checkHolds(house.deps);
  house.advance(DAY / 2);
  await checkHolds(house.deps);
  expect(await tasks()).toEqual(['hold_lapses']);
});
