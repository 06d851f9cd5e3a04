import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { products, variantPrices, variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { getNativePayments, saveNativePayments } from '@/lib/db/settings';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { fail } from '@/lib/domain/result';
import { answerMessengerEvent } from './answer-messenger-event';
import { deliverMessages } from './deliver-messages';
import { receiveMessengerEvents } from './receive-messenger-events';
import { addProduct, createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { workEvents } from './work-events';

const ADA = '4016091200000001';
let house: TestHouse;
let told = 0;
beforeEach(async () => {
  house = await createTestHouse();
  house.sender.profile = async () => ({ firstName: 'Ada', locale: 'en_US' });
  await addProduct(house, { slug: 'moon', stock: 3 });
  await saveNativePayments(house.deps.db, { buyButton: true, asksForShipping: true, testers: [] });
});
afterEach(() => house.drop());

async function cardsShown(): Promise<Extract<StoredMessage, { kind: 'cards' }>['cards']> {
  told += 1;
  const content = { kind: 'postback' as const, payload: 'PRODUCTS', referral: null };
  await receiveMessengerEvents(house.deps, [
    { eventId: `mid:${told}`, pageId: TEST_PAGE.id, psid: ADA, atMs: Date.now(), content },
  ]);
  await workEvents(house.deps, { messenger: answerMessengerEvent, stripe: async () => 'without_effect' });
  const rows = await house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
  const last = rows.at(-1)?.message;
  return last?.kind === 'cards' ? last.cards : [];
}
const buttonsShown = async () => (await cardsShown())[0]?.buttons ?? [];

test('the first button charges inside Messenger, the second shows the product', async () => {
  expect(await buttonsShown()).toMatchObject([
    { kind: 'buy', flexible: true, currency: 'USD', isTest: false, lines: [{ label: 'moon', amountMinor: 2690 }] },
    { kind: 'open', title: 'View' },
    { kind: 'share' },
  ]);
});

test('each bubble is an offer of its own', async () => {
  const [first] = await buttonsShown();
  const [second] = await buttonsShown();
  expect(first).not.toEqual(second);
});

test('where delivery is free the amount is fixed and complete', async () => {
  await house.deps.db.update(variantPrices).set({ amountMinor: 8900 }).where(eq(variantPrices.currency, 'USD'));
  expect((await buttonsShown())[0]).toMatchObject({
    flexible: false,
    lines: [{ amountMinor: 8900 }, { label: 'Standard delivery', amountMinor: 0 }],
  });
});

test('a tester is only played to', async () => {
  await saveNativePayments(house.deps.db, { buyButton: true, asksForShipping: true, testers: [ADA] });
  expect((await buttonsShown())[0]).toMatchObject({ kind: 'buy', isTest: true });
});

test.each([
  [
    'nobody has asked the Page',
    () => saveNativePayments(house.deps.db, { buyButton: false, asksForShipping: false, testers: [] }),
  ],
  [
    'she pays in euro',
    async () => {
      house.sender.profile = async () => ({ firstName: 'Ada', locale: 'de_DE' });
    },
  ],
  ['it is sold out', async () => void (await house.deps.db.update(variants).set({ available: 0, sold: 3 }))],
  [
    'she has to choose a size first',
    async () => {
      const [product] = await house.deps.db.select().from(products);
      const id = { id: 'second', productId: product?.id ?? '', sku: 'MOON-2', position: 1, started: 1, available: 1 };
      await house.deps.db.insert(variants).values(id);
      await house.deps.db.insert(variantPrices).values({ variantId: 'second', currency: 'USD', amountMinor: 2690 });
    },
  ],
])('no such button when %s', async (_when, arrange) => {
  await arrange();
  expect((await buttonsShown()).map(({ kind }) => kind)).toEqual(['open', 'share']);
});

test('a Page that has lost it since: the same cards go out without, and no further one is offered', async () => {
  await cardsShown();
  const answers = [fail('rejected', { code: 100 })];
  const usual = house.sender.answer;
  house.sender.answer = () => {
    const refusal = house.sender.sent.at(-1)?.message.kind === 'cards' ? answers.shift() : undefined;
    return refusal ?? usual();
  };
  await deliverMessages(house.deps);
  const cards = house.sender.sent.flatMap(({ message }) => (message.kind === 'cards' ? [message.cards] : []));
  expect(cards.map(([card]) => card?.buttons.map(({ kind }) => kind))).toEqual([
    ['buy', 'open', 'share'],
    ['open', 'share'],
  ]);
  expect(cards.map(([card]) => card?.buttons.some((button) => 'ref' in button))).toEqual([true, false]);
  expect((await getNativePayments(house.deps.db)).buyButton).toBe(false);
});
