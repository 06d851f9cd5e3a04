import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listOrders } from '@/lib/db/admin-orders';
import { listOrderViews } from '@/lib/db/order-views';
import { getOrder } from '@/lib/db/orders';
import { shoppers } from '@/lib/db/schema/shoppers';
import { createSealer } from '@/lib/db/sealed';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { fulfilManyFormSchema, orderListSchema, orderViewFormSchema } from '@/lib/domain/orders/order-list';
import { readOrderSearch } from '@/lib/domain/orders/order-search';
import { cancelOrder } from './cancel-order';
import { changeOrderAddress } from './change-order-address';
import { keepOrderView, removeOrderView } from './edit-order-views';
import { fulfilMany } from './fulfil-many';
import { markOrders, marksOf } from './mark-orders';
import { createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { placeOrder } from './testing-orders';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

const {
  email,
  address: { name },
} = EXAMPLE_DETAILS;
const order = async () => (await placeOrder(house, { stock: 5, quantity: 1 })).order;
async function found(typed: string): Promise<number[]> {
  const search = readOrderSearch(typed);
  const sought = search && {
    marks: marksOf(house.deps, search),
    number: search.is === 'number' ? search.number : undefined,
  };
  return (await listOrders(house.deps.db, { ...sought, limit: 10 })).map((one) => one.number);
}

it('finds an order by number, by words of her name and by her address, which nobody can read from the table', async () => {
  const { id, number, version } = await order();
  await order();
  expect(await found(`K-${number}`)).toEqual([number]);
  expect(await found(name)).toEqual([]);
  expect(await markOrders(house.deps)).toBe(2);
  expect(await markOrders(house.deps)).toBe(0);
  expect(await found(name.toUpperCase())).toEqual([number + 1, number]);
  expect(await found(` ${email} `)).toEqual([number + 1, number]);
  expect(await found('nobody@example.com')).toEqual([]);
  expect(await found(`${name} Nobody`)).toEqual([]);
  const { rows } = await house.deps.db.execute(sql`select search_marks from orders`);
  expect(JSON.stringify(rows).toLowerCase()).not.toContain(name.split(' ')[0]?.toLowerCase());

  const { country: _country, ...address } = EXAMPLE_DETAILS.address;
  const moved = { orderId: id, requestId: 'address-form-0001', seenVersion: version, who: 'm' };
  await changeOrderAddress(house.deps, { ...moved, address: { ...address, name: 'Grace Hopper' } });
  await markOrders(house.deps);
  expect(await found('hopper')).toEqual([number]);
});

it('makes the marks anew with a new key', async () => {
  const { number } = await order();
  const old = randomBytes(32).toString('base64');
  const fresh = randomBytes(32).toString('base64');
  const older = { ...house.deps, sealer: { ...createSealer([old]), open: house.deps.sealer.open } };
  await markOrders(older);
  house.deps.sealer = { ...createSealer([fresh, old]), open: house.deps.sealer.open };
  expect(await found(email)).toEqual([]);
  await markOrders(house.deps);
  expect(await found(email)).toEqual([number]);
});

it('pages by number, and narrows to what is to be done and to where it came from', async () => {
  const [first, second, third] = [await order(), await order(), await order()];
  await cancelOrder(house.deps, { orderId: second.id, shopperId: null, who: 'm' });
  await house.deps.db.update(shoppers).set({ psid: null, pageId: null }).where(sql`id = ${third.shopperId}`);
  const { db } = house.deps;
  const numbers = async (wish: object) => (await listOrders(db, { limit: 10, ...wish })).map((one) => one.number);
  expect(await numbers({ limit: 2 })).toEqual([third.number, second.number]);
  expect(await numbers({ before: second.number })).toEqual([first.number]);
  expect(await numbers({ status: 'open' })).toEqual([third.number, first.number]);
  expect(await numbers({ status: 'cancelled' })).toEqual([second.number]);
  expect(await numbers({ from: 'guest' })).toEqual([third.number]);
  expect(await numbers({ from: 'thread' })).toEqual([second.number, first.number]);
});

it('sends many, each for itself and once, and names those that stayed', async () => {
  const [one, two] = [await order(), await order()];
  await cancelOrder(house.deps, { orderId: two.id, shopperId: null, who: 'm' });
  const form = { requestId: 'many-form-00000001', [`order-${one.id}`]: '1', [`order-${two.id}`]: '1' };
  const asked = { ...fulfilManyFormSchema.parse(form), who: 'merchant:1' };
  const stayed = { ok: false, problem: 'some_not_sent', detail: { fields: { [two.id]: 'changed_meanwhile' } } };
  expect(await fulfilMany(house.deps, asked)).toMatchObject(stayed);
  expect(await fulfilMany(house.deps, asked)).toMatchObject(stayed);
  expect(await listShipmentsOfOrder(house.deps.db, one.id)).toHaveLength(1);
  expect(await getOrder(house.deps.db, one.id)).toMatchObject({ status: 'fulfilled' });
  expect(fulfilManyFormSchema.safeParse({ requestId: 'many-form-00000001' }).success).toBe(false);
  expect(fulfilManyFormSchema.safeParse({ ...form, [`order-${one.id}`]: 'x' }).success).toBe(false);
});

it('keeps a narrowing under a name, without what was searched for', async () => {
  const id = 'view-form-00000001';
  const form = { id, name: ' Chat ', status: 'open', from: 'thread' };
  await keepOrderView(house.deps, orderViewFormSchema.parse(form));
  await keepOrderView(house.deps, orderViewFormSchema.parse({ ...form, id: 'view-form-00000002', from: '' }));
  expect(await listOrderViews(house.deps.db)).toEqual([{ id, name: 'Chat', query: 'status=open' }]);
  expect(orderViewFormSchema.safeParse({ ...form, q: 'ada@example.com' }).success).toBe(false);
  expect(orderListSchema.parse({ q: ['a', 'b'], status: 'gone', before: '-1' })).toEqual({ q: '' });
  await removeOrderView(house.deps, id);
  expect(await listOrderViews(house.deps.db)).toEqual([]);
});
