import { expect, it } from 'vitest';
import { mergedQuantity } from './merge';

it.each([
  { present: 0, added: 2, available: 10, expected: 2 },
  { present: 1, added: 2, available: 10, expected: 3 },
  { present: 3, added: 4, available: 5, expected: 5 },
  { present: 60, added: 60, available: 500, expected: 99 },
  { present: 0, added: 2, available: 0, expected: 0 },
  { present: 4, added: 1, available: 2, expected: 4 },
])('$present of hers and $added of the guest, $available in stock, make $expected', ({ expected, ...line }) => {
  expect(mergedQuantity(line)).toBe(expected);
});
