import { describe, expect, it } from 'vitest';
import { catalogueForm, slugOf } from './catalogue-form';
import type { ImportedProduct } from './imported-product';

const product: ImportedProduct = {
  handle: 'Blue-Cup',
  title: 'Blue cup',
  bodyHtml: '<p>Blue.</p>',
  vendor: 'Potter',
  tags: ['blue'],
  status: 'active',
  options: [{ name: 'Größe', values: ['Groß', 'Gross', '中'] }],
  variants: [
    { sku: 'A', optionValues: ['Groß'], priceMinor: 1990, stock: 3, weightGrams: 250 },
    { sku: 'B', optionValues: ['Gross'], priceMinor: 1990, stock: 0, weightGrams: 250 },
  ],
  images: [{ src: 'https://example.com/cup.jpg', alt: '', position: 1 }],
  collections: ['Cups & Mugs'],
};

describe('catalogueForm', () => {
  it('keeps apart what only accents distinguish', () => {
    const { options, variants } = catalogueForm(product);
    expect(options[0]?.values.map((value) => value.key).slice(0, 2)).toEqual(['gross', 'gross-2']);
    expect(variants.map((variant) => variant.optionValues)).toEqual([['gross'], ['gross-2']]);
  });

  it('leaves a placeholder with words for each picture', () => {
    expect(catalogueForm(product).images).toMatchObject([{ file: null, alt: { de: 'Blue cup', en: 'Blue cup' } }]);
  });

  it('makes addresses', () => {
    expect(catalogueForm(product)).toMatchObject({ slug: 'blue-cup', importKey: 'shopify:Blue-Cup' });
    expect(catalogueForm(product).collections).toEqual([{ slug: 'cups-mugs', title: 'Cups & Mugs' }]);
  });
});

describe('slugOf', () => {
  it.each([
    ['Straßen & Wege', 'strassen-wege'],
    ['Café au lait', 'cafe-au-lait'],
    ['--a--', 'a'],
  ])('%s', (text, slug) => expect(slugOf(text)).toBe(slug));

  it('never is empty, and differs where nothing can be read', () => {
    expect(slugOf('中')).toMatch(/^x\d+$/);
    expect(slugOf('中')).not.toBe(slugOf('大'));
  });
});
