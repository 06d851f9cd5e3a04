import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { variants } from '@/lib/db/schema/catalogue';
import { merchantTasks, orders, paymentAttempts } from '@/lib/db/schema/orders';
import type { CheckoutDetails, OrderDetails } from '@/lib/domain/cart/address';
import type { ShopperId } from '@/lib/domain/ids';
import { money } from '@/lib/domain/money';
import { applyStripeEvent } from './apply-stripe-event';
import { cancelAttempt } from './cancel-attempt';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { openDialog, requoteDialog } from './open-dialog';
import { reconcile } from './reconcile';
import { settleDialog } from './settle-dialog';
import { orderDetailsPlace } from './settle-payment';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

const ADDRESS = {
  name: 'Ada L',
  street1: '1 Main St',
  street2: '',
  postalCode: '94105',
  city: 'San Francisco',
  region: 'CA',
  country: 'US' as const,
};
const DETAILS: CheckoutDetails = { email: 'ada@example.com', phone: '', address: ADDRESS };
const FROM_DIALOG: OrderDetails = { email: '', phone: '', address: ADDRESS };
const REQUEST = 'dialog-request-0001';
const TOTAL = money(2690 + 590, 'USD');

let house: TestHouse;
let shopperId: ShopperId;
let variantId: string;

beforeEach(async () => {
  house = await createTestHouse();
  shopperId = await addShopper(house);
  ({ variantId } = await addProduct(house, { slug: 'moon-print', stock: 3 }));
  await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 1 });
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

async function open() {
  const opened = await openDialog(house.deps, { shopperId, marketId: 'en-US', dialogRequestId: REQUEST });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}
const settle = (chargeId: string) =>
  settleDialog(house.deps, { shopperId, dialogRequestId: REQUEST, chargeId, details: DETAILS });
const available = async () =>
  (await house.deps.db.select().from(variants).where(eq(variants.id, variantId)))[0]?.available;
const allOrders = () => house.deps.db.select().from(orders);
const tasks = async () => (await house.deps.db.select().from(merchantTasks)).map((task) => task.kind);

it('holds the stock before the dialog is shown, follows its total, and settles the charge that Messenger made', async () => {
  const { attemptId, quote } = await open();
  expect(quote.total).toEqual(TOTAL);
  expect(await available()).toBe(2);
  const express = await requoteDialog(house.deps, {
    shopperId,
    attemptId,
    country: 'US',
    shippingOptionId: 'express',
    details: null,
  });
  expect(express).toMatchObject({ ok: true, value: { total: money(2690 + 1990, 'USD') } });
  const charge = house.gateway.addCharge({ amount: money(4680, 'USD'), reference: attemptId });
  expect(await settle(charge.id)).toMatchObject({ ok: true, value: { is: 'paid' } });
  expect(await settle(charge.id)).toMatchObject({ ok: true, value: { is: 'paid' } });
  expect(await allOrders()).toHaveLength(1);
});

it.each([
  ['a charge that does not exist', () => 'ch_invented', 'charge_not_found'],
  ['the dummy id of test payments', () => 'test_charge_id_12345', 'test_payment'],
  [
    "another attempt's charge",
    () => house.gateway.addCharge({ amount: TOTAL, reference: 'another' }).id,
    'not_this_charge',
  ],
  [
    'a charge without our reference',
    () => house.gateway.addCharge({ amount: TOTAL, reference: null }).id,
    'not_this_charge',
  ],
])('refuses %s', async (_name, chargeId, problem) => {
  await open();
  expect(await settle(chargeId())).toMatchObject({ ok: false, problem });
  expect(await allOrders()).toEqual([]);
});

