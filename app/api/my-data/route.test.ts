import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shoppers } from '@/lib/db/schema/shoppers';
import { insertSession } from '@/lib/db/shoppers';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import { myDataLink } from '@/lib/flows/my-data-link';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';
import { newSession, SESSION_COOKIE } from '@/lib/server/session-cookie';
import { POST as erase } from './erase/route';
import { POST as download } from './route';

const world = vi.hoisted(() => {
  const keys: [string, ...string[]] = [''];
  return { deps: {}, keys, jar: new Map<string, string>() };
});
vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (world.jar.has(name) ? { name, value: world.jar.get(name) } : undefined),
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
});
afterEach(() => house.drop());

type Door = (request: Request) => Promise<Response>;
function post(door: Door, fields: Record<string, string>, origin = 'https://shop.example.com'): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
  const body = new URLSearchParams(fields).toString();
  return door(new Request('https://shop.example.com/api/my-data', { method: 'POST', body, headers }));
}
async function signIn(onlyCartId?: CartId): Promise<void> {
  const { tokenHash, cookieValue } = newSession(world.keys, 'kiosk_session');
  const at = new Date();
  const expiresAt = new Date(at.getTime() + 60_000);
  await insertSession(house.deps.db, {
    tokenHash,
    shopperId: her,
    at,
    expiresAt,
    ...(onlyCartId ? { onlyCartId } : {}),
  });
  world.jar.set(SESSION_COOKIE, cookieValue);
}
const asked = async () => (await house.deps.db.execute(sql`select * from person_requests`)).rows.length;
const linkOf = (link: string) => ({ order: orderId, key: new URL(link).searchParams.get('key') ?? '' });

it('hands a signed-in person her data as a file that nobody keeps', async () => {
  await signIn();
  const answer = await post(download, {});
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-\d{4}-\d\d-\d\d\.json"$/);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(await answer.json()).toMatchObject({ orders: [{ id: orderId }] });
});

it('does nothing for another site’s form, in whoever’s name', async () => {
  await signIn();
  for (const origin of ['https://evil.example', 'null', 'https://shop.example.com.evil.example']) {
    expect((await post(download, {}, origin)).status).toBe(403);
    expect((await post(erase, { sure: 'yes' }, origin)).status).toBe(403);
  }
  expect(await asked()).toBe(0);
});

it('erases only after the word that it shall, and once', async () => {
  await signIn();
  expect((await post(erase, {})).headers.get('location')).toBe('/shop/my-data?problem=not_sure');
  expect(await asked()).toBe(0);
  const first = (await post(erase, { sure: 'yes' })).headers.get('location');
  expect(first).toMatch(/^\/shop\/data-deletion\/[\w-]{20,}$/);
  expect((await post(erase, { sure: 'yes' })).headers.get('location')).toBe(first);
  expect(await asked()).toBe(1);
});

it('knows nobody by a forged cookie, a link that does not hold, or a session that was handed off for one cart', async () => {
  const key = linkOf(myDataLink(house.deps, orderId));
  const refused: Record<string, string>[] = [
    {},
    { order: orderId },
    { key: key.key },
    { ...key, order: 'another' },
    { ...key, key: `${key.key}x` },
  ];
  world.jar.set(SESSION_COOKIE, 'forged.cookie');
  for (const fields of refused) {
    expect((await post(download, fields)).status).toBe(401);
    expect((await post(erase, { ...fields, sure: 'yes' })).status).toBe(401);
  }
  const { rows } = await house.deps.db.execute<{ id: string }>(sql`select id from carts limit 1`);
  await signIn(asId<CartId>(rows[0]?.id ?? ''));
  expect((await post(download, {})).status).toBe(401);
  // A link is no better for the session beside it: whoever comes by one sees that person or nobody.
  world.jar.clear();
  await signIn();
  expect((await post(download, { ...key, key: 'v1' })).status).toBe(401);
  expect(await asked()).toBe(0);
});

it('knows a guest by the link of her mail until it is over', async () => {
  await house.deps.db.update(shoppers).set({ psid: null, pageId: null }).where(eq(shoppers.id, her));
  const link = linkOf(myDataLink(house.deps, orderId));
  expect(await (await post(download, link)).json()).toMatchObject({ orders: [{ id: orderId }] });
  house.advance(24 * 60 * 60 + 1);
  expect((await post(download, link)).status).toBe(401);
});
