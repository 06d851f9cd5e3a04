import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertLink } from '@/lib/db/referrals';
import { outgoingMessages, webhookEvents } from '@/lib/db/schema/messages';
import { merchantTasks } from '@/lib/db/schema/orders';
import { refs, visits } from '@/lib/db/schema/referrals';
import { cartLines, shoppers } from '@/lib/db/schema/shoppers';
import { saveNativePayments } from '@/lib/db/settings';
import { asId, type MessageId } from '@/lib/domain/ids';
import { marketOf } from '@/lib/domain/market';
import type { EventContent } from '@/lib/domain/messaging/incoming-event';
import { fail, succeed } from '@/lib/domain/result';
import { answerMessengerEvent } from './answer-messenger-event';
import { keepBrowserVisit } from './keep-visit';
import { receiveMessengerEvents } from './receive-messenger-events';
import { shareProduct } from './share-product';
import { addProduct, addShopper, createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { workEvents } from './work-events';

const BEN = '4016091200000002';
const de = marketOf('de');

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  await addProduct(house, { slug: 'sea', stock: 3 });
});
afterEach(() => house.drop());

let told = 0;
async function hears(content: EventContent) {
  told += 1;
  const event = { eventId: `mid:m_${told}`, pageId: TEST_PAGE.id, psid: BEN, atMs: Date.now() - 1000, content };
  await receiveMessengerEvents(house.deps, [event]);
  await workEvents(house.deps, { messenger: answerMessengerEvent, stripe: async () => 'without_effect' });
}
const comes = (ref: string | null, more: { source?: string; adId?: string } = {}) => ({
  ref,
  source: more.source ?? 'SHORTLINK',
  adId: more.adId ?? null,
  productId: null,
});
const arrives = (ref: string) => hears({ kind: 'postback', payload: 'GET_STARTED', referral: comes(ref) });
async function said() {
  const rows = await house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
  return rows.map((row) => row.message);
}
const seen = () => house.deps.db.select().from(visits);

async function sharer() {
  const id = await addShopper(house, { psid: null });
  const shared = await shareProduct(house.deps, { shopperId: id, slug: 'sea', market: de });
  if (!shared.ok) throw new Error(shared.problem);
  return { id, share: shared.value, code: shared.value.card.ref };
}

describe('a product shared', () => {
  test('keeps its code per person, and tells strangers nothing of her', async () => {
    const { id, share, code } = await sharer();
    const again = await shareProduct(house.deps, { shopperId: id, slug: 'sea', market: de });
    expect(again).toMatchObject({ ok: true, value: { card: { ref: code } } });
    expect((await sharer()).code).not.toBe(code);
    expect(share.threadUrl).toBe(`https://m.me/${TEST_PAGE.id}?ref=${code}`);
    expect(share.pageUrl).toBe(`https://shop.example.com/shop/shared/${code}`);
    expect(JSON.stringify(share)).not.toContain(id);
    expect(await shareProduct(house.deps, { shopperId: id, slug: 'no-such', market: de })).toEqual({
      ok: false,
      problem: 'not_found',
    });
  });

  test('greets the friend with the product, and remembers by whom she came', async () => {
    const { code } = await sharer();
    await arrives(code);
    expect(await said()).toMatchObject([
      { kind: 'text', text: expect.stringContaining('Hallo Ada') },
      { kind: 'cards', cards: [{ openPath: '/shop/products/sea' }] },
    ]);
    expect(await seen()).toMatchObject([{ ref: code, source: 'SHORTLINK', metaAdId: null }]);
  });

  test('counts for nobody once its time is over, and still leads there', async () => {
    const { code } = await sharer();
    await house.deps.db.update(refs).set({ expiresAt: new Date(Date.now() - 1000) });
    await arrives(code);
    expect(await said()).toMatchObject([{}, { cards: [{ openPath: '/shop/products/sea' }] }]);
    expect(await seen()).toEqual([]);
  });

  test('does not count for the sharer herself', async () => {
    const { id, code } = await sharer();
    await keepBrowserVisit(house.deps, { shopperId: id, code });
    expect(await seen()).toEqual([]);
    const friend = await addShopper(house, { psid: null });
    await keepBrowserVisit(house.deps, { shopperId: friend, code });
    await keepBrowserVisit(house.deps, { shopperId: friend, code });
    expect(await seen()).toMatchObject([{ shopperId: friend, ref: code, source: 'WEB' }]);
  });

  const oldVersion = async () => {
    house.deps.page = { ...TEST_PAGE, drawsShare: true };
  };
  const nativeProfile = () =>
    saveNativePayments(house.deps.db, { buyButton: true, asksForShipping: true, testers: [] });
  test.each([
    ['an old Graph version', oldVersion],
    ['a Page with the Buy button', nativeProfile],
  ])('in a thread that still draws share buttons each card carries a code of hers: %s', async (_where, begin) => {
    await begin();
    await hears({ kind: 'text', text: 'sea', payload: null, referral: null });
    const [ben] = await house.deps.db.select().from(shoppers).where(eq(shoppers.psid, BEN));
    const [ref] = await house.deps.db.select().from(refs);
    expect(ref).toMatchObject({ sharerId: ben?.id, target: { kind: 'product', slug: 'sea' } });
    expect((await said()).at(-1)).toMatchObject({
      cards: [{ buttons: [{ kind: 'open' }, { kind: 'share', ref: ref?.code }] }],
    });
  });
});

