import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { type ListPlace, listProductRows, PRODUCT_SORTS, type ProductListWish } from './admin-products';
import { collectionProducts, collections, products, variants } from './schema/catalogue';

let house: TestHouse;
const NAMES = ['apple', 'birch', 'cedar', 'daisy', 'elder', 'fern', 'grass'];

beforeAll(async () => {
  house = await createTestHouse();
  for (const [at, slug] of NAMES.entries()) {
    const { productId } = await addProduct(house, { slug, stock: at });
    const facts = { position: 10 * (NAMES.length - at), updatedAt: new Date(Date.UTC(2026, 0, at + 1)) };
    await house.deps.db.update(products).set(facts).where(eq(products.id, productId));
  }
  await house.deps.db.insert(collections).values({
    slug: 'trees',
    title: { de: 'Bäume', en: 'Trees' },
    description: { de: '', en: '' },
    position: 1,
  });
  const rows = await house.deps.db.select().from(products);
  for (const row of rows.filter(({ slug }) => ['birch', 'cedar', 'elder'].includes(slug)))
    await house.deps.db.insert(collectionProducts).values({ collectionSlug: 'trees', productId: row.id, position: 1 });
});
afterAll(() => house.drop());

const list = (wish: Partial<ProductListWish>) =>
  listProductRows(house.deps.db, { sort: 'title', language: 'de', limit: 50, ...wish });
const slugs = async (wish: Partial<ProductListWish>) => (await list(wish)).rows.map((row) => row.slug);

describe("the merchant's list of products", () => {
  it.each(PRODUCT_SORTS)('sorted by %s it can be leafed through forwards and back, each product once', async (sort) => {
    const all = await slugs({ sort });
    expect(all).toEqual(sort === 'title' ? NAMES : NAMES.toReversed());
    const forwards: string[] = [];
    let after: ListPlace | undefined;
    let last: ListPlace | undefined;
    for (let more = true; more; ) {
      const page = await list({ sort, limit: 3, after });
      forwards.push(...page.rows.map((row) => row.slug));
      last = page.rows[0]?.place;
      after = page.rows.at(-1)?.place;
      more = page.more;
    }
    expect(forwards).toEqual(all);
    const before = await list({ sort, limit: 3, before: last });
    expect(before.rows.map((row) => row.slug)).toEqual(all.slice(3, 6));
    expect(before.more).toBe(true);
  });

  it('finds by every word, in titles and SKUs, whatever its case', async () => {
    expect(await slugs({ words: 'ceda CEDAR' })).toEqual(['cedar']);
    expect(await slugs({ words: 'cedar fern' })).toEqual([]);
    expect(await slugs({ words: '%' })).toEqual([]);
    await house.deps.db.update(variants).set({ sku: 'X-77' }).where(eq(variants.sku, 'FERN'));
    expect(await slugs({ words: 'x-77' })).toEqual(['fern']);
  });

  it('is narrowed by collection, state and stock', async () => {
    expect(await slugs({ collection: 'trees' })).toEqual(['birch', 'cedar', 'elder']);
    expect(await slugs({ status: 'draft' })).toEqual([]);
    expect(await slugs({ stock: 'out' })).toEqual(['apple']);
    expect(await slugs({ stock: 'low', collection: 'trees' })).toEqual(['birch', 'cedar']);
  });
});

it('Postgres can analyse and vacuum the catalogue by itself: its indexes call nothing that only our search path knows', async () => {
  await house.database.open.pool.query('analyze products');
  await house.database.open.pool.query('vacuum (full, analyze) products');
  expect(await slugs({ words: 'fern' })).toEqual(['fern']);
});
