import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getOpenCart } from '@/lib/db/carts';
import type { Order } from '@/lib/db/orders';
import { products, variants } from '@/lib/db/schema/catalogue';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { noteSchema } from '@/lib/domain/cart/note';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { addLineItem, putBack, setLineQuantity } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { keepNote } from './keep-note';
import { quoteCheckout } from './quote-checkout';
import { readNote } from './read-note';
import { reorder } from './reorder';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const pieces = async (shopperId: ShopperId) =>
  (await getOpenCart(house.deps.db, shopperId))?.lines.map(({ quantity }) => quantity) ?? [];

describe('buying an order again', () => {
  let order: Order;
  let variantId: string;
  let her: ShopperId;
  beforeEach(async () => {
    ({ order, variantId } = await placeOrder(house, { stock: 5, quantity: 2 }));
    her = asId<ShopperId>(order.shopperId);
  });

  it('lays the same things into the cart, and a second tap lays nothing more', async () => {
    for (let tap = 0; tap < 2; tap += 1)
      expect(await reorder(house.deps, { shopperId: her, order })).toMatchObject({ ok: true });
    expect(await pieces(her)).toEqual([2]);
  });

  it('lays what is left, and says where nothing is', async () => {
    await house.deps.db.update(variants).set({ available: 1, sold: 4 }).where(eq(variants.id, variantId));
    expect(await reorder(house.deps, { shopperId: her, order })).toMatchObject({ ok: true });
    expect(await pieces(her)).toEqual([1]);
    const other = await addShopper(house);
    await house.deps.db.update(products).set({ status: 'archived' });
    expect(await reorder(house.deps, { shopperId: other, order })).toMatchObject({
      ok: false,
      problem: 'nothing_left',
    });
    expect(await pieces(other)).toEqual([]);
  });
});

describe('taking a line back into the cart', () => {
  it('brings as many as there were, once, and never more than there are', async () => {
    const her = await addShopper(house);
    const { variantId } = await addProduct(house, { slug: 'moon', stock: 3 });
    await addLineItem(house.deps, { shopperId: her, slug: 'moon', options: {}, quantity: 2 });
    await setLineQuantity(house.deps, { shopperId: her, variantId, quantity: 0 });
    for (let tap = 0; tap < 2; tap += 1)
      expect(await putBack(house.deps, { shopperId: her, variantId, quantity: 2 })).toMatchObject({ ok: true });
    expect(await pieces(her)).toEqual([2]);
    await putBack(house.deps, { shopperId: her, variantId, quantity: 99 });
    expect(await pieces(her)).toEqual([3]);
    expect(await putBack(house.deps, { shopperId: her, variantId: 'no-such', quantity: 1 })).toMatchObject({
      problem: 'not_for_sale',
    });
    await house.deps.db.update(products).set({ status: 'draft' });
    const other = await addShopper(house);
    expect(await putBack(house.deps, { shopperId: other, variantId, quantity: 1 })).toMatchObject({ ok: false });
  });
});

describe('a word with the order', () => {
  it('is sealed with the cart, reaches the desk with the order, and is taken back by an empty one', async () => {
    const her = await addShopper(house);
    await addProduct(house, { slug: 'moon', stock: 3 });
    await addLineItem(house.deps, { shopperId: her, slug: 'moon', options: {}, quantity: 1 });
    await keepNote(house.deps, { shopperId: her, note: 'Bitte klingeln', isGift: true });
    expect((await getOpenCart(house.deps.db, her))?.sealedNote).not.toContain('klingeln');
    const place = { shopperId: her, marketId: 'de' as const, shippingOptionId: 'express' };
    const quote = await quoteCheckout(house.deps, { ...place, country: 'DE' });
    const paid = await confirmCheckout(house.deps, {
      ...place,
      dialogRequestId: house.deps.newId(),
      details: EXAMPLE_DETAILS,
      agreedTotal: quote.ok ? quote.value.total : { amountMinor: 0, currency: 'EUR' },
      proof: { confirmationToken: 'ok', returnUrl: 'https://shop.example.com/' },
    });
    const orderId = paid.ok && paid.value.is === 'paid' ? paid.value.orderId : '';
    expect(await readNote(house.deps, orderId)).toEqual({ note: 'Bitte klingeln', isGift: true });

    await keepNote(house.deps, { shopperId: her, note: 'Noch etwas', isGift: false });
    await keepNote(house.deps, { shopperId: her, note: '', isGift: false });
    expect(await getOpenCart(house.deps.db, her)).toMatchObject({ sealedNote: null, isGift: false });
  });

  it.each([
    ['  zwei\r\nZeilen ', 'zwei\nZeilen'],
    ['a\u0000b', null],
    ['x'.repeat(501), null],
    ['', ''],
  ])('reads %j', (typed, read) => {
    const parsed = noteSchema.safeParse(typed);
    expect(parsed.success ? parsed.data : null).toBe(read);
  });
});
