import { describe, expect, it } from 'vitest';
import { readSearch } from './search-params';

const nothing = {
  words: '',
  collection: undefined,
  minMinor: undefined,
  maxMinor: undefined,
  inStock: false,
  options: [],
  sort: 'best',
  after: undefined,
};

describe('readSearch', () => {
  it('reads words, collection, filters, order and the place to go on', () => {
    const asked = {
      q: ' moon ',
      collection: 'art-prints',
      min: '9,90',
      max: '50',
      stock: 'in',
      option: ['size:a3', 'paper:cotton', 'size:50x70'],
      sort: 'price-down',
      after: 'tide-moon',
    };
    expect(readSearch(asked, 'EUR')).toEqual({
      words: 'moon',
      collection: 'art-prints',
      minMinor: 990,
      maxMinor: 5000,
      inStock: true,
      options: [
        { key: 'size', values: ['a3', '50x70'] },
        { key: 'paper', values: ['cotton'] },
      ],
      sort: 'price-down',
      after: 'tide-moon',
    });
  });

  it('counts a price in the currency she shops in', () => {
    expect(readSearch({ min: '900' }, 'JPY').minMinor).toBe(900);
    expect(readSearch({ min: '9.5' }, 'JPY').minMinor).toBeUndefined();
  });

  it.each([
    ['nothing at all', {}],
    ['doubled parameters', { q: ['a', 'b'], collection: ['x', 'y'], after: ['x', 'y'], sort: ['price', 'price'] }],
    ['nonsense', { q: 'x'.repeat(101), collection: "'; drop table", after: '../x', sort: 'name', stock: 'all' }],
    ['prices that are none', { min: '-1', max: '1e9' }],
    ['a price beyond any', { min: '99999999' }],
    ['options that are none', { option: ['size', 'size:', ':a3', 'a:b:c', 'size:../..', '<b>:a'] }],
  ])('falls back on %s', (_, params) => {
    expect(readSearch(params, 'EUR')).toEqual(nothing);
  });

  it('takes no more options than anybody ticks', () => {
    const option = Array.from({ length: 500 }, (_, index) => `size:a${index}`);
    expect(readSearch({ option }, 'EUR').options[0]?.values).toHaveLength(20);
  });

  it('keeps characters that no database text can hold out', () => {
    expect(readSearch({ q: 'a\u0000b\ud800c' }, 'EUR').words).toBe('a b c');
  });
});
