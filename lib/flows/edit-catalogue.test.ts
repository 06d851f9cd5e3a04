import { asc, eq } from 'drizzle-orm';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE_CHANNEL } from '@/lib/db/catalogue-changes';
import { priceHistory, products, settings, variantPrices, variants } from '@/lib/db/schema/catalogue';
import { ledger } from '@/lib/db/schema/orders';
import type { StockReason } from '@/lib/domain/catalogue/edits';
import { changePrices } from './edit-catalogue';
import { adjustStock } from './edit-stock';
import { addProduct, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let product: Awaited<ReturnType<typeof addProduct>>;

beforeEach(async () => {
  house = await createTestHouse();
  product = await addProduct(house, { slug: 'linocut', stock: 5 });
});
afterEach(() => house.drop());

const setPrices = (EUR: number | null, USD: number | null, seenVersion = 1) =>
  changePrices(house.deps, { ...product, EUR, USD, seenVersion, merchantId: 'greta' });

async function prices() {
  const rows = await house.deps.db.select().from(variantPrices).where(eq(variantPrices.variantId, product.variantId));
  return Object.fromEntries(rows.map((row) => [row.currency, row.amountMinor]));
}
const version = async () => (await house.deps.db.select().from(products))[0]?.version;
const history = () => house.deps.db.select().from(priceHistory).orderBy(asc(priceHistory.id));
const catalogueVersion = async () =>
  (await house.deps.db.select().from(settings).where(eq(settings.key, 'catalogue_version')))[0]?.value ?? 0;

describe('changePrices', () => {
  it('sets prices, keeps the history of those that changed and tells the front doors', async () => {
    const heard = await listen();
    expect(await setPrices(1990, 2690)).toEqual({ ok: true, value: null });
    expect(await prices()).toEqual({ EUR: 1990, USD: 2690 });
    expect(await history()).toMatchObject([{ currency: 'EUR', amountMinor: 1990, variantId: product.variantId }]);
    expect(await version()).toBe(2);
    expect(await catalogueVersion()).toBe(1);
    expect(await heard.first).toEqual({ slugs: ['linocut'] });
    await heard.stop();
  });

  it('ends the sale in a currency', async () => {
    await setPrices(2490, null);
    expect(await prices()).toEqual({ EUR: 2490 });
    expect(await history()).toEqual([]);
  });

  it('takes the prices of one currency and leaves the others, in whole yen and in what dinars can be charged', async () => {
    const edit = { ...product, seenVersion: 1, merchantId: 'greta' };
    expect(await changePrices(house.deps, { ...edit, JPY: 3900 })).toEqual({ ok: true, value: null });
    expect(await prices()).toEqual({ EUR: 2490, USD: 2690, JPY: 3900 });
  });

  it('refuses what was typed over an older state, and changes nothing [18×oo]', async () => {
    await setPrices(1990, 2690);
    expect(await setPrices(1800, 2690)).toMatchObject({ problem: 'changed_meanwhile' });
    expect(await prices()).toEqual({ EUR: 1990, USD: 2690 });
    expect(await catalogueVersion()).toBe(1);
  });

  it('takes the same form twice as one change, and of two different ones at once only one [18×dt 18×pc]', async () => {
    const twice = await Promise.all([setPrices(1990, 2690), setPrices(1990, 2690)]);
    expect(twice.map((result) => result.ok)).toEqual([true, true]);
    expect(await history()).toHaveLength(1);

    const rivals = await Promise.all([setPrices(1700, 2690, 2), setPrices(1800, 2690, 2)]);
    expect(rivals.filter((result) => result.ok)).toHaveLength(1);
    expect(await version()).toBe(3);
  });

  it('knows no other product and no variant of another one', async () => {
    const other = await addProduct(house, { slug: 'card', stock: 1 });
    const edit = { EUR: 100, USD: null, seenVersion: 1, merchantId: 'greta' };
    const crossed = { ...edit, productId: product.productId, variantId: other.variantId };
    expect(await changePrices(house.deps, crossed)).toMatchObject({ problem: 'not_found' });
    const absent = { ...edit, productId: 'absent', variantId: product.variantId };
    expect(await changePrices(house.deps, absent)).toMatchObject({ problem: 'not_found' });
  });

  async function listen() {
    const client = new Client({ connectionString: house.database.url });
    await client.connect();
    await client.query(`listen ${CATALOGUE_CHANNEL}`);
    const first = new Promise<unknown>((resolve) =>
      client.once('notification', (word) => resolve(JSON.parse(word.payload ?? 'null'))),
    );
    return { first, stop: () => client.end() };
  }
});

describe('adjustStock', () => {
  const adjust = (difference: number, editId = house.deps.newId(), reason: StockReason = 'count') =>
    adjustStock(house.deps, { variantId: product.variantId, difference, editId, reason, merchantId: 'greta' });
  const stock = async () => (await house.deps.db.select().from(variants))[0];

  it('books who changed it, why and by how much', async () => {
    expect(await adjust(12, 'edit-number-one-', 'delivery')).toEqual({ ok: true, value: null });
    expect(await stock()).toMatchObject({ started: 5, adjusted: 12, available: 17 });
    const booked = await house.deps.db.select().from(ledger).orderBy(asc(ledger.amount));
    expect(booked).toMatchObject([
      { account: 'adjusted', amount: -12, unit: 'piece', who: 'merchant:greta', why: 'delivery' },
      { account: 'available', amount: 12, unit: 'piece', who: 'merchant:greta', why: 'delivery' },
    ]);
    expect(await catalogueVersion()).toBe(1);
  });

  it('takes the same form twice as one change', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => adjust(3, 'edit-number-one-')));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await stock()).toMatchObject({ available: 8 });
    expect(await house.deps.db.select().from(ledger)).toHaveLength(2);
  });

  it('adds up what several people book at once, and never falls below what is free [18×sr]', async () => {
    await Promise.all([adjust(2), adjust(-1), adjust(4)]);
    expect(await stock()).toMatchObject({ available: 10 });
    const takes = await Promise.all(Array.from({ length: 4 }, () => adjust(-4)));
    expect(takes.filter((take) => take.ok)).toHaveLength(2);
    expect(takes.find((take) => !take.ok)).toMatchObject({ problem: 'stock_too_low' });
    expect(await stock()).toMatchObject({ started: 5, adjusted: -3, available: 2 });
    expect(await house.deps.db.select().from(ledger)).toHaveLength(2 * 5);
  });

  it('leaves the pieces alone that an open payment holds', async () => {
    await house.deps.db.update(variants).set({ available: 1, held: 4 });
    expect(await adjust(-2)).toMatchObject({ problem: 'stock_too_low' });
    expect(await stock()).toMatchObject({ available: 1, held: 4, adjusted: 0 });
  });
});
