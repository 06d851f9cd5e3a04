import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getOpenCart } from '@/lib/db/carts';
import { queueReceipt } from '@/lib/db/queue-receipt';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { shopperSessions, shoppers } from '@/lib/db/schema/shoppers';
import { getSession } from '@/lib/db/shoppers';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { marketOf } from '@/lib/domain/market';
import { arriveByLink, makeLinkKey } from './arrive-by-link';
import { askInShop } from './ask-in-shop';
import { addLineItem } from './change-cart';
import { claimGuestCart } from './claim-guest-cart';
import { deliverMessages } from './deliver-messages';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let ada: ShopperId;
beforeEach(async () => {
  house = await createTestHouse();
  ada = await addShopper(house, { psid: '4016091200000001' });
  await addProduct(house, { slug: 'moon-print', stock: 5 });
  await addLineItem(house.deps, { shopperId: ada, slug: 'moon-print', options: {}, quantity: 2 });
});
afterEach(() => house.drop());

const arrive = (key: string, guestId: ShopperId | null = null, newTokenHash = 'hash-1') =>
  arriveByLink(house.deps, { key, guestId, newTokenHash });
const pieces = async (shopperId: ShopperId) => {
  const cart = await getOpenCart(house.deps.db, shopperId);
  return cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
};
const said = async () =>
  (await house.deps.db.select().from(outgoingMessages)).map((row) => [row.shopperId, row.message]);

test('a link of her thread opens a guest with what lies in her cart, and nothing of hers', async () => {
  const arrived = await arrive(makeLinkKey(house.deps, ada));
  if (!arrived.ok) throw new Error(arrived.problem);
  const { shopperId } = arrived.value;
  expect(shopperId).not.toBe(ada);
  expect(await pieces(shopperId)).toBe(2);
  const session = await getSession(house.deps.db, 'hash-1', house.deps.now());
  expect(session).toMatchObject({ shopperId, psid: null });
  const [guest] = await house.deps.db.select().from(shoppers).where(eq(shoppers.id, shopperId));
  expect(guest).toMatchObject({ linkedTo: ada, psid: null, firstName: null, claimedBy: null });
});

test('what the guest does to her cart leaves hers alone, also when the link was passed on', async () => {
  const key = makeLinkKey(house.deps, ada);
  const first = await arrive(key);
  const second = await arrive(key, null, 'hash-2');
  if (!first.ok || !second.ok) throw new Error('the link is over');
  expect(first.value.shopperId).not.toBe(second.value.shopperId);
  await addLineItem(house.deps, { shopperId: first.value.shopperId, slug: 'moon-print', options: {}, quantity: 1 });
  expect([await pieces(ada), await pieces(first.value.shopperId), await pieces(second.value.shopperId)]).toEqual([
    2, 3, 2,
  ]);
});

test('a guest who is here already keeps her session; the same link again fills nothing twice', async () => {
  const guestId = await addShopper(house, { psid: null });
  const key = makeLinkKey(house.deps, ada);
  expect(await arrive(key, guestId)).toMatchObject({ value: { shopperId: guestId, session: 'kept' } });
  await addLineItem(house.deps, { shopperId: guestId, slug: 'moon-print', options: {}, quantity: 1 });
  expect(await arrive(key, guestId)).toMatchObject({ ok: true });
  expect(await pieces(guestId)).toBe(3);
  expect(await house.deps.db.select().from(shopperSessions)).toEqual([]);
});

test('when Messenger says that it was she, what was copied does not count twice', async () => {
  const arrived = await arrive(makeLinkKey(house.deps, ada));
  if (!arrived.ok) throw new Error(arrived.problem);
  const { shopperId } = arrived.value;
  await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 1 });
  await house.deps.db.update(shoppers).set({ claimedBy: ada }).where(eq(shoppers.id, shopperId));
  await house.deps.db.transaction((tx) => claimGuestCart(house.deps, tx, ada));
  expect(await pieces(ada)).toBe(3);
});

