import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getOrder, type Order } from '@/lib/db/orders';
import { savePaymentSettings } from '@/lib/db/payment-settings';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { cancelOrder } from './cancel-order';
import { deliverParcel } from './deliver-parcel';
import { type FulfilOrderInput, fulfilOrder } from './fulfil-order';
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

let forms = 0;
const send = async (quantity: number | null, change: Partial<FulfilOrderInput> = {}) => {
  const { version } = await present();
  return fulfilOrder(house.deps, {
    orderId: order.id,
    requestId: `send-form-${forms++}`,
    seenVersion: version,
    ...(quantity === null ? {} : { lines: [{ variantId, quantity }] }),
    carrier: 'DHL',
    tracking: '0034',
    who: 'merchant:1',
    ...change,
  });
};
const refund = async (quantity: number, reason: 'returned' | 'goodwill') =>
  refundOrder(house.deps, {
    orderId: order.id,
    requestId: `refund-form-000${forms++}`,
    seenVersion: (await present()).version,
    wish: { everything: false, lines: [{ variantId, quantity }], shippingMinor: 0, extraMinor: 0 },
    reason,
    restock: false,
    who: 'merchant:1',
  });
async function present(): Promise<Order> {
  const found = await getOrder(house.deps.db, order.id);
  if (!found) throw new Error('the order is gone');
  return found;
}
const parcels = async () =>
  (await listShipmentsOfOrder(house.deps.db, order.id)).map(({ lines }) => lines[0]?.quantity);
const told = async () =>
  (await house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position)).flatMap(({ message }) =>
    message.kind === 'buttons' ? [message] : [],
  );

describe('an order in parts', () => {
  it('leaves in two parcels, and she hears of each with the way to follow it', async () => {
    expect(await send(1)).toMatchObject({ ok: true });
    expect(await present()).toMatchObject({
      status: 'partly_fulfilled',
      firstSentAt: expect.any(Date),
      fulfilledAt: null,
    });
    expect(await send(null, { carrier: 'Postbote' })).toMatchObject({ ok: true });
    expect(await present()).toMatchObject({ status: 'fulfilled', fulfilledAt: expect.any(Date) });
    expect(await parcels()).toEqual([1, 2]);
    const [first, second] = await told();
    expect(first?.text).toContain('Ein Teil von Bestellung K-1001 ist unterwegs zu dir: 1 ×');
    expect(first?.buttons[1]).toMatchObject({ kind: 'link', url: expect.stringContaining('piececode=0034') });
    expect(first?.utility).toMatchObject({ name: 'kiosk_order_part_sent' });
    expect(second?.buttons).toHaveLength(1);
  });

  it('is one parcel, however often the same form arrives', async () => {
    const same = { requestId: 'the-same-form-0001', seenVersion: order.version };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(1, same)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await parcels()).toEqual([1]);
    expect(await told()).toHaveLength(1);
    expect(await send(1, { seenVersion: order.version })).toMatchObject({ problem: 'changed_meanwhile' });
  });

  it('sends no more than is left, and nothing of another order', async () => {
    const other = await placeOrder(house, { stock: 5, quantity: 3 });
    expect(await send(2)).toMatchObject({ ok: true });
    expect(await send(2)).toMatchObject({ problem: 'pieces_not_left' });
    const foreign = [{ variantId: other.variantId, quantity: 1 }];
    expect(await send(null, { lines: foreign })).toMatchObject({ problem: 'pieces_not_left' });
    expect(await send(0)).toMatchObject({ problem: 'nothing_to_send' });
    const { id, version } = other.order;
    await send(1, { requestId: 'the-same-form-0001' });
    expect(await send(null, { orderId: id, seenVersion: version, requestId: 'the-same-form-0001' })).toMatchObject({
      problem: 'changed_meanwhile',
    });
    expect(await parcels()).toEqual([2, 1]);
  });

  it('is not called off once a part left, and not sent once it was called off', async () => {
    const other = (await placeOrder(house, { stock: 5, quantity: 1 })).order;
    await send(1);
    expect(await cancelOrder(house.deps, { orderId: order.id, shopperId: null, who: 'm' })).toMatchObject({
      problem: 'too_late_to_cancel',
    });
    await cancelOrder(house.deps, { orderId: other.id, shopperId: null, who: 'm' });
    const seenVersion = (await getOrder(house.deps.db, other.id))?.version ?? 0;
    expect(await send(null, { orderId: other.id, seenVersion })).toMatchObject({ problem: 'not_paid' });
  });
});

describe('pieces that were refunded', () => {
  it('are not sent any more: the rest makes it whole', async () => {
    await send(2);
    expect(await refund(1, 'goodwill')).toMatchObject({ ok: true });
    expect(await present()).toMatchObject({ status: 'fulfilled', fulfilledAt: expect.any(Date) });
    expect(await send(1)).toMatchObject({ ok: false });
  });

  it('came back from her: the others are still owed', async () => {
    await send(1);
    await refund(1, 'returned');
    expect(await present()).toMatchObject({ status: 'partly_fulfilled' });
    expect(await send(null)).toMatchObject({ ok: true });
    expect(await parcels()).toEqual([1, 2]);
  });
});

it('held money is taken once, with the first parcel, and not for a parcel that cannot leave', async () => {
  await savePaymentSettings(house.deps.db, { capture: 'at_fulfilment' });
  ({ order, variantId } = await placeOrder(house, { stock: 5, quantity: 3 }));
  expect(await send(4)).toMatchObject({ problem: 'pieces_not_left' });
  expect(house.gateway.captures).toEqual([]);
  expect(await send(1)).toMatchObject({ ok: true });
  expect(await send(null)).toMatchObject({ ok: true });
  expect(house.gateway.captures).toHaveLength(1);
  expect(await present()).toMatchObject({ status: 'fulfilled', capturedMinor: order.totalMinor });
});

it('a parcel that arrived is told once, and is of its own order only', async () => {
  const other = (await placeOrder(house, { stock: 5, quantity: 1 })).order;
  await send(1);
  const [parcel] = await listShipmentsOfOrder(house.deps.db, order.id);
  const arrived = (orderId: string) =>
    deliverParcel(house.deps, { orderId, shipmentId: parcel?.id ?? '', who: 'merchant:1' });
  expect(await arrived(other.id)).toMatchObject({ problem: 'not_found' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => arrived(order.id)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect((await told()).map(({ utility }) => utility?.name)).toEqual([
    'kiosk_order_part_sent',
    'kiosk_order_delivered',
  ]);
});
