import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getOpenCart } from '@/lib/db/carts';
import { paymentAttempts } from '@/lib/db/schema/orders';
import { consents, productAsks } from '@/lib/db/schema/outreach';
import { wishes } from '@/lib/db/schema/wishes';
import { insertSession } from '@/lib/db/shoppers';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import { addLineItem } from '@/lib/flows/change-cart';
import { addProduct, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';
import { HAND_OFF_COOKIE, newSession } from '@/lib/server/session-cookie';
import { POST as askForReview } from './reviews/ask/route';
import { POST as tellMe } from './tell-me/route';
import { POST as wish } from './wishes/route';

const world = vi.hoisted(() => {
  const keys: [string, ...string[]] = [''];
  return { deps: {}, keys, jar: new Map<string, string>() };
});
vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (world.jar.has(name) ? { name, value: world.jar.get(name) } : undefined),
    set: () => undefined,
  }),
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example.com', SESSION_KEYS: world.keys }),
}));

let house: TestHouse;
let orderId: string;
let her: ShopperId;
beforeEach(async () => {
  house = await createTestHouse();
  world.deps = house.deps;
  world.keys = [randomBytes(32).toString('base64')];
  world.jar.clear();
  const { order } = await placeOrder(house, { stock: 3, quantity: 1 });
  orderId = order.id;
  her = asId<ShopperId>(order.shopperId);
  await addProduct(house, { slug: 'sold-out-print', stock: 0 });
  await addProduct(house, { slug: 'moon-print', stock: 5 });
  await addLineItem(house.deps, { shopperId: her, slug: 'moon-print', options: {}, quantity: 1 });
});
afterEach(() => house.drop());

/** Somebody opened the link by which a cart of hers is to be paid in another browser. */
async function openHandedOff(cartId?: string): Promise<void> {
  const onlyCartId = asId<CartId>(cartId ?? (await getOpenCart(house.deps.db, her))?.id ?? '');
  const { tokenHash, cookieValue } = newSession(world.keys, HAND_OFF_COOKIE);
  const at = new Date();
  const expiresAt = new Date(at.getTime() + 60_000);
  await insertSession(house.deps.db, { tokenHash, shopperId: her, onlyCartId, at, expiresAt });
  world.jar.set(HAND_OFF_COOKIE, cookieValue);
}

function post(door: (request: Request) => Promise<Response>, fields: Record<string, string>): Promise<Response> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'https://shop.example.com',
    accept: 'application/json',
  };
  const body = new URLSearchParams(fields).toString();
  return door(new Request('https://shop.example.com/api/door', { method: 'POST', body, headers }));
}

test.each<[string, (request: Request) => Promise<Response>, () => Record<string, string>, number]>([
  ['her wishes', wish, () => ({ wish: 'add', slug: 'moon-print' }), 403],
  ['what she wants to be told', tellMe, () => ({ tell: 'restock', slug: 'sold-out-print' }), 403],
  ['a reminder of her cart', tellMe, () => ({ tell: 'cart' }), 403],
  // Of an order that this cart has not become it knows nothing at all.
  ['the question for a review', askForReview, () => ({ orderId, ask: 'yes' }), 404],
])('a session for paying one cart changes nothing of hers beside it: %s', async (_what, door, fields, status) => {
  await openHandedOff();
  expect((await post(door, fields())).status).toBe(status);
  const kept = await Promise.all([wishes, productAsks, consents].map((table) => house.deps.db.select().from(table)));
  expect(kept).toEqual([[], [], []]);
});

test('nor does it agree to anything in her name, once that cart is paid', async () => {
  const [paid] = await house.deps.db.select().from(paymentAttempts);
  await openHandedOff(paid?.cartId);
  expect((await post(askForReview, { orderId, ask: 'yes' })).status).toBe(403);
  expect(await house.deps.db.select().from(consents)).toEqual([]);
});

test('a guest of this browser may', async () => {
  expect((await post(wish, { wish: 'add', slug: 'moon-print' })).status).toBe(303);
  expect(await house.deps.db.select().from(wishes)).toHaveLength(1);
});
