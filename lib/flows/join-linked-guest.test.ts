import { afterEach, beforeEach, expect, test } from 'vitest';
import { getOpenCart } from '@/lib/db/carts';
import { getSession, getShopperById, insertSession } from '@/lib/db/shoppers';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import { arriveByLink, makeLinkKey } from './arrive-by-link';
import { addLineItem } from './change-cart';
import { joinLinkedGuest } from './join-linked-guest';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let ada: ShopperId;
let guestId: ShopperId;
beforeEach(async () => {
  house = await createTestHouse();
  ada = await addShopper(house, { psid: '4016091200000001' });
  guestId = await addShopper(house, { psid: null });
  for (const slug of ['moon-print', 'otter-print']) await addProduct(house, { slug, stock: 5 });
  await addLineItem(house.deps, { shopperId: ada, slug: 'moon-print', options: {}, quantity: 2 });
  await addLineItem(house.deps, { shopperId: guestId, slug: 'otter-print', options: {}, quantity: 1 });
  await arriveByLink(house.deps, { key: makeLinkKey(house.deps, ada), guestId: null, newTokenHash: 'link' });
});
afterEach(() => house.drop());

const quantities = async () =>
  (await getOpenCart(house.deps.db, guestId))?.lines.map(({ quantity }) => quantity).sort();
const join = () => joinLinkedGuest(house.deps, { guestId, linkTokenHash: 'link' });

test('the guest of her tap gets what the link had filled, and belongs to the thread', async () => {
  expect(await join()).toEqual({ ended: true, changed: true });
  expect(await quantities()).toEqual([1, 2]);
  expect((await getShopperById(house.deps.db, guestId))?.linkedTo).toBe(ada);
  expect(await getSession(house.deps.db, 'link', house.deps.now())).toBeNull();
});

test('a session that was handed off for one cart is no guest to be joined', async () => {
  const victim = await addShopper(house, { psid: null });
  await addLineItem(house.deps, { shopperId: victim, slug: 'moon-print', options: {}, quantity: 1 });
  const onlyCartId = asId<CartId>((await getOpenCart(house.deps.db, victim))?.id ?? '');
  const at = house.deps.now();
  const expiresAt = new Date(at.getTime() + 60_000);
  await insertSession(house.deps.db, { tokenHash: 'handed-off', shopperId: victim, onlyCartId, at, expiresAt });
  expect(await joinLinkedGuest(house.deps, { guestId, linkTokenHash: 'handed-off' })).toMatchObject({ changed: false });
  expect(await quantities()).toEqual([1]);
  expect((await getOpenCart(house.deps.db, victim))?.lines).toHaveLength(1);
});

test('twice joins once', async () => {
  await join();
  expect(await join()).toEqual({ ended: true, changed: false });
  expect(await quantities()).toEqual([1, 2]);
});

test('a link’s guest alone is not joined to herself', async () => {
  const opened = await getSession(house.deps.db, 'link', house.deps.now());
  if (!opened) throw new Error('the link opened nothing');
  const alone = { guestId: opened.shopperId, linkTokenHash: 'link' };
  expect(await joinLinkedGuest(house.deps, alone)).toEqual({ ended: false, changed: false });
});