describe('a key that is no key', () => {
  test.each<[string, () => string]>([
    ['tampered with', () => `${makeLinkKey(house.deps, ada).slice(0, -2)}AA`],
    ['made up', () => 'v1.abcdefgh.AAAA.BBBB'],
    ['empty', () => ''],
    ['sealed for something else', () => house.deps.sealer.seal('hand_offs.token:pay', `9999999999:${ada}`)],
    ['of somebody who is not there', () => makeLinkKey(house.deps, 'nobody')],
  ])('%s opens nothing', async (_what, make) => {
    expect(await arrive(make())).toEqual({ ok: false, problem: 'link_over' });
    expect(await house.deps.db.select().from(shopperSessions)).toEqual([]);
  });

  test('a day old opens nothing', async () => {
    const key = makeLinkKey(house.deps, ada);
    house.advance(24 * 3600 - 5);
    expect(await arrive(key)).toMatchObject({ ok: true });
    house.advance(10);
    expect(await arrive(key, null, 'hash-2')).toMatchObject({ problem: 'link_over' });
  });

  test('of a guest without a thread opens nothing', async () => {
    const guest = await addShopper(house, { psid: null });
    expect(await arrive(makeLinkKey(house.deps, guest))).toMatchObject({ problem: 'link_over' });
  });

  test('passed on to the world is worn out', async () => {
    const key = makeLinkKey(house.deps, ada);
    for (let guest = 0; guest < 20; guest += 1) expect((await arrive(key, null, `hash-${guest}`)).ok).toBe(true);
    expect(await arrive(key, null, 'hash-20')).toMatchObject({ problem: 'too_often' });
  });

  test('never links a known person to somebody else', async () => {
    const ben = await addShopper(house, { psid: '4016091200000002' });
    await arrive(makeLinkKey(house.deps, ada), ben);
    const [row] = await house.deps.db.select().from(shoppers).where(eq(shoppers.id, ben));
    expect(row?.linkedTo).toBeNull();
    expect(await pieces(ben)).toBe(0);
  });
});

test('a bubble’s links carry it, save to orders; it shows nobody’s id', async () => {
  const open = (path: string) => ({
    kind: 'open' as const,
    title: 'x',
    path,
    height: 'full' as const,
    shareable: true,
  });
  const message = { kind: 'buttons' as const, text: 'x', buttons: [open('/shop?ref=a'), open('/shop/orders/1')] };
  const row = { id: 'm1', shopperId: ada, psid: '4016091200000001', purpose: 'answer' as const, message, cause: 'c' };
  const at = house.deps.now();
  await house.deps.db.insert(outgoingMessages).values({ ...row, status: 'waiting', nextTryAt: at, createdAt: at });
  await deliverMessages(house.deps);
  const [sent] = house.sender.sent;
  const paths = sent?.message.kind === 'buttons' ? sent.message.buttons.map((one) => 'path' in one && one.path) : [];
  expect(paths).toEqual([expect.stringMatching(/^\/shop\?ref=a&k=v1\.[\w.-]+$/), '/shop/orders/1']);
  expect(String(paths[0])).not.toContain(ada);
});

test('an order by the link is told in her thread without a word of whose', async () => {
  const arrived = await arrive(makeLinkKey(house.deps, ada));
  if (!arrived.ok) throw new Error(arrived.problem);
  const order = { id: 'order-1', shopperId: arrived.value.shopperId };
  await queueReceipt(house.deps.db, { id: 'note', order, at: house.deps.now() });
  expect(await said()).toEqual([[ada, expect.objectContaining({ text: expect.stringContaining('gerade bestellt') })]]);
});

test('a wish by the link is asked back in her thread, and is none until she says so', async () => {
  const arrived = await arrive(makeLinkKey(house.deps, ada));
  if (!arrived.ok) throw new Error(arrived.problem);
  const asker = { shopperId: asId<ShopperId>(arrived.value.shopperId), psid: null, market: marketOf('de') };
  for (let times = 0; times < 3; times += 1)
    expect(await askInShop(house.deps, { ask: 'price', slug: 'moon-print' }, asker)).toMatchObject({ ok: false });
  expect(await said()).toEqual([
    [
      ada,
      expect.objectContaining({ quickReplies: [expect.objectContaining({ payload: 'TELL_ME:price:moon-print' })] }),
    ],
  ]);
});
