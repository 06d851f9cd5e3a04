import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/db/audit';
import { claimImport, startImport } from '@/lib/db/catalogue-imports';
import { listFeedProducts } from '@/lib/db/feed-products';
import { priceHistory, products, variants } from '@/lib/db/schema/catalogue';
import { ledger } from '@/lib/db/schema/orders';
import { seedDemoShop } from '@/lib/db/seed';
import { feedItemsOf } from '@/lib/domain/catalogue/feed/feed-item';
import { META_HEAD, metaLine } from '@/lib/domain/catalogue/feed/meta-feed';
import { marketOf } from '@/lib/domain/market';
import { addLineItem } from '../change-cart';
import { changePrices } from '../edit-catalogue';
import { addProduct, addShopper, createTestHouse, type TestHouse } from '../testing';
import { findBrokenInvariants } from '../testing-invariants';
import { applyImport } from './apply-import';
import { importDesk, SHOPIFY } from './testing-import';

let house: TestHouse;
let desk: ReturnType<typeof importDesk>;
beforeEach(async () => {
  house = await createTestHouse();
  desk = importDesk(house);
});
afterEach(() => house.drop());

const lamp = /^(lamp,LAMP,.*?),24\.90,/m;
const minus = (a: Set<string>, b: Set<string>) => [...a].filter((row) => !b.has(row));

