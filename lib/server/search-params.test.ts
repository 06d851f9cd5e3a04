import { describe, expect, it } from 'vitest';
import { readSearch } from './search-params';

describe('readSearch', () => {
  it('reads words, collection and page', () => {
    expect(readSearch({ q: ' moon ', collection: 'art-prints', page: '3' })).toEqual({
      words: 'moon',
      collection: 'art-prints',
      page: 3,
    });
  });

  it.each([
    ['nothing at all', {}],
    ['doubled parameters', { q: ['a', 'b'], page: ['1', '2'], collection: ['x', 'y'] }],
    ['nonsense', { q: 'x'.repeat(101), page: '-1', collection: "'; drop table" }],
    ['a fraction and infinity', { page: '1e999' }],
  ])('falls back on %s', (_, params) => {
    expect(readSearch(params)).toEqual({ words: '', collection: undefined, page: 1 });
  });

  it('keeps characters that no database text can hold out', () => {
    expect(readSearch({ q: 'a\u0000b\ud800c' }).words).toBe('a b c');
  });
});
