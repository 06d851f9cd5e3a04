import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countCartPieces } from '@/lib/db/carts';
import { products } from '@/lib/db/schema/catalogue';
import { addLineItem, setLineQuantity } from './change-cart';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

it('sets the quantity of a line of hers, and of nothing else', async () => {
  const { deps } = house;
  const shopperId = await addShopper(house);
  const mine = await addProduct(house, { slug: 'linocut', stock: 5 });
  const hidden = await addProduct(house, { slug: 'draft', stock: 5 });
  await deps.db.update(products).set({ status: 'draft' }).where(eq(products.id, hidden.productId));
  expect(await addLineItem(deps, { shopperId, slug: 'linocut', options: {}, quantity: 1 })).toMatchObject({ ok: true });

  const set = (variantId: string, quantity: number) => setLineQuantity(deps, { shopperId, variantId, quantity });
  expect(await set(mine.variantId, 4)).toMatchObject({ ok: true });
  expect(await set(mine.variantId, 6)).toMatchObject({ ok: false, problem: 'out_of_stock' });
  for (const absent of [hidden.variantId, 'no-such-variant'])
    expect(await set(absent, 1), absent).toEqual({ ok: false, problem: 'not_found' });
  expect(await countCartPieces(deps.db, shopperId)).toBe(4);
});

it('removes a line that another tab removed before; what is not in the cart is refused [2×oo]', async () => {
  const { deps } = house;
  const shopperId = await addShopper(house);
  const { variantId } = await addProduct(house, { slug: 'linocut', stock: 5 });
  await addLineItem(deps, { shopperId, slug: 'linocut', options: {}, quantity: 2 });
  const remove = () => setLineQuantity(deps, { shopperId, variantId, quantity: 0 });
  expect(await remove()).toEqual({ ok: true, value: null });
  expect(await remove()).toEqual({ ok: true, value: null });
  expect(await countCartPieces(deps.db, shopperId)).toBe(0);
});