describe('our own file', () => {
  it('changes nothing when it comes back as it went out', async () => {
    await seedDemoShop(house.deps.db, { now: new Date() });
    const evil = { de: '=cmd|calc', en: "'@SUM(1)" };
    await addProduct(house, { slug: 'evil', stock: 3 });
    await house.deps.db.update(products).set({ title: evil, vendor: '+1' }).where(eq(products.slug, 'evil'));
    const file = await desk.exported();
    expect(file).toContain(",'=cmd|calc,''@SUM(1),");
    const { status, added, changed, unchanged, errors, remarks } = await desk.compare(file);
    const [count] = await house.deps.db.select({ count: sql<number>`count(*)::int` }).from(products);
    expect({ status, added, changed, errors, remarks }).toEqual({
      status: 'ready',
      added: 0,
      changed: 0,
      errors: 0,
      remarks: 0,
    });
    expect(unchanged).toBe(count?.count);
  });

  it('changes the one price that was edited in it, and nothing else; undone, all is as before', async () => {
    await seedDemoShop(house.deps.db, { now: new Date() });
    const { variantId } = await addProduct(house, { slug: 'lamp', stock: 3 });
    const before = await desk.everything();
    const compared = await desk.compare((await desk.exported()).replace(lamp, '$1,"19,90",'));
    expect(compared.changes).toEqual([
      { row: expect.any(Number), sku: 'LAMP', column: 'price_EUR', before: '24.90', after: '19.90' },
    ]);
    expect(await desk.everything()).toEqual(before);
    expect(await desk.take(compared.id)).toBe('done');
    const after = await desk.everything();
    expect(minus(before, after)).toEqual([expect.stringMatching(`2490.*${variantId}|${variantId}.*2490`)]);
    expect(minus(after, before)).toEqual([expect.stringContaining('1990')]);
    expect(await desk.undo(compared.id)).toBe('undone');
    expect(await desk.everything()).toEqual(before);
    const history = await house.deps.db.select().from(priceHistory).where(eq(priceHistory.variantId, variantId));
    expect(history.map((row) => row.amountMinor)).toEqual([1990, 2490]);
    expect((await listAudit(house.deps.db, { limit: 5 })).map(({ what, merchantId }) => [what, merchantId])).toEqual([
      ['import.undone', 'greta'],
      ['import.taken', 'greta'],
    ]);
  });

  it('counts stock as a difference: what is sold between comparing and taking stays sold, undone too', async () => {
    const { variantId } = await addProduct(house, { slug: 'lamp', stock: 3 });
    const compared = await desk.compare('sku;stock\nLAMP;10\n');
    expect(compared.changes).toMatchObject([{ column: 'stock', before: '3', after: '10' }]);
    const sell = sql`update variants set available = available - 2, sold = sold + 2 where id = ${variantId}`;
    await house.deps.db.execute(sell);
    expect(await desk.take(compared.id)).toBe('done');
    const stock = async () =>
      (await house.deps.db.select().from(variants).where(eq(variants.id, variantId)))[0]?.available;
    expect(await stock()).toBe(8);
    expect(await house.deps.db.select().from(ledger)).toMatchObject([{ amount: -7 }, { amount: 7, why: 'import' }]);
    expect(await desk.undo(compared.id)).toBe('undone');
    expect(await stock()).toBe(1);
    const untouched = await desk.compare('sku;stock\nLAMP;10\n', { takesStock: false });
    expect(untouched).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('names row, column and reason of each fault, and is not taken with one', async () => {
    await addProduct(house, { slug: 'lamp', stock: 3 });
    await addProduct(house, { slug: 'vase', stock: 3 });
    const file = [
      'slug,sku,stock,price_EUR,status,title_de',
      'lamp,LAMP,-1,2490,,Lampe',
      'lamp,VASE,1,1.999,,',
      'new,NEW,1,,active,',
      'odd slug,ODD,1,1.00,draft,Seltsam',
    ].join('\n');
    const { id, problems, errors } = await desk.compare(file);
    expect(problems.map(({ row, column, reason, value }) => [row, column, reason, value])).toEqual([
      [2, 'stock', 'count_malformed', '-1'],
      [3, 'price_EUR', 'price_malformed', '1.999'],
      [4, 'status', 'no_price', 'active'],
      [4, 'title_de', 'title_missing', ''],
      [5, 'slug', 'handle_malformed', 'odd slug'],
    ]);
    expect(errors).toBe(5);
    const before = await desk.everything();
    expect(await desk.take(id)).toBe('import_has_errors');
    expect(await desk.everything()).toEqual(before);
    expect((await desk.compare('slug,sku,stock\nlamp,VASE,1\n')).problems).toMatchObject([
      { row: 2, reason: 'sku_taken' },
    ]);
  });

  it('is compared anew where somebody edited a product since', async () => {
    const { productId, variantId } = await addProduct(house, { slug: 'lamp', stock: 3 });
    const compared = await desk.compare('sku,price_EUR\nLAMP,9.00\n');
    const edit = { productId, variantId, seenVersion: 1, EUR: 1_200, merchantId: 'otto' };
    expect(await changePrices(house.deps, edit)).toMatchObject({ ok: true });
    expect(await desk.take(compared.id)).toBe('reading');
    await desk.work();
    expect((await desk.see(compared.id)).changes).toMatchObject([{ before: '12.00', after: '9.00' }]);
    expect(await desk.take(compared.id)).toBe('done');
    expect(await changePrices(house.deps, { ...edit, seenVersion: 3 })).toMatchObject({ ok: true });
    expect(await desk.undo(compared.id)).toBe('undo_too_late');
  });
});

describe('a Shopify file', () => {
  it('makes products, then finds nothing to change; undone, they are gone', async () => {
    await addProduct(house, { slug: 'cup', stock: 1 });
    const before = await desk.everything();
    const first = await desk.compare(SHOPIFY);
    expect(first).toMatchObject({ format: 'shopify', added: 2, changed: 0, errors: 0 });
    expect(await desk.take(first.id)).toBe('done');
    const [made] = await house.deps.db.select().from(products).where(eq(products.importKey, 'shopify:cup'));
    expect(made).toMatchObject({
      slug: 'cup-import',
      descriptionHtml: { de: '<p>Ton</p>' },
      searchText: expect.stringContaining('cup-b'),
    });
    expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
    expect(await desk.compare(SHOPIFY)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await desk.undo(first.id)).toBe('undone');
    expect(await desk.everything()).toEqual(before);
  });

  it('takes off sale what it no longer holds, keeps the other language, and brings both back', async () => {
    const first = await desk.compare(SHOPIFY);
    await desk.take(first.id);
    await house.deps.db
      .update(products)
      .set({ title: { de: 'Tasse', en: 'Cup' } })
      .where(eq(products.importKey, 'shopify:cup'));
    const before = await desk.everything();
    const lines = SHOPIFY.replace('cup,Tasse', 'cup,Becher').split('\n');
    const later = await desk.compare(lines.toSpliced(2, 1).join('\n'));
    expect(later.changes.map(({ sku, column, after }) => [sku, column, after])).toEqual([
      ['', 'title_de', 'Becher'],
      ['', 'options', expect.not.stringContaining('gross')],
      ['CUP-B', 'archived', 'yes'],
    ]);
    expect(await desk.take(later.id)).toBe('done');
    const [made] = await house.deps.db.select().from(products).where(eq(products.importKey, 'shopify:cup'));
    expect(made?.title).toEqual({ de: 'Becher', en: 'Cup' });
    expect(await desk.undo(first.id)).toBe('undo_too_late');
    expect(await desk.undo(later.id)).toBe('undone');
    expect(await desk.everything()).toEqual(before);
  });
});

describe('whole or nothing', () => {
  it('leaves the shop as it was where one product cannot be written, and says so', async () => {
    await addProduct(house, { slug: 'lamp', stock: 3 });
    const before = await desk.everything();
    const compared = await desk.compare(`sku,price_EUR\nLAMP,9.00\n`);
    await house.deps.db.execute(sql`alter table price_history add constraint no_nine check (amount_minor <> 900)`);
    await expect(desk.take(compared.id)).rejects.toThrow();
    expect(await desk.see(compared.id)).toMatchObject({ status: 'ready', problem: 'unexpected' });
    expect(await desk.everything()).toEqual(before);
    await house.deps.db.execute(sql`alter table price_history drop constraint no_nine`);
    expect(await desk.take(compared.id)).toBe('done');
  });

  it('is gone on with by another worker when the first one died, once', async () => {
    await addProduct(house, { slug: 'lamp', stock: 3 });
    const { id } = await desk.compare('sku,stock\nLAMP,5\n');
    await startImport(house.deps.db, id, { from: ['ready'], to: 'applying' });
    const dead = { claim: 'dead', now: new Date(), until: new Date(Date.now() + 60_000) };
    const job = await claimImport(house.deps.db, dead);
    await desk.work();
    expect(await desk.see(id)).toMatchObject({ status: 'applying' });
    house.advance(61);
    await desk.work();
    expect(await desk.see(id)).toMatchObject({ status: 'done' });
    if (!job) throw new Error('nobody claimed it');
    await applyImport(desk.deps, job);
    expect(await house.deps.db.select().from(ledger)).toHaveLength(2);
  });

  it('is not undone where somebody has put a new product into her cart', async () => {
    const { id } = await desk.compare(SHOPIFY);
    await desk.take(id);
    const shopperId = await addShopper(house);
    const line = { shopperId, slug: 'jug', options: {}, quantity: 1 };
    expect(await addLineItem(house.deps, line)).toMatchObject({ ok: true });
    expect(await desk.undo(id)).toBe('undo_too_late');
    expect(await desk.see(id)).toMatchObject({ status: 'done' });
  });
});

describe('other files', () => {
  it("Meta's, as our own feed writes it, changes nothing", async () => {
    await seedDemoShop(house.deps.db, { now: new Date() });
    const shop = { name: 'Otter', url: 'https://shop.example', market: marketOf('de') };
    const sold = await listFeedProducts(house.deps.db, { currency: 'EUR', after: null, limit: 500 });
    const lines = sold.flatMap((product) => feedItemsOf(product, shop)).map((item) => metaLine(item, 'EUR'));
    const compared = await desk.compare(META_HEAD + lines.join(''));
    expect(compared).toMatchObject({ format: 'meta', added: 0, changed: 0, errors: 0, unchanged: sold.length });
  });

  it('with heads that nobody knows wait until a person has said what they mean', async () => {
    await addProduct(house, { slug: 'lamp', stock: 3 });
    const file = 'Art.;Bezeichnung;Netto?\nLAMP;Lampe;11,00\nNEU-1;Neue Lampe;12,00\n';
    const first = await desk.compare(file);
    expect(first).toMatchObject({ status: 'mapping', columns: ['Art.', 'Bezeichnung', 'Netto?'] });
    const mapping = { sku: 'Art.', title: 'Bezeichnung', price: 'Netto?' };
    const second = await desk.compare(file, { mapping });
    expect(second).toMatchObject({ status: 'ready', added: 1, changed: 1 });
    expect(second.changes.map(({ column, after }) => [column, after])).toContainEqual(['price_EUR', '11.00']);
    expect(await desk.take(second.id)).toBe('done');
    const [made] = await house.deps.db.select().from(products).where(eq(products.slug, 'neue-lampe'));
    expect(made).toMatchObject({ status: 'draft', title: { de: 'Neue Lampe', en: '' } });
  });

  it.each([
    ['a,b\n1\n', 'uneven_row'],
    ['a,a\n1,2\n', 'doubled_column'],
    ['a,"b\n1,2\n', 'broken_quotes'],
    ['', 'empty'],
  ])('%j is refused as a whole: %s', async (file, problem) => {
    expect(await desk.compare(file)).toMatchObject({ status: 'failed', problem });
  });
});
