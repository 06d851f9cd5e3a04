import { describe, expect, it } from 'vitest';
import type { CartLine } from '@/lib/domain/cart/cart';
import { USUAL_TERMS } from '@/lib/domain/cart/terms';
import { asId } from '@/lib/domain/ids';
import { marketOf } from '@/lib/domain/market';
import { cartView } from './cart-view';

const german = marketOf('de');

function line(facts: Partial<CartLine>): CartLine {
  return {
    variantId: asId('var_1'),
    quantity: 2,
    sku: 'A',
    productSlug: 'moon',
    collections: [],
    title: { de: 'Mond', en: 'Moon' },
    variantTitle: { de: 'A4', en: 'A4' },
    prices: { EUR: 2400, USD: 2600 },
    available: 5,
    status: 'active',
    taxClass: 'standard',
    image: null,
    ...facts,
  };
}
const view = (facts: Partial<CartLine>, market = german) =>
  cartView({ id: asId('cart_1'), version: 1, lines: [line(facts)] }, market, USUAL_TERMS);

describe('cartView', () => {
  it('prices a line and the whole cart', () => {
    const { lines, quote } = view({});
    expect(lines[0]).toMatchObject({ title: 'Mond', choice: 'A4', problem: null });
    expect(lines[0]?.total).toMatch(/^48,00\s€$/);
    expect(quote?.total).toEqual({ amountMinor: 4800 + 490, currency: 'EUR' });
  });

  it('offers what is left, and no total before it was taken', () => {
    const { lines, quote } = view({ available: 1 });
    expect(lines[0]?.problem).toEqual({ text: 'Nur noch 1 da.', take: 1 });
    expect(quote).toBeNull();
  });

  it.each([
    ['sold out', { available: 0 }, /ausverkauft/],
    ['archived', { status: 'archived' as const }, /nicht mehr verkauft/],
    ['without a price here', { prices: { USD: 2600 } }, /keinen Preis in Euro/],
  ])('says what to do about a line that is %s', (_, facts, text) => {
    const { lines, quote } = view(facts);
    expect(lines[0]?.problem?.text).toMatch(text);
    expect(lines[0]?.problem?.take).toBeNull();
    expect(quote).toBeNull();
  });

  it('counts in the dollars of an American market', () => {
    expect(view({}, marketOf('en-US')).quote?.total).toEqual({ amountMinor: 5200 + 590, currency: 'USD' });
  });
});
