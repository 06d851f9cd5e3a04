import { expect, it } from 'vitest';
import { arabicCount, PIECES } from './count';

it.each([
  [1, 'قطعة واحدة'],
  [2, 'قطعتان'],
  [3, '3 قطع'],
  [10, '10 قطع'],
  [11, '11 قطعة'],
  [100, '100 قطعة'],
  [0, '0 قطعة'],
])('counts %i in the form that goes with it', (count, said) => {
  expect(arabicCount(count, PIECES)).toBe(said);
});
