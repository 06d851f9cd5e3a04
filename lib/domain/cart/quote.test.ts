import { describe, expect, it } from 'vitest';
import { asId, type CartId, type VariantId } from '../ids';
import { money } from '../money';
import type { Cart, CartLine } from './cart';
import { quoteCart, requote } from './quote';
import { containedTaxMinor, taxRatePerMille } from './tax';
import { USUAL_TERMS } from './terms';

function line(change: Partial<CartLine> = {}): CartLine {
  return {
    variantId: asId<VariantId>('v1'),
    quantity: 1,
    sku: 'MOON-A3',
    productSlug: 'moon',
    collections: [],
    title: { de: 'Mond', en: 'Moon' },
    variantTitle: { de: 'A3', en: 'A3' },
    prices: { EUR: 2490, USD: 2690 },
    available: 5,
    status: 'active',
    taxClass: 'standard',
    image: null,
    ...change,
  };
}
const cart = (...lines: CartLine[]): Cart => ({ id: asId<CartId>('c1'), version: 1, lines });
const terms = USUAL_TERMS;
const berlin = { currency: 'EUR', country: 'DE', terms } as const;

describe('quoteCart', () => {
  it('adds up goods and the cheapest way of sending', () => {
    const quote = quoteCart(cart(line({ quantity: 2 })), berlin);
    expect(quote).toMatchObject({
      ok: true,
      value: { goodsMinor: 4980, total: money(5470, 'EUR'), taxContainedMinor: 873 },
    });
  });

  it('sends for free from sixty euro on, and only the standard way', () => {
    const rich = cart(line({ quantity: 3 }));
    expect(quoteCart(rich, berlin)).toMatchObject({ value: { total: money(7470, 'EUR') } });
    expect(quoteCart(rich, { ...berlin, shippingOptionId: 'express' })).toMatchObject({
      value: { total: money(8460, 'EUR') },
    });
  });

  it.each([
    ['nothing in it', cart(), berlin, 'cart_empty'],
    ['an archived product', cart(line({ status: 'archived' })), berlin, 'not_for_sale'],
    ['a draft', cart(line({ status: 'draft' })), berlin, 'not_for_sale'],
    ['no price in this currency', cart(line({ prices: { USD: 100 } })), berlin, 'not_for_sale'],
    ['more than there is', cart(line({ quantity: 6 })), berlin, 'out_of_stock'],
    ['dollars to Germany', cart(line()), { currency: 'USD', country: 'DE', terms } as const, 'not_delivered_there'],
    ['euro to America', cart(line()), { currency: 'EUR', country: 'US', terms } as const, 'not_delivered_there'],
    ['an invented way of sending', cart(line()), { ...berlin, shippingOptionId: 'drone' }, 'unknown_shipping_option'],
  ])('refuses %s', (_name, given, wish, problem) => {
    expect(quoteCart(given, wish)).toMatchObject({ ok: false, problem });
  });

  it('contains VAT in the EU only, by class', () => {
    const book = cart(line({ taxClass: 'reduced', quantity: 1 }));
    expect(quoteCart(book, berlin)).toMatchObject({ value: { taxContainedMinor: 163 + 32 } });
    expect(quoteCart(book, { currency: 'EUR', country: 'CH', terms })).toMatchObject({
      value: { taxContainedMinor: 0 },
    });
    expect(quoteCart(book, { currency: 'USD', country: 'US', terms })).toMatchObject({
      value: { taxContainedMinor: 0, taxAddedMinor: 0 },
    });
  });

  it('always sums: total = goods + shipping + tax - discount, lines = goods', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const lines = Array.from({ length: (seed % 5) + 1 }, (_, index) =>
        line({
          variantId: asId<VariantId>(`v${index}`),
          quantity: ((seed * 7 + index) % 5) + 1,
          prices: { EUR: (seed * 7919 + index * 131) % 20_000 },
          taxClass: (seed + index) % 2 ? 'standard' : 'reduced',
        }),
      );
      const country = (['DE', 'AT', 'CH', 'GB'] as const)[seed % 4] ?? 'DE';
      const quote = quoteCart(cart(...lines), { currency: 'EUR', country, terms });
      if (!quote.ok) throw new Error(quote.problem);
      const { goodsMinor, shipping, taxAddedMinor, discountMinor, total, taxContainedMinor } = quote.value;
      expect(total.amountMinor).toBe(goodsMinor + shipping.chosen.priceMinor + taxAddedMinor - discountMinor);
      expect(quote.value.lines.reduce((sum, one) => sum + one.unitMinor * one.quantity, 0)).toBe(goodsMinor);
      expect(taxContainedMinor).toBeGreaterThanOrEqual(0);
      expect(taxContainedMinor).toBeLessThan(total.amountMinor || 1);
    }
  });
});

it('requote changes the sending and nothing else', () => {
  const quote = quoteCart(cart(line()), { currency: 'USD', country: 'US', terms });
  if (!quote.ok) throw new Error(quote.problem);
  const express = requote(quote.value, { country: 'US', shippingOptionId: 'express' }, terms);
  expect(express).toMatchObject({ ok: true, value: { goodsMinor: 2690, total: money(2690 + 1990, 'USD') } });
  expect(requote(quote.value, { country: 'DE' }, terms)).toMatchObject({ problem: 'not_delivered_there' });
});

it.each([
  [119, 190, 19],
  [107, 70, 7],
  [100, 190, 16],
  [3, 190, 0],
  [4, 190, 1],
  [-119, 190, -19],
  [100, 0, 0],
])('the tax in %i at %i per mille is %i', (gross, rate, tax) => {
  expect(containedTaxMinor(gross, rate)).toBe(tax);
});

it('knows no VAT outside the EU', () => {
  expect(taxRatePerMille(terms, 'GB', 'standard')).toBe(0);
  expect(taxRatePerMille(terms, 'AT', 'reduced')).toBe(100);
});
