import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { products, variantPrices, variants } from '@/lib/db/schema/catalogue';
import { type BulkEdit, bulkEditSchema, changedBy } from '@/lib/domain/catalogue/bulk-edit';
import { editMany } from './edit-many';
import { addProduct, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let ids: string[];

beforeEach(async () => {
  house = await createTestHouse();
  ids = [];
  for (const slug of ['one', 'two', 'three']) ids.push((await addProduct(house, { slug, stock: 5 })).productId);
});
afterEach(() => house.drop());

const edit = (change: Record<string, string>) =>
  editMany(house.deps, { ...bulkEditSchema.parse({ ids: ids.join(','), ...change }), merchantId: 'greta' });
const stock = (change: Partial<Extract<BulkEdit, { what: 'stock' }>> & { difference: number }) =>
  edit({ what: 'stock', reason: 'count', editId: 'edit-number-one-', difference: String(change.difference) });
const states = async () => (await house.deps.db.select().from(products)).map((product) => product.status);
const pieces = async () => (await house.deps.db.select().from(variants)).map((variant) => variant.available);

describe('one change to many products', () => {
  it('takes them off sale and puts them on sale again', async () => {
    expect(await edit({ what: 'archived' })).toEqual({ ok: true, value: null });
    expect(await states()).toEqual(['archived', 'archived', 'archived']);
    expect(await edit({ what: 'active' })).toMatchObject({ ok: true });
    expect(await states()).toEqual(['active', 'active', 'active']);
  });

  it('puts none on sale when one is not ready, and says which', async () => {
    await edit({ what: 'draft' });
    const [, second = ''] = ids;
    const image = { file: 'demo/x', alt: { de: '', en: 'x' }, width: 1, height: 1, dominantColour: '#000000' };
    await house.deps.db
      .update(products)
      .set({ images: [image] })
      .where(eq(products.id, second));
    expect(await edit({ what: 'active' })).toEqual({
      ok: false,
      problem: 'alt_missing',
      detail: { fields: { [second]: 'alt_missing' } },
    });
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
  });

  it('changes every price by so many per cent, in whole cents', async () => {
    await edit({ what: 'price', percent: '-12,5' });
    const rows = await house.deps.db.select().from(variantPrices).orderBy(asc(variantPrices.currency));
    expect(new Set(rows.map((row) => `${row.amountMinor} ${row.currency}`))).toEqual(new Set(['2179 EUR', '2354 USD']));
    expect([changedBy(1, -99, 'EUR'), changedBy(1000, 10, 'JPY'), changedBy(5120, 10, 'KWD')]).toEqual([1, 1100, 5630]);
  });

  it('books pieces for each variant, once, and none where one has too few', async () => {
    await Promise.all([stock({ difference: 2 }), stock({ difference: 2 })]);
    expect(await pieces()).toEqual([7, 7, 7]);
    await house.deps.db.update(variants).set({ available: 1, held: 6 }).where(eq(variants.sku, 'TWO'));
    const answer = await edit({ what: 'stock', reason: 'damage', editId: 'edit-number-two-', difference: '-3' });
    expect(answer).toMatchObject({ problem: 'stock_too_low', detail: { fields: { [ids[1] ?? '']: 'stock_too_low' } } });
    expect((await pieces()).sort()).toEqual([1, 7, 7]);
  });

  it('knows no product that is not there', async () => {
    ids.push('absent');
    expect(await edit({ what: 'archived' })).toMatchObject({ problem: 'not_found' });
    expect(await states()).toEqual(['active', 'active', 'active']);
  });

  it.each([
    ['no ids', { ids: '' }],
    ['ids that are none', { ids: "a,b'; drop table products" }],
    ['too many', { ids: Array.from({ length: 101 }, (_, at) => `p${at}`).join(',') }],
    ['a state that nobody knows', { what: 'gone' }],
    ['more than everything off', { what: 'price', percent: '-100' }],
    ['a field that nobody asked for', { what: 'archived', role: 'owner' }],
  ])('rows 34 and 45: refuses %s', (_name, change) => {
    expect(bulkEditSchema.safeParse({ ids: 'p1', what: 'active', ...change }).success).toBe(false);
  });
});
