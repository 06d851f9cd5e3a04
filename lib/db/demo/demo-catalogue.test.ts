import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoCollections, demoProducts } from './demo-catalogue';
import type { DemoProduct } from './demo-types';

const folder = path.resolve(import.meta.dirname, '../../../public/demo');
const files = readdirSync(folder);
const bytesOf = (name: string) => statSync(path.join(folder, name)).size;

function combinations(product: DemoProduct): number {
  return product.options.reduce((count, option) => count * option.values.length, 1);
}

describe('the demo shop', () => {
  it('has at least 24 products, and some in each of its five collections', () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(24);
    expect(demoCollections.map(({ slug }) => slug)).toEqual(['art-prints', 'cards', 'notebooks', 'paper', 'desk']);
    for (const { slug } of demoCollections) {
      expect(demoProducts.filter((product) => product.collections.includes(slug)).length).toBeGreaterThanOrEqual(5);
    }
    const known = new Set(demoCollections.map(({ slug }) => slug));
    expect(demoProducts.flatMap(({ collections }) => collections).filter((slug) => !known.has(slug))).toEqual([]);
  });

  it('calls nothing twice', () => {
    const slugs = demoProducts.map(({ slug }) => slug);
    const skus = demoProducts.flatMap(({ variants }) => variants.map(({ sku }) => sku));
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(new Set(skus).size).toBe(skus.length);
  });

  it.each(demoProducts.map((product) => [product.slug, product] as const))(
    '%s can be bought as it says',
    (_, product) => {
      expect(product.variants).toHaveLength(combinations(product));
      expect(new Set(product.variants.map(({ options }) => options.join(' '))).size).toBe(product.variants.length);
      for (const { options, price, compareAt, stock, weightGrams } of product.variants) {
        const valid = product.options.map(({ values }, i) => values.some(({ key }) => key === options[i]));
        expect(valid).toEqual(product.options.map(() => true));
        for (const amount of [price.EUR, price.USD]) expect(Number.isInteger(amount) && amount >= 100).toBe(true);
        if (compareAt) expect(compareAt.EUR > price.EUR && compareAt.USD > price.USD).toBe(true);
        expect(Number.isInteger(stock) && stock >= 0).toBe(true);
        expect(weightGrams).toBeGreaterThan(0);
      }
    },
  );

  it.each(demoProducts.map((product) => [product.slug, product] as const))('%s speaks both languages', (_, product) => {
    const texts = [product.title, product.subtitle, product.description, ...product.images.map(({ alt }) => alt)];
    for (const { de, en } of texts) {
      expect(de.length).toBeGreaterThan(3);
      expect(en.length).toBeGreaterThan(3);
      expect(de).not.toBe(en);
    }
    expect(product.description.de).not.toMatch(/\b(Ihnen|Ihrem?|Ihren?)\b/);
  });

  it('knows what it is to be sold out: a variant here and there, and one product wholly', () => {
    const gone = demoProducts.filter(({ variants }) => variants.every(({ stock }) => stock === 0));
    expect(gone.map(({ slug }) => slug)).toEqual(['fox-cards']);
    const partly = demoProducts.filter(({ variants }) => variants.some(({ stock }) => stock === 0));
    expect(partly.length).toBeGreaterThan(6);
  });
});

describe('its pictures', () => {
  const images = demoProducts.flatMap((product) => product.images);

  it('are all there, each in three widths of AVIF and WebP, and none lies about unused', () => {
    const wanted = images.flatMap(({ file }) =>
      [360, 640, 960].flatMap((width) => [`${file}-${width}.avif`, `${file}-${width}.webp`]),
    );
    expect(new Set(images.map(({ file }) => file)).size).toBe(images.length);
    expect(files.filter((name) => !name.endsWith('-card.jpg')).sort()).toEqual(wanted.sort());
  });

  it('have a card for the thread for the first picture of every product', () => {
    const cards = demoProducts.map(({ images: [first] }) => `${first?.file}-card.jpg`);
    expect(files.filter((name) => name.endsWith('-card.jpg')).sort()).toEqual(cards.sort());
  });

  it('weigh little: 3 MB in all, and no more than 40 KB for a first view', () => {
    expect(files.reduce((sum, name) => sum + bytesOf(name), 0)).toBeLessThanOrEqual(3_000_000);
    const firstViews = files.filter((name) => /-(360|640)\.(avif|webp)$/.test(name));
    expect(Math.max(...firstViews.map(bytesOf))).toBeLessThanOrEqual(40_000);
  });

  it('come in twos or more for at least six products', () => {
    expect(demoProducts.filter((product) => product.images.length > 1).length).toBeGreaterThanOrEqual(6);
  });
});
