import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getProductBySlug, listProductCards } from '@/lib/db/products';
import { priceHistory, products, settings, variants } from '@/lib/db/schema/catalogue';
import type { ImportedProduct } from '@/lib/domain/catalogue/import/imported-product';
import { readShopifyFile } from '@/lib/import/shopify-file';
import { importProducts } from './import-products';
import { createTestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: Awaited<ReturnType<typeof createTestHouse>>;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

function cup(changes: Partial<ImportedProduct> = {}): ImportedProduct {
  return {
    handle: 'cup',
    title: 'A cup',
    bodyHtml: '<p>It holds tea.</p>',
    vendor: 'Potter',
    tags: ['tea'],
    status: 'active',
    options: [{ name: 'Size', values: ['Small', 'Big'] }],
    variants: [
      { sku: 'CUP-S', optionValues: ['Small'], priceMinor: 1500, stock: 4, weightGrams: 200 },
      { sku: 'CUP-B', optionValues: ['Big'], priceMinor: 1900, stock: 0, weightGrams: 300 },
    ],
    images: [{ src: 'https://example.com/cup.jpg', alt: 'A cup', position: 1 }],
    collections: ['Cups'],
    ...changes,
  };
}

const take = (...list: ImportedProduct[]) => importProducts(house.deps, { products: list, currency: 'USD' });

async function everything(): Promise<string> {
  const tables = [
    'products',
    'variants',
    'variant_prices',
    'price_history',
    'collections',
    'collection_products',
    'settings',
    'ledger',
  ];
  const rows = await Promise.all(
    tables.map((table) => house.deps.db.execute(sql`select * from ${sql.identifier(table)} t order by t::text`)),
  );
  return JSON.stringify(rows.map((result) => result.rows));
}

describe('importProducts', () => {
  it('puts a product with its variants, prices and collections on sale', async () => {
    expect(await take(cup())).toEqual({ added: 1, changed: 0, unchanged: 0, placeholders: 1 });
    const product = await getProductBySlug(house.deps.db, 'cup');
    expect(product?.variants.map(({ sku, prices, available }) => ({ sku, prices, available }))).toEqual([
      { sku: 'CUP-S', prices: { USD: 1500 }, available: 4 },
      { sku: 'CUP-B', prices: { USD: 1900 }, available: 0 },
    ]);
    const [card] = await listProductCards(house.deps.db, { currency: 'USD', collection: 'cups' });
    expect(card).toMatchObject({ slug: 'cup', fromMinor: 1500, severalPrices: true, soldOut: false });
    expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  });

  it('changes nothing at all when the same file comes again', async () => {
    await take(cup());
    const before = await everything();
    expect(await take(cup())).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await everything()).toBe(before);
  });

  it('takes over new words, prices and stock, and takes off sale what is gone', async () => {
    await take(cup());
    const [small] = cup().variants;
    if (!small) throw new Error('the cup has a small variant');
    const later = cup({ title: 'The cup', variants: [{ ...small, priceMinor: 1700, stock: 9 }] });
    expect(await take(later)).toMatchObject({ changed: 1 });
    const product = await getProductBySlug(house.deps.db, 'cup');
    expect(product).toMatchObject({
      title: { de: 'The cup' },
      variants: [{ sku: 'CUP-S', available: 9, prices: { USD: 1700 } }],
    });
    const history = await house.deps.db.select().from(priceHistory).orderBy(asc(priceHistory.id));
    expect(history.map((row) => row.amountMinor)).toEqual([1500, 1900, 1700]);
    expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  });

  it('leaves a product of the shop alone that has the same address and SKU', async () => {
    const { db } = house.deps;
    const words = { de: 'Unsere Tasse', en: 'Our cup' };
    const own = { id: 'own', slug: 'cup', status: 'active' as const, title: words, subtitle: words };
    await db.insert(products).values({ ...own, descriptionHtml: words, options: [], images: [] });
    await db
      .insert(variants)
      .values({ id: 'own-s', productId: 'own', sku: 'CUP-S', position: 0, started: 1, available: 1 });

    expect(await take(cup())).toMatchObject({ added: 1 });
    expect(await getProductBySlug(db, 'cup')).toMatchObject({
      title: words,
      variants: [{ sku: 'CUP-S', available: 1 }],
    });
    const imported = await getProductBySlug(db, 'cup-import');
    expect(imported?.variants.map((variant) => variant.sku)).toEqual(['CUP-S@cup-import', 'CUP-B']);
    expect(await take(cup())).toMatchObject({ unchanged: 1 });
  });

  it('changes nothing when one product of many cannot be stored', async () => {
    await take(cup());
    const before = await everything();
    const broken = cup({ handle: 'broken', title: 'bro\u0000ken' });
    await expect(take(cup({ title: 'Changed' }), broken)).rejects.toThrow();
    expect(await everything()).toBe(before);
  });

  it('tells the pages that show the catalogue', async () => {
    await take(cup());
    const [row] = await house.deps.db.select().from(settings).where(eq(settings.key, 'catalogue_version'));
    expect(row?.value).toBe(1);
  });
});

const real = path.resolve(process.cwd(), '../shared/data/shopify-apparel.csv');
if (!existsSync(real))
  console.warn('NOT TESTED: the real Shopify export is not beside this checkout (../shared/data/shopify-apparel.csv)');

it.runIf(existsSync(real))('takes a real Shopify export whole, and again without a change', async () => {
  const read = readShopifyFile(readFileSync(real), { currency: 'USD' });
  if (!read.ok) throw new Error(read.problem);
  const { products: list } = read.value;
  const outcome = await take(...list);
  expect(outcome).toMatchObject({ added: list.length, changed: 0 });
  const stored = await house.deps.db.select().from(variants).where(sql`sku not like 'TEST-%'`);
  expect(stored.length).toBeGreaterThanOrEqual(list.reduce((sum, product) => sum + product.variants.length, 0));
  const before = await everything();
  expect(await take(...list)).toMatchObject({ unchanged: list.length, added: 0, changed: 0 });
  expect(await everything()).toBe(before);
});
