import { expect, test } from 'vitest';
import { lowestBefore, type PricePoint, priceDrop, reductionOf } from './lowest-price';

const day = (days: number, amountMinor: number): PricePoint => ({
  amountMinor,
  since: new Date(Date.UTC(2026, 0, 1) + days * 86_400_000),
});

test.each<[string, PricePoint[], number | null]>([
  ['nothing known', [], null],
  ['the first price', [day(0, 2490)], null],
  ['one change', [day(0, 2490), day(10, 1990)], 2490],
  ['a dip within 30 days', [day(0, 2490), day(10, 1790), day(12, 2490), day(20, 1990)], 1790],
  ['a dip that ended 30 days before', [day(0, 1790), day(10, 2490), day(40, 1990)], 2490],
  ['a dip that ended a day later', [day(0, 1790), day(11, 2490), day(40, 1990)], 1790],
  ['a price that stood for years', [day(0, 2490), day(900, 1990)], 2490],
])('the lowest price before: %s', (_name, history, lowest) => {
  expect(lowestBefore(history)).toBe(lowest);
});

test.each<[string, PricePoint[], number, ReturnType<typeof priceDrop>]>([
  ['fell', [day(0, 2490), day(10, 1990)], 2490, { nowMinor: 1990, lowestMinor: 2490 }],
  ['is what she saw', [day(0, 2490), day(10, 1990)], 1990, null],
  ['rose and came back', [day(0, 1990), day(10, 2490), day(12, 1990)], 2490, null],
  ['rose and fell further', [day(0, 1990), day(10, 2490), day(12, 1890)], 2490, { nowMinor: 1890, lowestMinor: 1990 }],
  ['rose', [day(0, 1990), day(10, 2490)], 1990, null],
])('a price that %s', (_name, history, seen, drop) => {
  expect(priceDrop(history, seen)).toEqual(drop);
});

test('a reduction is counted from the lowest price, and a price that did not fall is none', () => {
  expect(reductionOf(1990, 2490)).toEqual({ beforeMinor: 2490, percent: 20 });
  expect(reductionOf(2490, 2490)).toBeNull();
  expect(reductionOf(2490, 1990)).toBeNull();
  expect(reductionOf(2490, null)).toBeNull();
  expect(reductionOf(9990, 9999)).toBeNull();
});
