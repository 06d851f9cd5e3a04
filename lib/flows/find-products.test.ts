import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowseWish, browseProducts, listFacets } from '@/lib/db/browse-products';
import { demoProducts } from '@/lib/db/demo/demo-catalogue';
import { seedDemoShop } from '@/lib/db/seed';
import { saveSynonyms } from '@/lib/db/settings';
import { fold } from '@/lib/domain/messaging/product-search';
import { findProducts } from './find-products';
import { createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
  await seedDemoShop(house.deps.db, { now: new Date('2026-03-29T10:00:00Z') });
});
afterAll(() => house.drop());

const onSale = demoProducts.filter(({ status }) => status === 'active');
const find = (text: string) => findProducts(house.deps, text);

describe('words', () => {
  it.each(onSale.map(({ slug, title }) => [slug, title.de, title.en]))(
    '%s is found by either name',
    async (slug, de, en) => {
      expect((await find(de))[0]).toBe(slug);
      expect((await find(en))[0]).toBe(slug);
    },
  );

  it('are found though a letter is wrong, missing or swapped', async () => {
    const [first] = onSale.filter(({ title }) => title.de.split(' ').some((word) => word.length > 6));
    const word = first?.title.de.split(' ').find((one) => one.length > 6) ?? '';
    const typos = [word.slice(0, 3) + word.slice(4), `${word.slice(0, 2)}x${word.slice(3)}`, swap(word, 3)];
    for (const typo of typos) expect(await find(typo), typo).toContain(first?.slug);
  });

  it('that nothing bears find nothing, signs of patterns are signs, and no text breaks anything', async () => {
    for (const text of ['Zeppelin', '%', '_', '\\', "'; drop index; --", '()', '  ', 'x'.repeat(4000)])
      expect(await find(text), text).toEqual([]);
  });

  it('mean what the merchant says they mean', async () => {
    expect(await find('Schreibzeugs')).toEqual([]);
    await saveSynonyms(house.deps.db, [['Schreibzeugs', 'Notizbuch']], 0);
    expect(await find('schreibzeugs')).toEqual(await find('notizbuch'));
    expect(await find('schreibzeugs')).not.toEqual([]);
    await saveSynonyms(house.deps.db, [], 1);
  });

  it.each(['Große', 'GRÖSSE', 'Café', 'naïve Ärztin', 'Å-Æ', 'Ünïcödé', 'ǅ', 'مرحبا'])(
    '%s is folded alike here and there',
    async (text) => {
      const { rows } = await house.deps.db.execute<{ said: string }>(sql`select folded(${text}) as said`);
      expect(rows[0]?.said.toLowerCase()).toBe(fold(text));
    },
  );
});

describe('browsing', () => {
  const all: BrowseWish = {
    currency: 'EUR',
    minMinor: undefined,
    maxMinor: undefined,
    inStock: false,
    options: [],
    sort: 'best',
    after: undefined,
    limit: 100,
  };
  const browse = async (wish: Partial<BrowseWish>) => browseProducts(house.deps.db, { ...all, ...wish });
  const slugs = async (wish: Parameters<typeof browse>[0]) => (await browse(wish)).cards.map(({ slug }) => slug);

  it.each(['best', 'price', 'price-down'] as const)(
    'pages by %s show each product once, in one order',
    async (sort) => {
      const whole = await slugs({ sort });
      expect(whole).toHaveLength(onSale.length);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await browse({ sort, limit: 7, after });
        seen.push(...page.cards.map(({ slug }) => slug));
        after = page.more ?? undefined;
      } while (after);
      expect(seen).toEqual(whole);
    },
  );

  it('shows the best match first, and pages through what was found', async () => {
    const found = await find('poster karte');
    const either = await find('karte');
    expect(either.length).toBeGreaterThan(2);
    expect(await slugs({ found: either })).toEqual(either);
    expect(await slugs({ found: either, after: either[0], limit: 1 })).toEqual([either[1]]);
    expect(await slugs({ found })).toEqual(found);
  });

  it('shows what has a variant in the asked span of prices, at the price of that variant', async () => {
    const { cards } = await browse({ minMinor: 2000, maxMinor: 3000 });
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards) expect(card.fromMinor).toSatisfy((minor: number) => minor >= 2000 && minor <= 3000);
    const fitting = onSale.filter(({ variants }) =>
      variants.some(({ price }) => price.EUR >= 2000 && price.EUR <= 3000),
    );
    expect(cards.map(({ slug }) => slug).sort()).toEqual(fitting.map(({ slug }) => slug).sort());
  });

  it('shows only what can be bought now, if that is asked for: in the chosen size, too', async () => {
    expect((await browse({ inStock: true })).cards.every(({ soldOut }) => !soldOut)).toBe(true);
    const left =
      (size: string) =>
      ({ slug, variants }: (typeof onSale)[number]) =>
        variants.some((one) => one.options.includes(size) && one.stock > 0) ? [slug] : [];
    const options = [{ key: 'format', values: ['50x70'] }];
    expect((await slugs({ options, inStock: true })).sort()).toEqual(onSale.flatMap(left('50x70')).sort());
    expect(await slugs({ options: [...options, { key: 'lineatur', values: ['plain'] }] })).toEqual([]);
  });

  it('offers the options of what lies there, the most common first, with their numbers', async () => {
    const facets = await listFacets(house.deps.db, { currency: 'EUR' });
    const format = facets.find(({ key }) => key === 'format');
    for (const { key, count } of format?.values ?? [])
      expect(await slugs({ options: [{ key: 'format', values: [key] }] })).toHaveLength(count);
    expect(format?.values.length).toBeGreaterThan(1);
    expect(await listFacets(house.deps.db, { currency: 'EUR', found: [] })).toEqual([]);
  });

  it('goes on from the start when the product to go on from is gone', async () => {
    expect(await slugs({ after: 'never-heard-of' })).toEqual(await slugs({}));
  });
});

function swap(word: string, at: number): string {
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
}
