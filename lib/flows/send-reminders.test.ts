import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepConsent } from '@/lib/db/consents';
import { keepTurn } from '@/lib/db/conversations';
import { priceHistory, variantPrices, variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { productAsks } from '@/lib/db/schema/outreach';
import { carts, shoppers } from '@/lib/db/schema/shoppers';
import { saveReminderSettings } from '@/lib/db/settings';
import type { Psid, ShopperId } from '@/lib/domain/ids';
import { asId } from '@/lib/domain/ids';
import { marketOf } from '@/lib/domain/market';
import { askInShop } from './ask-in-shop';
import { addLineItem } from './change-cart';
import { claimGuestCart } from './claim-guest-cart';
import { deliverMessages } from './deliver-messages';
import { answerAsks, remindOfCarts } from './send-reminders';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

const ADA = asId<Psid>('4016091200000001');
const HOUR = 3600;
const market = marketOf('de');

let house: TestHouse;
let ada: ShopperId;
let moon: { variantId: string; slug: string };
beforeEach(async () => {
  house = await createTestHouse();
  house.deps.page = { ...house.deps.page, drawsShare: true };
  ada = await addShopper(house, { psid: ADA });
  moon = await addProduct(house, { slug: 'moon-print', stock: 5 });
});
afterEach(() => house.drop());

const ask = (wish: Parameters<typeof askInShop>[1]) =>
  askInShop(house.deps, wish, { shopperId: ada, psid: ADA, market });
const stock = (available: number) =>
  house.deps.db.update(variants).set({ available, started: available }).where(eq(variants.id, moon.variantId));
async function price(amountMinor: number) {
  const { db, now } = house.deps;
  await db.update(variantPrices).set({ amountMinor }).where(eq(variantPrices.currency, 'EUR'));
  await db.insert(priceHistory).values({ variantId: moon.variantId, currency: 'EUR', amountMinor, since: now() });
}
const texts = async () => {
  await deliverMessages(house.deps);
  return house.sender.sent.map(({ message }) => ('text' in message ? message.text : message.kind));
};
const rows = () => house.deps.db.select().from(outgoingMessages);
const says = (advertising: 'stopped' | 'resumed') => {
  const turn = {
    unclearInRow: 0,
    quietUntil: null,
    language: null,
    task: null,
    mail: null,
    tester: null,
    agreed: null,
  };
  return house.deps.db.transaction((tx) => keepTurn(tx, ada, { ...turn, advertising }, house.deps.now()));
};
async function agreeBeyondTheWindow() {
  const token = { value: '6711', expiresAt: null };
  const consent = {
    id: house.deps.newId(),
    shopperId: ada,
    topic: 'asks' as const,
    words: 'w',
    source: 'meta' as const,
  };
  const { db, sealer } = house.deps;
  await db.transaction((tx) => keepConsent(tx, { ...consent, at: house.deps.now(), token, sealer }));
}

describe('a product that is back', () => {
  test('is told once to who asked, in her language', async () => {
    await stock(0);
    expect(await ask({ ask: 'restock', slug: 'moon-print' })).toMatchObject({ ok: true });
    expect(await ask({ ask: 'restock', slug: 'moon-print' })).toMatchObject({ ok: true });
    expect(await answerAsks(house.deps)).toBe(0);
    await stock(2);
    expect(await answerAsks(house.deps)).toBe(1);
    await stock(0);
    await stock(3);
    expect(await answerAsks(house.deps)).toBe(0);
    expect(await texts()).toEqual([expect.stringContaining('Wieder da: „moon-print“')]);
  });

  test('cannot be asked for while it is here, nor what is not, nor without a thread', async () => {
    expect(await ask({ ask: 'restock', slug: 'moon-print' })).toMatchObject({ problem: 'in_stock' });
    expect(await ask({ ask: 'restock', slug: 'sun-print' })).toMatchObject({ problem: 'not_found' });
    await stock(0);
    const guest = { shopperId: ada, psid: null, market };
    expect(await askInShop(house.deps, { ask: 'restock', slug: 'moon-print' }, guest)).toMatchObject({
      problem: 'no_thread',
    });
  });

  test('asked for as a guest, is told once Messenger has said who she is', async () => {
    await stock(0);
    const guest = await addShopper(house, { psid: null });
    await askInShop(house.deps, { ask: 'restock', slug: 'moon-print' }, { shopperId: guest, psid: null, market });
    await stock(1);
    expect(await answerAsks(house.deps)).toBe(0);
    await house.deps.db.update(shoppers).set({ claimedBy: ada }).where(eq(shoppers.id, guest));
    await house.deps.db.transaction((tx) => claimGuestCart(house.deps, tx, ada));
    expect(await answerAsks(house.deps)).toBe(1);
    expect(await rows()).toMatchObject([{ shopperId: ada }]);
  });

  test('waits while the window is shut, and is told when she writes again', async () => {
    await stock(0);
    await ask({ ask: 'restock', slug: 'moon-print' });
    house.advance(25 * HOUR);
    await stock(2);
    expect(await answerAsks(house.deps)).toBe(0);
    await house.deps.db.update(shoppers).set({ lastMessageAt: house.deps.now() });
    expect(await answerAsks(house.deps)).toBe(1);
  });

  test('goes by Messenger’s own agreement when the window is shut', async () => {
    await stock(0);
    await ask({ ask: 'restock', slug: 'moon-print' });
    await agreeBeyondTheWindow();
    house.advance(25 * HOUR);
    await stock(2);
    expect(await answerAsks(house.deps)).toBe(1);
    await deliverMessages(house.deps);
    expect(house.sender.sent.map(({ how }) => how)).toEqual([{ type: 'TOKEN', token: '6711' }]);
  });

  test('is not told after a stop, not even what waits in the outbox; a new ask counts again', async () => {
    await stock(0);
    await ask({ ask: 'restock', slug: 'moon-print' });
    await stock(2);
    await answerAsks(house.deps);
    await says('stopped');
    expect(await texts()).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'failed', failure: 'stopped' }]);
    await stock(0);
    await ask({ ask: 'restock', slug: 'moon-print' });
    await stock(1);
    expect(await answerAsks(house.deps)).toBe(1);
    expect(await texts()).toHaveLength(1);
  });

  test('that is gone again before the message leaves is not told', async () => {
    await stock(0);
    await ask({ ask: 'restock', slug: 'moon-print' });
    await stock(1);
    await answerAsks(house.deps);
    await stock(0);
    expect(await texts()).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'failed', failure: 'no_longer_wanted' }]);
  });

  test('two workers tell it once', async () => {
    await stock(0);
    await ask({ ask: 'restock', slug: 'moon-print' });
    await stock(1);
    await Promise.all([answerAsks(house.deps), answerAsks(house.deps), answerAsks(house.deps)]);
    expect(await rows()).toHaveLength(1);
  });
});

