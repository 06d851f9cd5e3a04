import { afterEach, beforeEach, expect, it } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { addressBeforePlace, listAddressChanges, listOrderNotes } from '@/lib/db/order-desk';
import { getOrder, type Order } from '@/lib/db/orders';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { changeOrderAddress } from './change-order-address';
import { fulfilOrder } from './fulfil-order';
import { noteOrder } from './note-order';
import { orderDetailsPlace } from './settle-payment';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';

let house: TestHouse;
let order: Order;
beforeEach(async () => {
  house = await createTestHouse();
  ({ order } = await placeOrder(house, { stock: 5, quantity: 1 }));
});
afterEach(() => house.drop());

const { country: _country, ...ADDRESS } = EXAMPLE_DETAILS.address;
const MOVED = { ...ADDRESS, street1: 'Neue Gasse 7', postalCode: '04109', city: 'Leipzig' };
let forms = 0;
const change = async (address = MOVED, more: { requestId?: string; seenVersion?: number; orderId?: string } = {}) =>
  changeOrderAddress(house.deps, {
    orderId: order.id,
    requestId: `address-form-${forms++}`,
    seenVersion: (await getOrder(house.deps.db, order.id))?.version ?? 0,
    address,
    who: 'merchant:1',
    ...more,
  });
const present = async () => {
  const found = await getOrder(house.deps.db, order.id);
  return orderDetailsSchema.parse(
    JSON.parse(house.deps.sealer.open(orderDetailsPlace(order.id), found?.sealedDetails ?? '')),
  );
};
const changes = () => listAddressChanges(house.deps.db, order.id);
const told = async () =>
  (await house.deps.db.select().from(outgoingMessages)).filter(({ cause }) => cause.startsWith('address:'));

it('goes elsewhere, remembers where it was to go, and tells her without saying where', async () => {
  expect(await change()).toMatchObject({ ok: true });
  expect(await present()).toMatchObject({ email: EXAMPLE_DETAILS.email, address: { ...MOVED, country: 'DE' } });
  const [before] = await changes();
  const opened = house.deps.sealer.open(addressBeforePlace(before?.id ?? ''), before?.sealedBefore ?? '');
  expect(JSON.parse(opened)).toEqual(EXAMPLE_DETAILS.address);
  const [message, ...others] = await told();
  expect(others).toEqual([]);
  expect(JSON.stringify(message?.message)).toContain('kiosk_address_changed');
  expect(JSON.stringify(message?.message)).not.toContain('Leipzig');
});

it('is one change, however often the same form arrives', async () => {
  const same = { requestId: 'address-form-same-1', seenVersion: order.version };
  const answers = await Promise.all(Array.from({ length: 10 }, () => change(MOVED, same)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await changes()).toHaveLength(1);
  expect(await told()).toHaveLength(1);
  expect(await change(MOVED, { seenVersion: order.version })).toMatchObject({ problem: 'changed_meanwhile' });
});

it('takes only what is an address in the country of the order, and only while nothing has left', async () => {
  expect(await change({ ...MOVED, postalCode: '1010' })).toMatchObject({
    problem: 'invalid',
    detail: { fields: { postalCode: 'postal_code' } },
  });
  expect(await change({ ...MOVED, name: ' ' })).toMatchObject({ problem: 'invalid' });
  expect(await change(MOVED, { orderId: 'absent' })).toMatchObject({ problem: 'not_found' });
  const sending = { orderId: order.id, requestId: 'send-form-0001', carrier: '', tracking: '', who: 'm' };
  await fulfilOrder(house.deps, { ...sending, seenVersion: order.version });
  expect(await change()).toMatchObject({ problem: 'already_sent' });
  expect(await changes()).toEqual([]);
});

it('a note stands once, with the name of who wrote it', async () => {
  const { db } = house.deps;
  await insertMerchant(db, {
    id: 'greta',
    name: 'Greta',
    email: 'g@x.example',
    role: 'owner',
    passwordHash: '',
    at: new Date(),
  });
  const note = { orderId: order.id, requestId: 'note-form-000001', text: 'Klingel kaputt', merchantId: 'greta' };
  await noteOrder(house.deps, note);
  await noteOrder(house.deps, note);
  expect(await listOrderNotes(db, order.id)).toMatchObject([{ text: 'Klingel kaputt', merchantName: 'Greta' }]);
  expect(await noteOrder(house.deps, { ...note, orderId: 'absent' })).toMatchObject({ problem: 'not_found' });
});
