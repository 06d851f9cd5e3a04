import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '@/lib/db/orders';
import { getErasureState } from '@/lib/db/person-requests';
import { shoppers } from '@/lib/db/schema/shoppers';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { collectMyData } from './collect-my-data';
import { deliverMails } from './deliver-mails';
import { detachRemovedCards, ensureCustomer } from './keep-card';
import { keepNote } from './keep-note';
import { askForMyData, myDataLink, openMyData } from './my-data-link';
import { orderLink } from './order-link';
import { receiveOwnErasure } from './receive-person-request';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { workPersonRequests } from './work-person-requests';

const { email } = EXAMPLE_DETAILS;
let house: TestHouse;
let order: Order;
let her: ShopperId;

beforeEach(async () => {
  house = await createTestHouse();
  order = (await placeOrder(house, { stock: 5, quantity: 1 })).order;
  her = asId<ShopperId>(order.shopperId);
  await mails();
});
afterEach(() => house.drop());

/** What left since the last time. */
async function mails() {
  await deliverMails({ ...house.deps, mail: house.mail });
  return house.mail.tried.splice(0).map(({ mail }) => mail);
}
const makeGuest = () => house.deps.db.update(shoppers).set({ psid: null, pageId: null }).where(eq(shoppers.id, her));
const ask = (typed = email) => askForMyData(house.deps, { email: typed, number: `K-${order.number}`, source: 's' });
const keyIn = (link: string) => new URL(link).searchParams.get('key') ?? '';
const open = (key: string, orderId = order.id) => openMyData(house.deps, { orderId, key });

it('shows a person all that is kept about her, unsealed, and nothing of anybody else', async () => {
  const other = await placeOrder(house, { stock: 5, quantity: 1 });
  await keepNote(house.deps, { shopperId: her, note: 'Bitte klingeln', isGift: true });
  const data = await collectMyData(house.deps, her);
  expect(data?.orders).toHaveLength(1);
  expect(data?.orders[0]).toMatchObject({ number: `K-${order.number}`, deliveredTo: EXAMPLE_DETAILS });
  expect(data?.cart).toMatchObject({ note: 'Bitte klingeln' });
  expect(data?.messages).toHaveLength(1);
  const text = JSON.stringify(data);
  expect(text).not.toContain(other.order.id);
  expect(text).not.toContain(order.sealedDetails);
  expect(await collectMyData(house.deps, asId<ShopperId>('nobody'))).toBeNull();
});

describe('the link of a mail', () => {
  it('opens a guest’s data for a day, and is mailed to the address of the order alone', async () => {
    await makeGuest();
    expect(await ask('mallory@example.com')).toEqual({ ok: true, value: null });
    expect(await mails()).toEqual([]);
    expect(await ask()).toEqual({ ok: true, value: null });
    const [mail] = await mails();
    expect(mail?.to).toBe(email);
    const link = /https:\S+my-data\S+/.exec(mail?.text ?? '')?.[0] ?? 'https://none';
    expect(await open(keyIn(link))).toBe(her);
    house.advance(24 * 60 * 60 + 1);
    expect(await open(keyIn(link))).toBeNull();
  });

  it('is forged by nobody: not changed, not of another order, not the link of an order', async () => {
    await makeGuest();
    const other = await placeOrder(house, { stock: 5, quantity: 1 });
    const key = keyIn(myDataLink(house.deps, order.id));
    expect(await open(key)).toBe(her);
    const foreign = [keyIn(myDataLink(house.deps, other.order.id)), keyIn(orderLink(house.deps, order.id))];
    for (const wrong of ['', 'v1', key.slice(0, -2), `${key}A`, 'x'.repeat(9000), ...foreign])
      expect(await open(wrong), wrong).toBeNull();
    expect(await open(key, other.order.id)).toBeNull();
  });

  it('opens no thread: a mailbox is no proof of who somebody is in Messenger', async () => {
    await ask();
    const [mail] = await mails();
    expect(mail?.text).not.toContain('/shop/my-data');
    expect(await open(keyIn(myDataLink(house.deps, order.id)))).toBeNull();
  });

  it('opens no session that several addresses ordered in', async () => {
    await makeGuest();
    const second = await placeOrder(house, { stock: 5, quantity: 1 });
    const details = JSON.stringify({ ...EXAMPLE_DETAILS, email: 'bob@example.com' });
    const sealed = house.deps.sealer.seal(`orders.sealed_details:${second.order.id}`, details);
    await house.deps.db.execute(
      sql`update orders set shopper_id = ${her}, sealed_details = ${sealed} where id = ${second.order.id}`,
    );
    expect(await open(keyIn(myDataLink(house.deps, order.id)))).toBeNull();
  });
});

describe('“forget me”', () => {
  it('erases by the way that Meta’s callback takes, and has the provider delete its customer', async () => {
    const customer = await ensureCustomer(house.deps, her);
    const code = await receiveOwnErasure(house.deps, her);
    expect(await receiveOwnErasure(house.deps, her)).toBe(code);
    await workPersonRequests(house.deps);
    expect(await getErasureState(house.deps.db, code)).toMatchObject({ doneAt: expect.any(Date), keptOrders: true });
    const left = await collectMyData(house.deps, her);
    expect(left?.profile).toMatchObject({ messengerId: null, firstName: null, paymentCustomer: null });
    expect(left?.messages).toEqual([]);
    expect(left?.orders).toHaveLength(1);

    house.gateway.isDown = true;
    await detachRemovedCards(house.deps);
    expect(house.gateway.deletedCustomers).toEqual([]);
    house.gateway.isDown = false;
    await detachRemovedCards(house.deps);
    await detachRemovedCards(house.deps);
    expect(house.gateway.deletedCustomers).toEqual([customer.ok && customer.value]);
  });

  it('erases a guest too, and nobody beside her', async () => {
    await makeGuest();
    const other = await placeOrder(house, { stock: 5, quantity: 1 });
    await receiveOwnErasure(house.deps, her);
    await workPersonRequests(house.deps);
    const rows = await house.deps.db.select().from(shoppers);
    expect(rows.find(({ id }) => id === her)?.erasedAt).toBeInstanceOf(Date);
    expect(rows.find(({ id }) => id === other.order.shopperId)).toMatchObject({ erasedAt: null });
  });
});