describe('the first form of 2016, whose charge carries no reference of ours', () => {
  const settleFirst = (chargeId: string, fbPaymentId: string, dialogRequestId = REQUEST) =>
    settleDialog(house.deps, { shopperId, dialogRequestId, chargeId, fbPaymentId, details: DETAILS });

  it("is settled by Messenger's own id of the payment, once", async () => {
    await open();
    const charge = house.gateway.addCharge({ amount: TOTAL, reference: '910000000000006' });
    expect(await settleFirst(charge.id, '910000000000006')).toMatchObject({ ok: true, value: { is: 'paid' } });
    expect(await settleFirst(charge.id, '910000000000006')).toMatchObject({ ok: true, value: { is: 'paid' } });
    expect(await allOrders()).toHaveLength(1);
  });

  it.each([
    ['under another id than the charge has', '910000000000007', '910000000000006'],
    ['for a charge without any', null, '910000000000006'],
  ])('is refused %s: anybody can encrypt to a public key', async (_what, reference, fbPaymentId) => {
    await open();
    const charge = house.gateway.addCharge({ amount: TOTAL, reference });
    expect(await settleFirst(charge.id, fbPaymentId)).toMatchObject({ ok: false, problem: 'not_this_charge' });
    expect(await allOrders()).toEqual([]);
  });

  it('is refused when it made an order before', async () => {
    await open();
    const charge = house.gateway.addCharge({ amount: TOTAL, reference: '910000000000006' });
    await settleFirst(charge.id, '910000000000006');
    await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 1 });
    await openDialog(house.deps, { shopperId, marketId: 'en-US', dialogRequestId: 'dialog-request-0002' });
    const replayed = await settleFirst(charge.id, '910000000000006', 'dialog-request-0002');
    expect(replayed).toMatchObject({ ok: false, problem: 'not_this_charge' });
    expect(await allOrders()).toHaveLength(1);
    expect(house.gateway.refunds).toEqual([]);
  });
});

it('gives a charge of another amount back, once', async () => {
  const { attemptId } = await open();
  const charge = house.gateway.addCharge({ amount: money(1, 'USD'), reference: attemptId });
  expect(await settle(charge.id)).toEqual({ ok: true, value: { is: 'over', end: 'given_back' } });
  expect(house.gateway.refunds).toHaveLength(1);
  expect(await available()).toBe(3);
});

it('gives a charge of the same figure in another currency back, once', async () => {
  const { attemptId, quote } = await open();
  const charge = house.gateway.addCharge({ amount: money(quote.total.amountMinor, 'EUR'), reference: attemptId });
  expect(await settle(charge.id)).toMatchObject({ ok: true, value: { is: 'over', end: 'given_back' } });
  expect(await allOrders()).toEqual([]);
  expect(house.gateway.refunds).toMatchObject([{ chargeId: charge.id, amount: charge.amount }]);
});

it('tells nobody that money went back before the provider has said so', async () => {
  const { attemptId } = await open();
  const charge = house.gateway.addCharge({ amount: money(1, 'USD'), reference: attemptId });
  house.gateway.refund = async () => ({ is: 'unknown' });
  expect(await settle(charge.id)).toMatchObject({ ok: true, value: { is: 'checking' } });
  expect(await tasks()).toEqual([]);
  expect(await available()).toBe(2);
});

describe('money on its way back', () => {
  const requoteTo = (attemptId: string, shippingOptionId: string) =>
    requoteDialog(house.deps, { shopperId, attemptId, country: 'US', shippingOptionId, details: null });

  it('makes no order when the total comes to fit meanwhile', async () => {
    const { attemptId } = await open();
    const charge = house.gateway.addCharge({ amount: money(4680, 'USD'), reference: attemptId });
    const refund = house.gateway.refund.bind(house.gateway);
    house.gateway.refund = async (...asked) => {
      house.gateway.refund = refund;
      await requoteTo(attemptId, 'express');
      await settle(charge.id);
      return refund(...asked);
    };
    expect(await settle(charge.id)).toEqual({ ok: true, value: { is: 'over', end: 'given_back' } });
    expect(await allOrders()).toEqual([]);
    expect(house.gateway.refunds).toHaveLength(1);
  });

  it('is told to the merchant although the flow that sent it ended before it could say so', async () => {
    const { attemptId } = await open();
    await cancelAttempt(house.deps, { shopperId, dialogRequestId: REQUEST });
    const charge = house.gateway.addCharge({ amount: TOTAL, reference: attemptId });
    const refund = house.gateway.refund.bind(house.gateway);
    house.gateway.refund = async (...asked) => {
      await refund(...asked);
      throw new Error('crash');
    };
    await expect(settle(charge.id)).rejects.toThrow('crash');
    expect(await reconcile(house.deps, new Date(0))).toMatchObject({ healed: 0 });
    expect(await tasks()).toEqual(['money_given_back']);
    expect(house.gateway.refunds).toHaveLength(1);
  });

  it('is what the merchant had not given back yet', async () => {
    const { attemptId } = await open();
    const charge = house.gateway.addCharge({ amount: TOTAL, reference: attemptId });
    charge.refundedMinor = 100;
    await settle(charge.id);
    expect(house.gateway.refunds).toMatchObject([{ amount: money(TOTAL.amountMinor - 100, 'USD') }]);
  });

  it('becomes a task where the provider refuses; neither the goods nor she wait for that', async () => {
    const { attemptId } = await open();
    const charge = house.gateway.addCharge({ amount: money(1, 'USD'), reference: attemptId });
    house.gateway.refund = async () => ({ is: 'refused' as const, reason: 'charge_disputed' });
    await settle(charge.id);
    expect(await tasks()).toEqual(['refund_refused']);
    expect(await available()).toBe(3);
    const next = { shopperId, marketId: 'en-US' as const, dialogRequestId: 'dialog-request-0002' };
    expect(await openDialog(house.deps, next)).toMatchObject({ ok: true });
  });
});

