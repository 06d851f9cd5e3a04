import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FeedPlace, listFeedProducts } from '@/lib/db/feed-products';
import { products, variantPrices } from '@/lib/db/schema/catalogue';
import { seedDemoShop } from '@/lib/db/seed';
import { faultsOfGoogle, faultsOfMeta } from '@/lib/domain/catalogue/feed/testing-demands';
import { changePrices } from '@/lib/flows/edit-catalogue';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';

const world = vi.hoisted(() => ({ deps: {} as object }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example' }),
}));

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  world.deps = house.deps;
  await seedDemoShop(house.deps.db, { now: new Date() });
});
afterEach(() => house.drop());

async function ask(feed: 'meta.csv' | 'google.xml', query = '', headers: Record<string, string> = {}) {
  const { GET } = feed === 'meta.csv' ? await import('./meta.csv/route') : await import('./google.xml/route');
  return GET(new Request(`https://shop.example/feeds/${feed}${query}`, { headers }));
}
async function rows(query = ''): Promise<Record<string, string>[]> {
  return parse(await (await ask('meta.csv', query)).text(), { columns: true });
}

describe('the feeds of the demo shop', () => {
  it('are as their readers demand, in every language and currency', async () => {
    for (const query of ['', '?language=en&currency=EUR', '?language=en&currency=USD']) {
      expect(faultsOfMeta(await (await ask('meta.csv', query)).text()), query).toEqual([]);
      expect(faultsOfGoogle(await (await ask('google.xml', query)).text()), query).toEqual([]);
    }
  });

  it('say what costs what now, and are another feed after a change', async () => {
    const before = await ask('meta.csv');
    const tag = before.headers.get('etag') ?? '';
    await before.text();
    expect((await ask('meta.csv', '', { 'if-none-match': tag })).status).toBe(304);
    const [price] = await house.deps.db.select().from(variantPrices).where(eq(variantPrices.currency, 'EUR')).limit(1);
    const { rows: found } = await house.database.open.pool.query(
      'select v.sku, v.product_id, p.version from variants v join products p on p.id = v.product_id where v.id = $1',
      [price?.variantId],
    );
    const { sku, product_id: productId, version } = found[0];
    const edit = { productId, variantId: price?.variantId ?? '', seenVersion: version, EUR: 12_345 };
    expect(await changePrices(house.deps, { ...edit, merchantId: 'greta' })).toMatchObject({ ok: true });
    expect((await ask('meta.csv', '', { 'if-none-match': tag })).status).toBe(200);
    expect((await rows()).find((row) => row.id === sku)).toMatchObject({ price: '123.45 EUR' });
  });

  it('hold every product on sale once, and no draft', async () => {
    const [first] = await house.deps.db.select().from(products).limit(1);
    if (!first) throw new Error('the demo shop sells something');
    await house.deps.db.update(products).set({ status: 'draft' }).where(eq(products.id, first.id));
    const { rows: counted } = await house.database.open.pool.query(
      `select count(*)::int as sold from variants v join products p on p.id = v.product_id
       join variant_prices c on c.variant_id = v.id and c.currency = 'EUR'
       where p.status = 'active' and v.archived_at is null and p.images -> 0 ->> 'file' is not null`,
    );
    const all = await rows();
    expect(all).toHaveLength(counted[0].sold);
    expect(all.filter((row) => row.link?.includes(`/${first.slug}?`))).toEqual([]);
    const bySmallPages: string[] = [];
    for (let after: FeedPlace | null = null; ; ) {
      const page: Awaited<ReturnType<typeof listFeedProducts>> = await listFeedProducts(house.deps.db, {
        currency: 'EUR',
        after,
        limit: 7,
      });
      bySmallPages.push(...page.map((product) => product.slug));
      after = page.at(-1) ?? null;
      if (!after) break;
    }
    expect(new Set(bySmallPages).size).toBe(bySmallPages.length);
    const links = new Set(all.map((row) => row.link));
    expect(
      bySmallPages.filter((slug) => links.has(`https://shop.example/shop/products/${slug}?market=de`)).length,
    ).toBe(links.size);
  });

  it('refuse what no page of the shop shows', async () => {
    for (const query of ['?language=de&currency=USD', '?language=fr', '?market=de', '?currency=EUR%00'])
      expect((await ask('meta.csv', query)).status, query).toBe(422);
  });
});
