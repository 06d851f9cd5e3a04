import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import type { Database } from './client';
import { demoProducts } from './demo/demo-catalogue';
import { countProducts, getProductBySlug, listCollectionRows, listCollections, listProductCards } from './products';
import { variants } from './schema/catalogue';
import { seedDemoShop } from './seed';
import { getShopSettings } from './settings';

const now = new Date('2026-11-01T08:00:00Z');
const onSale = demoProducts.filter((product) => product.status === 'active');

let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.open.db;
});
afterEach(() => database.drop());

describe('seedDemoShop', () => {
  it('fills the shop, and a second time changes nothing: sold stock stays sold', async () => {
    expect(await seedDemoShop(db, { now })).toEqual({ products: onSale.length, added: demoProducts.length });
    await db.update(variants).set({ available: sql`available - 1`, sold: sql`sold + 1` }).where(sql`available > 0`);
    const before = await db.select().from(variants).orderBy(variants.id);
    expect(await seedDemoShop(db, { now })).toEqual({ products: onSale.length, added: 0 });
    expect(await db.select().from(variants).orderBy(variants.id)).toEqual(before);
    expect((await getShopSettings(db)).legal.impressum.de).toContain('Vorführung');
  });

  it('makes up as many products as are asked for', async () => {
    await seedDemoShop(db, { now, atLeast: 700 });
    expect(await countProducts(db, {})).toBe(700);
    expect((await seedDemoShop(db, { now, atLeast: 700 })).added).toBe(0);
  });
});

describe('what the pages read', () => {
  beforeEach(() => seedDemoShop(db, { now }));

  it('lists collections with their first products', async () => {
    const all = await listCollections(db);
    const rows = await listCollectionRows(db, { currency: 'EUR', perCollection: 2 });
    expect(all.length).toBeGreaterThan(0);
    for (const { slug } of all) expect(rows.get(slug)?.length).toBeGreaterThan(0);
    for (const cards of rows.values()) expect(cards.length).toBeLessThanOrEqual(2);
  });

  it('prices cards in the asked currency', async () => {
    const [first] = onSale;
    if (!first) throw new Error('the demo shop sells something');
    for (const currency of ['EUR', 'USD'] as const) {
      const cards = await listProductCards(db, { currency });
      const card = cards.find((one) => one.slug === first.slug);
      expect(card?.fromMinor).toBe(Math.min(...first.variants.map((variant) => variant.price[currency])));
    }
  });

  it('leaves out what has no price in the asked currency, but for its own address', async () => {
    const [first] = onSale;
    if (!first) throw new Error('the demo shop sells something');
    await db.execute(sql`delete from variant_prices where currency = 'USD' and variant_id in (
      select v.id from variants v join products p on p.id = v.product_id where p.slug = ${first.slug})`);
    const slugs = async (wish: { slugs?: string[] }) =>
      (await listProductCards(db, { currency: 'USD', ...wish })).map((card) => card.slug);
    expect(await slugs({})).not.toContain(first.slug);
    expect(await slugs({ slugs: [first.slug] })).toEqual([first.slug]);
    expect(await countProducts(db, { currency: 'USD' })).toBe(onSale.length - 1);
  });

  it('answers a product whole, and nothing for an unknown address', async () => {
    const [first] = onSale;
    if (!first) throw new Error('the demo shop sells something');
    const product = await getProductBySlug(db, first.slug);
    expect(product?.variants.map((variant) => variant.sku)).toEqual(first.variants.map((variant) => variant.sku));
    expect(product).not.toHaveProperty('importKey');
    expect(await getProductBySlug(db, 'never-heard-of')).toBeNull();
  });
});
