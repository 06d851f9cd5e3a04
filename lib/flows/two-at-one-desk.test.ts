import { afterEach, beforeEach, expect, it } from 'vitest';
import { getOrder, type Order } from '@/lib/db/orders';
import { getPaymentSettings, PAYMENTS } from '@/lib/db/payment-settings';
import { merchantTasks, orders } from '@/lib/db/schema/orders';
import { getSeller, SELLER } from '@/lib/db/sellers';
import { getSettingVersion } from '@/lib/db/settings';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { applyStripeEvent } from './apply-stripe-event';
import { cancelOrder } from './cancel-order';
import { closeTask } from './close-task';
import { editPaymentSettings } from './edit-payment-settings';
import { editSeller } from './edit-seller';
import { checkRefunds, findRefunds } from './find-refunds';
import { fulfilOrder } from './fulfil-order';
import { raiseTask } from './raise-task';
import { refundOrder } from './refund-order';
import { orderDetailsPlace } from './settle-payment';
import { createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { placeOrder } from './testing-orders';

let house: TestHouse;
let order: Order;
beforeEach(async () => {
  house = await createTestHouse();
  ({ order } = await placeOrder(house, { stock: 5, quantity: 1 }));
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

async function present(): Promise<Order> {
  const found = await getOrder(house.deps.db, order.id);
  if (!found) throw new Error('the order is gone');
  return found;
}
const send = (more: { despiteDispute?: boolean; seenVersion?: number } = {}) =>
  fulfilOrder(house.deps, {
    orderId: order.id,
    requestId: 'send-request-0001',
    seenVersion: order.version,
    carrier: 'DHL',
    tracking: '1',
    who: 'm',
    ...more,
  });

it('an order is not called off by somebody who saw an older one', async () => {
  const wish = { everything: false as const, lines: [], shippingMinor: 0, extraMinor: 100 };
  const asked = { orderId: order.id, requestId: 'request-0000000001', seenVersion: order.version, who: 'merchant:a' };
  await refundOrder(house.deps, { ...asked, wish, reason: 'goodwill', restock: false });
  const callOff = (seenVersion: number) =>
    cancelOrder(house.deps, { orderId: order.id, shopperId: null, seenVersion, who: 'merchant:b' });
  expect(await callOff(order.version)).toMatchObject({ problem: 'changed_meanwhile' });
  expect(await present()).toMatchObject({ status: 'paid', refundedMinor: 100 });
  expect(await callOff((await present()).version)).toMatchObject({ ok: true });
  // The same form once more: the same answer.
  expect(await callOff(order.version)).toMatchObject({ ok: true });
});

it('of two who say at once when money is taken, or who sells, one is told to look again', async () => {
  const { db } = house.deps;
  const seenVersion = await getSettingVersion(db, PAYMENTS);
  const say = (capture: 'now' | 'at_fulfilment') =>
    editPaymentSettings(house.deps, { capture, seenVersion, merchantId: 'm' });
  const answers = await Promise.all([say('at_fulfilment'), say('now')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed_meanwhile' });
  expect((await getPaymentSettings(db)).capture).toBe(answers[0]?.ok ? 'at_fulfilment' : 'now');

  const seller = {
    name: 'Otter & Ottilie',
    street: 'Hof 3',
    postalCode: '10115',
    city: 'Berlin',
    country: 'DE' as const,
    vatId: '',
    taxNumber: '12/345/67890',
    smallBusiness: false,
  };
  const seen = await getSettingVersion(db, SELLER);
  expect(await editSeller(house.deps, { seller, seenVersion: seen, merchantId: 'a' })).toMatchObject({ ok: true });
  const late = { seller: { ...seller, city: 'Bonn' }, seenVersion: seen, merchantId: 'b' };
  expect(await editSeller(house.deps, late)).toMatchObject({ problem: 'changed_meanwhile' });
  expect((await getSeller(db))?.city).toBe('Berlin');
});

it('goods of a disputed payment leave only when somebody says so', async () => {
  const [charge] = house.gateway.charges;
  if (!charge) throw new Error('nothing was charged');
  const dispute = house.desk.open(charge, { inquiry: true });
  const { id: disputeId, chargeId, paymentId } = dispute;
  const event = { type: 'charge.dispute.created', livemode: false, paymentId, chargeId, disputeId };
  await applyStripeEvent(house.deps, { ...event, eventId: 'evt_1' });
  expect(await send()).toMatchObject({ problem: 'order_disputed' });
  expect(await present()).toMatchObject({ status: 'paid', fulfilledAt: null });
  dispute.status = 'lost';
  await applyStripeEvent(house.deps, { ...event, eventId: 'evt_2' });
  expect(await send()).toMatchObject({ problem: 'order_disputed' });
  expect(await send({ despiteDispute: true })).toMatchObject({ ok: true });
  expect(await present()).toMatchObject({ status: 'fulfilled' });
});

it('a question that was answered holds nothing up', async () => {
  const [charge] = house.gateway.charges;
  if (!charge) throw new Error('nothing was charged');
  const { id: disputeId, chargeId, paymentId } = house.desk.open(charge, { inquiry: true });
  house.desk.decide(disputeId, 'inquiry_closed');
  const event = { type: 'charge.dispute.closed', livemode: false, paymentId, chargeId, disputeId };
  await applyStripeEvent(house.deps, { ...event, eventId: 'evt_1' });
  expect(await send()).toMatchObject({ ok: true });
});

it('money that came back to an order without an address waits for a decision again', async () => {
  const nowhere = { ...EXAMPLE_DETAILS, address: null };
  const sealedDetails = house.deps.sealer.seal(orderDetailsPlace(order.id), JSON.stringify(nowhere));
  await house.deps.db.update(orders).set({ status: 'paid_needs_decision', sealedDetails });
  const asked = { orderId: order.id, requestId: 'request-0000000001', seenVersion: order.version, who: 'm' };
  await refundOrder(house.deps, { ...asked, wish: { everything: true }, reason: 'goodwill', restock: false });
  expect(await present()).toMatchObject({ status: 'refunded' });
  house.gateway.failRefund('re_1');
  await findRefunds(house.deps, order.chargeId);
  await checkRefunds(house.deps);
  expect(await present()).toMatchObject({ status: 'paid_needs_decision', refundedMinor: 0 });
  expect((await house.deps.db.select().from(merchantTasks)).map(({ kind }) => kind)).toEqual(['refund_failed']);
});

it('a task is closed by hand, once; the same happening does not bring it back', async () => {
  const { deps } = house;
  await raiseTask(deps, 'person_wanted', 'thread-1', {});
  const [task] = await deps.db.select().from(merchantTasks);
  const close = (taskId = task?.id ?? '') => closeTask(deps, { taskId, merchantId: 'm' });
  const answers = await Promise.all([close(), close()]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const [closed] = await deps.db.select().from(merchantTasks);
  expect(closed?.doneAt).toBeInstanceOf(Date);
  house.advance(60);
  await close();
  await raiseTask(deps, 'person_wanted', 'thread-1', {});
  expect(await deps.db.select().from(merchantTasks)).toEqual([closed]);
  expect(await close('none-of-ours')).toMatchObject({ problem: 'not_found' });
});
