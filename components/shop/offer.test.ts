import { describe, expect, it } from 'vitest';
import type { Product, Variant } from '@/lib/domain/catalogue/product';
import { asId } from '@/lib/domain/ids';
import { marketOf } from '@/lib/domain/market';
import { offerOf } from './offer';

const words = (text: string) => ({ de: text, en: text });

function variant(optionValues: string[], prices: Variant['prices'], available: number): Variant {
  const sku = optionValues.join('-');
  return { id: asId(sku), sku, optionValues, prices, compareAtPrices: {}, available, weightGrams: 0 };
}

function print(variants: Variant[]): Product {
  const value = (key: string) => ({ key, name: words(key.toUpperCase()) });
  return {
    id: asId('p'),
    slug: 'moon',
    status: 'active',
    vendor: '',
    title: words('Moon'),
    subtitle: words(''),
    descriptionHtml: words(''),
    tags: [],
    taxClass: 'standard',
    options: [{ key: 'size', name: words('Size'), values: [value('a4'), value('a3'), value('a2')] }],
    variants,
    images: [],
    ratingSum: 0,
    ratingCount: 0,
    version: 1,
  };
}

describe('offerOf', () => {
  it('names the lowest price of the last 30 days where a reduction is announced, and only there', () => {
    const reduced = { ...variant(['a4'], { EUR: 1990 }, 3), lowestBefore: { EUR: 2490 } };
    const never = { ...variant(['a3'], { EUR: 1990 }, 3), lowestBefore: { EUR: 1990 } };
    const offer = offerOf(print([reduced, never]), marketOf('en'));
    expect(offer?.variants.map((one) => one.reduction)).toEqual([
      '−20% · lowest price of the last 30 days: €24.90',
      '',
    ]);
  });

  it('writes the prices and marks what is sold out', () => {
    const offer = offerOf(
      print([variant(['a4'], { EUR: 2400 }, 0), variant(['a3'], { EUR: 3600 }, 2)]),
      marketOf('en'),
    );
    expect(offer?.from).toBe('from €24.00');
    expect(offer?.preselected).toEqual(['a3']);
    // A size that no variant has is not offered at all.
    expect(offer?.options[0]?.values).toEqual([
      { key: 'a4', name: 'A4', price: '€24.00', soldOut: true },
      { key: 'a3', name: 'A3', price: '€36.00', soldOut: false },
    ]);
    expect(offer?.variants.map((one) => one.note)).toEqual(['', 'Only 2 left']);
  });

  it('names one price where there is one', () => {
    const offer = offerOf(print([variant(['a4'], { EUR: 500 }, 9), variant(['a3'], { EUR: 500 }, 9)]), marketOf('de'));
    expect(offer?.from).toMatch(/^5,00\s€$/);
    expect(offer?.options[0]?.values[0]?.price).toBeNull();
    expect(offer?.words.vat).toBe('inkl. MwSt., ');
    const small = offerOf(print([variant(['a4'], { EUR: 500 }, 5)]), marketOf('de'), false);
    expect(small?.words.vat).toBeNull();
  });

  it('names no tax in American dollars, and offers only what has a price there', () => {
    const offer = offerOf(
      print([variant(['a4'], { EUR: 2400 }, 5), variant(['a3'], { EUR: 3600, USD: 3900 }, 5)]),
      marketOf('en-US'),
    );
    expect(offer?.variants.map((one) => one.values)).toEqual([['a3']]);
    expect(offer?.words.vat).toBeNull();
  });

  it('is nothing where the product is not sold', () => {
    expect(offerOf(print([variant(['a4'], { EUR: 2400 }, 5)]), marketOf('en-US'))).toBeNull();
  });
});
