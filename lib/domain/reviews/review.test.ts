import { describe, expect, it } from 'vitest';
import { averageOf, reviewFormSchema } from './review';

describe('a review', () => {
  it.each([
    [
      { stars: '5', text: '  Sehr schön ' },
      { stars: 5, text: 'Sehr schön' },
    ],
    [
      { stars: '1', text: '' },
      { stars: 1, text: '' },
    ],
    [{ stars: '0', text: 'x' }, null],
    [{ stars: '6', text: 'x' }, null],
    [{ stars: '4.5', text: 'x' }, null],
    [{ stars: '', text: 'x' }, null],
    [{ stars: '3', text: 'x'.repeat(501) }, null],
    [{ stars: '3', text: 'a\u0007b' }, null],
  ])('is read from %j', (typed, read) => {
    const parsed = reviewFormSchema.safeParse(typed);
    expect(parsed.success ? parsed.data : null).toEqual(read);
  });

  it.each([
    [{ sum: 0, count: 0 }, null],
    [{ sum: 5, count: 1 }, 5],
    [{ sum: 9, count: 2 }, 4.5],
    [{ sum: 14, count: 3 }, 4.7],
  ])('averages %j to %s', (rating, average) => {
    expect(averageOf(rating)).toBe(average);
  });
});
