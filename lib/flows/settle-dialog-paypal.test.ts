import { afterEach, beforeEach, expect, it } from 'vitest';
import { merchantTasks, orders } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import { applyPaypalEvent } from './apply-paypal-event';
import { cancelOrder } from './cancel-order';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { openDialog } from './open-dialog';
import { reconcile } from './reconcile';
import { settleDialog } from './settle-dialog';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { openPaypalFor, type TestPaypal } from './testing-paypal';

const REQUEST = 'dialog-request-0001';
const ADDRESS = {
  ...EXAMPLE_DETAILS.address,
  city: 'Oakland',
  region: 'CA',
  postalCode: '94612',
  country: 'US' as const,
};

let house: TestHouse;
let paypal: TestPaypal;
let shopperId: ShopperId;
let attemptId: string;

beforeEach(async () => {
  house = await createTestHouse();
  paypal = await openPaypalFor(house);
  shopperId = await addShopper(house);
  await addProduct(house, { slug: 'moon-print', stock: 3 });
  await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 1 });
  const opened = await openDialog(house.deps, { shopperId, marketId: 'en-US', dialogRequestId: REQUEST });
  if (!opened.ok) throw new Error(opened.problem);
  attemptId = opened.value.attemptId;
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await paypal.double.close();
  await house.drop();
});

/** Messenger takes the money in the linked PayPal account. */
const take = ({ amountMinor = 3280, currency = 'usd', customId = attemptId, invoiceId = 'fb-1' } = {}) =>
  paypal.double.createForeignCapture({ amountMinor, currency, customId, invoiceId }).id;
const report = (chargeId: string, more: { fbPaymentId?: string } = {}) =>
  settleDialog(house.deps, {
    shopperId,
    dialogRequestId: REQUEST,
    chargeId,
    provider: 'paypal',
    details: { ...EXAMPLE_DETAILS, address: ADDRESS },
    ...more,
  });
const allOrders = () => house.deps.db.select().from(orders);
const refunded = async () => (await paypal.captures()).map(({ status }) => status);

it('a PayPal charge of the dialog is looked up at PayPal, settled once, and given back there', async () => {
  const capture = take();
  const [first, second] = await Promise.all([report(capture), report(capture)]);
  expect([first, second]).toMatchObject([{ value: { is: 'paid' } }, { value: { is: 'paid' } }]);
  const [order, ...others] = await allOrders();
  expect(others).toEqual([]);
  expect(order).toMatchObject({ provider: 'paypal', paymentMethod: 'PayPal', chargeId: capture, totalMinor: 3280 });
  expect(house.gateway.charges).toEqual([]);

  const called = await cancelOrder(house.deps, { orderId: order?.id ?? '', shopperId, who: 'shopper' });
  expect(called).toMatchObject({ ok: true });
  expect(await refunded()).toEqual(['REFUNDED']);
  expect(await allOrders()).toMatchObject([{ status: 'cancelled', refundedMinor: 3280 }]);
});

it.each([
  ['of another amount', { amountMinor: 3279 }],
  ['in another currency', { currency: 'eur' }],
])('a PayPal charge %s goes back there once, and makes no order', async (_what, wrong) => {
  const capture = take(wrong);
  expect(await report(capture)).toMatchObject({ value: { is: 'over', end: 'given_back' } });
  expect(await report(capture)).toMatchObject({ value: { is: 'over', end: 'given_back' } });
  expect(await refunded()).toEqual(['REFUNDED']);
  expect(await allOrders()).toEqual([]);
});

it.each([
  ['that PayPal does not know', () => '0INVENTED00000000', 'charge_not_found'],
  ["of another try's", () => take({ customId: 'another' }), 'not_this_charge'],
])('a PayPal charge %s is refused', async (_what, make, problem) => {
  expect(await report(make())).toMatchObject({ ok: false, problem });
  expect(await allOrders()).toEqual([]);
});

it("the first form's PayPal charge is known by Messenger's own id of the payment", async () => {
  const capture = take({ customId: '910000000000006', invoiceId: '910000000000006' });
  expect(await report(capture)).toMatchObject({ problem: 'not_this_charge' });
  expect(await report(capture, { fbPaymentId: '910000000000007' })).toMatchObject({ problem: 'not_this_charge' });
  expect(await report(capture, { fbPaymentId: '910000000000006' })).toMatchObject({ value: { is: 'paid' } });
  expect(await allOrders()).toMatchObject([{ provider: 'paypal' }]);
});

it('the sweeper finds a PayPal charge that no page reported; where it is listed too late, it goes back', async () => {
  take();
  house.advance(60);
  await checkAttempts(house.deps);
  expect(await allOrders()).toMatchObject([{ provider: 'paypal', status: 'paid_needs_decision' }]);

  await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 1 });
  const opened = await openDialog(house.deps, { shopperId, marketId: 'en-US', dialogRequestId: 'dialog-request-0002' });
  house.advance(31 * 60);
  await checkAttempts(house.deps);
  take({ customId: opened.ok ? opened.value.attemptId : '', invoiceId: 'fb-2' });
  const since = new Date(Date.now() - 60_000);
  await reconcile(house.deps, since);
  await reconcile(house.deps, since);
  expect(await refunded()).toEqual(['COMPLETED', 'REFUNDED']);
  expect(await allOrders()).toHaveLength(1);
  expect((await house.deps.db.select().from(merchantTasks)).map(({ kind }) => kind)).toEqual(['money_given_back']);
});

it("PayPal's own event about a try that is over sends the money back", async () => {
  house.advance(31 * 60);
  await checkAttempts(house.deps);
  const capture = take();
  const event = { type: 'PAYMENT.CAPTURE.COMPLETED', paymentId: null, chargeId: capture, livemode: false };
  expect(await applyPaypalEvent(house.deps, { ...event, eventId: 'WH-1' })).toBe('done');
  expect(await applyPaypalEvent(house.deps, { ...event, eventId: 'WH-2' })).toBe('done');
  expect(await refunded()).toEqual(['REFUNDED']);
  expect(await allOrders()).toEqual([]);
});
