import { describe, expect, it } from 'vitest';
import { priceEditSchema, stockEditSchema } from './edits';

const prices = (EUR: string, USD = '') =>
  priceEditSchema.safeParse({ productId: 'p1', variantId: 'v1', seenVersion: '3', EUR, USD });
const stock = (difference: string) =>
  stockEditSchema.safeParse({ variantId: 'v1', editId: 'a'.repeat(22), difference, reason: 'count' });

describe('a price as it is typed', () => {
  it.each([
    ['24,90', 2490],
    ['24.9', 2490],
    [' 24 ', 2400],
    ['0,01', 1],
    ['999999,99', 99_999_999],
  ])('%s', (text, minor) => {
    const read = prices(text);
    expect(read.success ? read.data.EUR : null).toBe(minor);
  });

  it.each(['-1', '0', '0,00', '1.234,50', '1e3', 'NaN', '24,905', '١٢', '1000000', '99999999', '', '9'.repeat(30)])(
    'refuses "%s"',
    (text) => {
      expect(prices(text).success).toBe(false);
    },
  );

  it('wants nothing more than it asks for', () => {
    const form = { productId: 'p1', variantId: 'v1', seenVersion: '3', EUR: '1', USD: '1' };
    expect(priceEditSchema.safeParse({ ...form, status: 'active' }).success).toBe(false);
    expect(priceEditSchema.safeParse({ ...form, seenVersion: '-1' }).success).toBe(false);
    expect(priceEditSchema.safeParse({ ...form, variantId: "v1' or 1=1" }).success).toBe(false);
  });
});

describe('a difference as it is typed', () => {
  it.each([
    ['+12', 12],
    ['12', 12],
    ['-3', -3],
    ['−3', -3],
  ])('%s', (text, pieces) => {
    expect(stock(text)).toMatchObject({ success: true, data: { difference: pieces } });
  });

  it.each(['', '0', '-0', '1.5', '1e9', '--1', '9999999', 'Infinity'])('refuses "%s"', (text) => {
    expect(stock(text).success).toBe(false);
  });
});

it.each([
  ['JPY', '3900', 3900],
  ['JPY', '39.5', null],
  ['KWD', '5.12', 5120],
  ['KWD', '5,124', null],
  ['MGA', '5000', 5000],
  ['MGA', '5000.50', null],
  ['ISK', '99999999', null],
])('a price in %s typed as %s is %s', (currency, text, minor) => {
  const edit = { productId: 'p', variantId: 'v', seenVersion: '1', [currency]: text };
  const parsed = priceEditSchema.safeParse(edit);
  expect(parsed.success ? parsed.data : null).toEqual(
    minor === null ? null : { ...edit, seenVersion: 1, [currency]: minor },
  );
});