describe('a price that fell', () => {
  test('is told with the lowest price of 30 days, once', async () => {
    await price(2490);
    await ask({ ask: 'price', slug: 'moon-print' });
    house.advance(HOUR);
    await price(1990);
    expect(await answerAsks(house.deps)).toBe(1);
    expect(await answerAsks(house.deps)).toBe(0);
    const [text] = await texts();
    expect(text).toContain('kostet jetzt 19,90');
    expect(text).toContain('der letzten 30 Tage war 24,90');
  });

  test('is not told when it only came back from a rise', async () => {
    await price(1990);
    house.advance(HOUR);
    await price(2490);
    await ask({ ask: 'price', slug: 'moon-print' });
    house.advance(HOUR);
    await price(1990);
    expect(await answerAsks(house.deps)).toBe(0);
    expect(await house.deps.db.select().from(productAsks)).toMatchObject([{ doneAt: null }]);
  });
});

describe('a cart that lies there', () => {
  beforeEach(async () => {
    await addLineItem(house.deps, { shopperId: ada, slug: 'moon-print', options: {}, quantity: 2 });
  });

  test('is recalled once, after the merchant’s hours, if she agreed', async () => {
    house.advance(5 * HOUR);
    expect(await remindOfCarts(house.deps)).toBe(0);
    await ask({ ask: 'cart' });
    expect(await remindOfCarts(house.deps)).toBe(1);
    expect(await remindOfCarts(house.deps)).toBe(0);
    expect(await texts()).toEqual([expect.stringContaining('noch 2 Artikel')]);
    await house.deps.db.update(carts).set({ updatedAt: house.deps.now() });
    house.advance(5 * HOUR);
    expect(await remindOfCarts(house.deps)).toBe(0);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['before its time', async () => house.advance(-2 * HOUR)],
    ['while reminders are off', () => saveReminderSettings(house.deps.db, { cartAfterHours: 0 })],
    ['once it is ordered', () => house.deps.db.update(carts).set({ status: 'ordered' })],
    ['when all of it is sold out', () => stock(0)],
    ['after a stop', () => says('stopped')],
    ['when nothing reaches her', () => house.deps.db.update(shoppers).set({ unreachable: 'unreachable:551' })],
    ['when the window is shut', () => house.deps.db.update(shoppers).set({ lastMessageAt: new Date(0) })],
    ['a week later', async () => house.advance(8 * 24 * HOUR)],
  ])('is not recalled %s', async (_when, happens) => {
    await ask({ ask: 'cart' });
    house.advance(5 * HOUR);
    await happens();
    expect(await remindOfCarts(house.deps)).toBe(0);
  });

  test('is not recalled where it was ordered before the message left', async () => {
    await ask({ ask: 'cart' });
    house.advance(5 * HOUR);
    await remindOfCarts(house.deps);
    await house.deps.db.update(carts).set({ status: 'ordered' });
    expect(await texts()).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'failed', failure: 'no_longer_wanted' }]);
  });
});

test('today’s Messenger asks her itself, once a day', async () => {
  house.deps.page = { ...house.deps.page, drawsShare: false };
  await addLineItem(house.deps, { shopperId: ada, slug: 'moon-print', options: {}, quantity: 1 });
  await ask({ ask: 'cart' });
  await ask({ ask: 'cart' });
  await deliverMessages(house.deps);
  expect(house.sender.sent.map(({ message }) => message)).toEqual([
    { kind: 'opt_in', title: 'Erinnerung an deinen Warenkorb', payload: 'OPT_IN:cart' },
  ]);
});