it('finds the charge by our reference when the page never calls back', async () => {
  const { attemptId } = await open();
  await requoteDialog(house.deps, { shopperId, attemptId, country: 'US', details: FROM_DIALOG });
  house.gateway.addCharge({ amount: TOTAL, reference: attemptId });
  house.advance(60);
  await checkAttempts(house.deps);
  expect(await allOrders()).toMatchObject([{ status: 'paid', totalMinor: TOTAL.amountMinor }]);
});

it('lets an order without an address wait, and completes it when the page comes back after all', async () => {
  const { attemptId } = await open();
  const charge = house.gateway.addCharge({ amount: TOTAL, reference: attemptId });
  house.advance(60);
  await checkAttempts(house.deps);
  expect(await allOrders()).toMatchObject([{ status: 'paid_needs_decision' }]);
  expect(await settle(charge.id)).toMatchObject({ ok: true, value: { is: 'paid' } });
  const [order] = await allOrders();
  expect(order?.status).toBe('paid');
  expect(house.deps.sealer.open(orderDetailsPlace(order?.id ?? ''), order?.sealedDetails ?? '')).toContain('1 Main St');
});

it('releases the stock when she cancels, and gives a charge back that comes later', async () => {
  const { attemptId } = await open();
  expect(await cancelAttempt(house.deps, { shopperId, dialogRequestId: REQUEST })).toMatchObject({
    value: { end: 'cancelled' },
  });
  expect(await available()).toBe(3);
  const charge = house.gateway.addCharge({ amount: TOTAL, reference: attemptId });
  await applyStripeEvent(house.deps, {
    eventId: 'evt_1',
    type: 'charge.succeeded',
    paymentId: null,
    chargeId: charge.id,
    livemode: false,
  });
  await reconcile(house.deps, new Date(0));
  expect(house.gateway.refunds).toHaveLength(1);
  expect(await allOrders()).toEqual([]);
  expect(await tasks()).toEqual(['money_given_back']);
});

it('a dialog left open in a closed webview makes room for the next one', async () => {
  await open();
  expect(
    await openDialog(house.deps, { shopperId, marketId: 'en-US', dialogRequestId: 'dialog-request-0002' }),
  ).toMatchObject({ ok: true });
  expect(await available()).toBe(2);
  const attempts = await house.deps.db.select().from(paymentAttempts);
  expect(attempts.map((attempt) => attempt.end).sort()).toEqual(['cancelled', null]);
});

it('opens no dialog again for a request that is over, paid or cancelled: it would charge for nothing', async () => {
  const again = () => openDialog(house.deps, { shopperId, marketId: 'en-US', dialogRequestId: REQUEST });
  const { attemptId } = await open();
  expect(await again()).toMatchObject({ ok: true, value: { attemptId } });
  await cancelAttempt(house.deps, { shopperId, dialogRequestId: REQUEST });
  expect(await again()).toMatchObject({ ok: false, problem: 'key_reused' });
});

it('an open dialog ends after its time, once the provider knows no charge', async () => {
  await open();
  house.advance(31 * 60);
  await checkAttempts(house.deps);
  expect(await available()).toBe(3);
});

it('makes a charge that nobody knows a task for the merchant, once', async () => {
  house.gateway.addCharge({ amount: TOTAL, reference: null });
  await reconcile(house.deps, new Date(0));
  await reconcile(house.deps, new Date(0));
  expect(await tasks()).toEqual(['charge_without_order']);
});

it('events of another mode have no effect', async () => {
  const { attemptId } = await open();
  const charge = house.gateway.addCharge({ amount: TOTAL, reference: attemptId });
  const event = { eventId: 'evt_1', type: 'charge.succeeded', paymentId: null, chargeId: charge.id, livemode: true };
  expect(await applyStripeEvent(house.deps, event)).toBe('without_effect');
});