describe('a link of the merchant', () => {
  const link = (code: string, target: Parameters<typeof insertLink>[1]['target']) =>
    insertLink(house.deps.db, { code, target, label: 'Flyer', at: new Date() });

  test('fills the cart of whoever follows it, once, with what there is', async () => {
    await link('flyer', {
      kind: 'cart',
      lines: [
        { sku: 'SEA', quantity: 2 },
        { sku: 'GONE', quantity: 1 },
      ],
    });
    await arrives('flyer');
    await hears({ kind: 'referral', referral: comes('flyer') });
    expect(await house.deps.db.select().from(cartLines)).toMatchObject([{ quantity: 2 }]);
    expect((await said()).filter((message) => message.kind === 'buttons')).toMatchObject([
      {
        text: '2 Artikel liegen in deinem Warenkorb. Den Rest gibt es gerade nicht.',
        buttons: [{ path: '/shop/cart' }, {}],
      },
      {},
    ]);
  });

  test.each([
    ['product=sea', { kind: 'cards', cards: [{ openPath: '/shop/products/sea' }] }],
    ['coupon=HELLO10', { kind: 'cards' }],
    ['sea', { kind: 'cards', cards: [{ openPath: '/shop/products/sea' }] }],
    ['nobody-knows-this', { kind: 'cards' }],
  ])('%s is answered usefully', async (ref, last) => {
    await arrives(ref);
    expect((await said()).at(-1)).toMatchObject(last);
    if (ref.startsWith('coupon'))
      expect(JSON.stringify(await said())).toContain('Den Gutschein HELLO10 gibt es gerade nicht');
  });
});

describe('a comment under a post', () => {
  const writes = async (text: string, commentId = '9_1') => {
    told += 1;
    const content = { kind: 'comment' as const, commentId, text };
    await receiveMessengerEvents(house.deps, [
      { eventId: `comment:${told}`, pageId: TEST_PAGE.id, psid: null, atMs: null, content },
    ]);
    await workComments();
  };
  const workComments = () => workEvents(house.deps, { messenger: answerMessengerEvent });

  test('that asks is answered in private; praise is left in peace', async () => {
    await writes('So schön!');
    expect(house.sender.privateReplies).toEqual([]);
    await writes('Was kostet das?');
    expect(house.sender.privateReplies).toMatchObject([
      {
        commentId: '9_1',
        message: { kind: 'text', text: expect.stringContaining('Du hast unter unserem Beitrag gefragt') },
      },
    ]);
    await writes('sea?', '9_2');
    expect(house.sender.privateReplies.at(-1)).toMatchObject({
      commentId: '9_2',
      message: { kind: 'cards', cards: [{ subtitle: expect.stringMatching(/^Automatic answer · /) }] },
    });
  });

  test('waits for a token that lives, and the merchant hears that it is dead', async () => {
    house.sender.answer = () => fail('token_dead');
    await writes('Was kostet das?');
    expect(await house.deps.db.select().from(merchantTasks)).toMatchObject([{ kind: 'page_token_dead' }]);
    expect(await house.deps.db.select().from(webhookEvents)).toMatchObject([{ status: 'waiting', tries: 0 }]);
  });

  test('is answered also when so many ask that Meta takes no more for an hour', async () => {
    house.sender.answer = () => fail('rate_limited');
    await writes('Was kostet das?');
    for (let minutes = 0; minutes < 60; minutes += 5) {
      house.advance(5 * 60);
      await workComments();
    }
    house.sender.answer = () => succeed(asId<MessageId>('m_1'));
    house.advance(5 * 60);
    await workComments();
    const rows = await house.deps.db.select().from(webhookEvents);
    expect(rows).toMatchObject([{ status: 'done', tries: 1 }]);
  });
});

test('an ad without a ref is kept with its own id', async () => {
  const referral = comes(null, { source: 'ADS', adId: '6045246247433' });
  await hears({ kind: 'text', text: 'Hello! Can I get more info on this?', payload: null, referral });
  expect(await seen()).toMatchObject([{ source: 'ADS', metaAdId: '6045246247433', ref: null }]);
});
