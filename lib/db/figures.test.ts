import { afterAll, beforeAll, expect, it } from 'vitest';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { lastDays, localText, SHOP_TIME_ZONE } from '@/lib/domain/shop-time';
import { refundOrder } from '@/lib/flows/refund-order';
import { addShopper, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';
import {
  getFunnel,
  getWaitFigures,
  listDayFigures,
  listProductFigures,
  listReturnFigures,
  listSourceFigures,
  type Stretch,
} from './figures';
import type { Order } from './orders';
import { insertVisit } from './referrals';
import { personWaits, threadEntries } from './schema/conversations';
import { ledger, orders, paymentAttempts } from './schema/orders';
import { refs, visits } from './schema/referrals';
import { shopperSessions, shoppers } from './schema/shoppers';

// Three days of a shop, told by its flows; then each figure is reckoned a second time, from the append-only log alone.
let house: TestHouse;
let stretch: Stretch;
const placed: Order[] = [];
const DAY_SECONDS = 86_400;

beforeAll(async () => {
  house = await createTestHouse();
  const { db } = house.deps;
  const { since } = lastDays(house.deps.now(), 7);
  for (const quantity of [1, 3, 2, 1, 5]) {
    placed.push((await placeOrder(house, { stock: 9, quantity })).order);
    house.advance(DAY_SECONDS / 2);
  }
  for (const [order, wish] of [
    [placed[1], { everything: true }],
    [placed[2], { everything: false, lines: [], shippingMinor: 0, extraMinor: 300 }],
  ] as const)
    if (order)
      await refundOrder(house.deps, {
        orderId: order.id,
        requestId: `refund-${order.number}`,
        seenVersion: order.version,
        wish: 'lines' in wish ? { ...wish, lines: [] } : wish,
        reason: 'returned',
        restock: false,
        who: 'merchant:greta',
      });
  await visitsAndTalk(placed[0]?.shopperId ?? '');
  const until = new Date(house.deps.now().getTime() + 1000);
  stretch = { since, until };
  await db.select().from(orders);
});
afterAll(() => house.drop());

async function visitsAndTalk(buyerId: string): Promise<void> {
  const { db, newId, now } = house.deps;
  const [sharer, guest] = [await addShopper(house), await addShopper(house, { psid: null })];
  const buyer = asId<ShopperId>(buyerId);
  const at = now();
  const target = { kind: 'shop' } as const;
  await db.insert(refs).values([
    { code: 'shared', target, targetKey: 'shop', sharerId: sharer, createdAt: at },
    { code: 'flyer', target, targetKey: 'shop', label: 'Flyer', createdAt: at },
  ]);
  const visit = (key: string, change: object) => ({
    id: newId(),
    key,
    shopperId: guest,
    source: 'WEB',
    ref: null,
    metaAdId: null,
    at,
    ...change,
  });
  await insertVisit(db, visit('a', { ref: 'shared' }));
  await insertVisit(db, visit('b', { ref: 'flyer' }));
  await insertVisit(db, visit('c', { metaAdId: '77', source: 'ADS', shopperId: buyer }));
  const says = (shopperId: ShopperId, kind: 'said' | 'note') => ({ shopperId, kind, text: 'Hallo', at });
  await db
    .insert(threadEntries)
    .values([says(buyer, 'said'), says(buyer, 'said'), says(sharer, 'said'), says(guest, 'note')]);
  const session = (shopperId: ShopperId) => ({ tokenHash: newId(), shopperId, createdAt: at, expiresAt: at });
  await db.insert(shopperSessions).values([session(buyer), session(buyer), session(guest)]);
  const since = (seconds: number) => new Date(at.getTime() - seconds * 1000);
  await db.insert(personWaits).values([
    { shopperId: buyer, since: since(100), endedAt: at, ended: 'answered' },
    { shopperId: sharer, since: since(700), endedAt: at, ended: 'answered' },
    { shopperId: guest, since: since(400), endedAt: at, ended: 'inbox' },
    { shopperId: buyer, since: since(50), endedAt: at, ended: 'closed' },
    { shopperId: guest, since: since(9) },
  ]);
}

const dayOf = (at: Date) => localText(at).slice(0, 10);
async function log() {
  const [entries, rows] = await Promise.all([house.deps.db.select().from(ledger), house.deps.db.select().from(orders)]);
  return { entries, orderOf: new Map(rows.map((order) => [order.id, order])) };
}

it('revenue and orders by day are what the ledger says', async () => {
  const { entries, orderOf } = await log();
  const byDay = new Map<string, { orders: number; amountMinor: number; refundedMinor: number }>();
  for (const { orderId, account, amount, why } of entries) {
    const order = orderOf.get(orderId ?? '');
    if (!order) continue;
    const day = dayOf(order.placedAt);
    const sum = byDay.get(day) ?? { orders: 0, amountMinor: 0, refundedMinor: 0 };
    if (account === 'order' && why === 'order')
      Object.assign(sum, { orders: sum.orders + 1, amountMinor: sum.amountMinor - amount });
    if (account === 'refund') sum.refundedMinor += Math.abs(amount);
    byDay.set(day, sum);
  }
  const expected = [...byDay]
    .map(([day, sum]) => ({ day, currency: 'EUR', ...sum }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const told = await listDayFigures(house.deps.db, stretch, SHOP_TIME_ZONE);
  expect(told).toEqual(expected);
  expect(told.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0)).toBe((placed[1]?.totalMinor ?? 0) + 300);
});

it('pieces sold are those that the ledger booked out', async () => {
  const { entries } = await log();
  const pieces = new Map<string, number>();
  for (const { variantId, unit, account, amount } of entries)
    if (unit === 'piece' && account === 'sold' && variantId)
      pieces.set(variantId, (pieces.get(variantId) ?? 0) + amount);
  const told = await listProductFigures(house.deps.db, stretch, 10);
  expect(told.map((one) => one.pieces)).toEqual([...pieces.values()].sort((a, b) => b - a));
  expect(told.map((one) => one.amountMinor)).toEqual(told.map((one) => one.pieces * 2490));
});

it('what went back is by its reason, as the refunds say', async () => {
  expect(await listReturnFigures(house.deps.db, stretch)).toEqual({
    returns: [{ reason: 'returned', currency: 'EUR', refunds: 2, amountMinor: (placed[1]?.totalMinor ?? 0) + 300 }],
    withdrawals: 0,
  });
});

it('people are counted once at each step of the way', async () => {
  const rows = await house.deps.db.select().from(shoppers);
  const attempts = await house.deps.db.select().from(paymentAttempts);
  expect(rows.length).toBeGreaterThan(5);
  expect(await getFunnel(house.deps.db, stretch)).toEqual({
    thread: 2,
    webview: 2,
    product: 0,
    cart: 5,
    checkout: new Set(attempts.map(({ shopperId }) => shopperId)).size,
    paid: 5,
  });
});

it('each visit and each order stands under one source', async () => {
  const told = await listSourceFigures(house.deps.db, stretch);
  const rows = await house.deps.db.select().from(visits);
  expect(told.map(({ source, people, orders: count }) => [source, people, count])).toEqual([
    ['ads', rows.filter(({ metaAdId }) => metaAdId).length, 0],
    ['shares', 1, 0],
    ['links', 1, 0],
    ['none', 0, 5],
  ]);
  const all = told.flatMap(({ revenue }) => revenue).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  expect(all).toBe(placed.reduce((sum, { totalMinor }) => sum + totalMinor, 0) - (placed[1]?.totalMinor ?? 0) - 300);
});

it('the usual wait is the middle one of those who were answered', async () => {
  expect(await getWaitFigures(house.deps.db, stretch)).toEqual({ answered: 3, medianSeconds: 400, waiting: 1 });
  const nobody = { since: new Date(0), until: new Date(1) };
  expect(await getWaitFigures(house.deps.db, nobody)).toEqual({ answered: 0, medianSeconds: null, waiting: 0 });
});
