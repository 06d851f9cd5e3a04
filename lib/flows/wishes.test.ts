import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { products } from '@/lib/db/schema/catalogue';
import { shoppers } from '@/lib/db/schema/shoppers';
import { listSeen, listWishes } from '@/lib/db/wishes';
import type { ShopperId } from '@/lib/domain/ids';
import { claimGuestCart } from './claim-guest-cart';
import { addWish, keepSeen, removeWish } from './keep-wish';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let her: ShopperId;
beforeEach(async () => {
  house = await createTestHouse();
  her = await addShopper(house);
  for (const slug of ['moon', 'sun', 'star']) await addProduct(house, { slug, stock: 3 });
});
afterEach(() => house.drop());

async function wish(slug: string, shopperId = her) {
  house.advance(1);
  return addWish(house.deps, { shopperId, slug });
}
async function look(slug: string, shopperId = her) {
  house.advance(1);
  await keepSeen(house.deps, { shopperId, slug });
}
const wished = async (shopperId = her) => (await listWishes(house.deps.db, shopperId, 'EUR')).map(({ slug }) => slug);
const seen = async (shopperId = her) =>
  (await listSeen(house.deps.db, { shopperId, currency: 'EUR', now: house.deps.now(), limit: 20 })).map(
    ({ slug }) => slug,
  );

describe('the wish list', () => {
  it('keeps each thing once, the newest first, and is hers alone', async () => {
    for (const slug of ['moon', 'sun', 'moon']) expect(await wish(slug)).toMatchObject({ ok: true });
    expect(await wished()).toEqual(['sun', 'moon']);
    expect(await wished(await addShopper(house))).toEqual([]);
    for (let tap = 0; tap < 2; tap += 1) await removeWish(house.deps, { shopperId: her, slug: 'sun' });
    expect(await wished()).toEqual(['moon']);
  });

  it('takes nothing that is not on sale, and shows nothing that left the shop', async () => {
    expect(await wish('nothing')).toMatchObject({ ok: false, problem: 'not_for_sale' });
    await wish('moon');
    await house.deps.db.update(products).set({ status: 'archived' }).where(eq(products.slug, 'moon'));
    expect(await wished()).toEqual([]);
    expect(await wish('moon')).toMatchObject({ ok: false });
  });
});

describe('what was seen last', () => {
  it('is a dozen products, the newest first, for a month', async () => {
    for (const slug of ['moon', 'sun', 'moon']) await look(slug);
    expect(await seen()).toEqual(['moon', 'sun']);
    for (let number = 0; number < 12; number += 1) {
      await addProduct(house, { slug: `more-${number}`, stock: 1 });
      await look(`more-${number}`);
    }
    expect(await seen()).toHaveLength(12);
    expect(await seen()).not.toContain('moon');
    house.advance(31 * 24 * 60 * 60);
    expect(await seen()).toEqual([]);
    await look('sun');
    expect(await seen()).toEqual(['sun']);
  });
});

it('comes along when a guest turns out to be somebody, each thing once', async () => {
  const guests = [await addShopper(house, { psid: null }), await addShopper(house, { psid: null })];
  await wish('moon');
  for (const guest of guests) {
    for (const slug of ['moon', 'star']) await wish(slug, guest);
    await look('sun', guest);
    await house.deps.db.update(shoppers).set({ claimedBy: her }).where(eq(shoppers.id, guest));
  }
  await claimGuestCart(house.deps, house.deps.db, her);
  await claimGuestCart(house.deps, house.deps.db, her);
  expect((await wished()).sort()).toEqual(['moon', 'star']);
  expect(await seen()).toEqual(['sun']);
  for (const guest of guests) expect(await wished(guest)).toEqual([]);
});
