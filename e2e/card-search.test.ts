import { expect, it } from 'vitest';
import { findCardNumbers } from './card-search';

const VISA = ['4242', '4242', '4242', '4242'];
const find = (text: string) => findCardNumbers('text', text, new Set()).length;

it('finds a card number as it stands, in groups, in a form and glued to letters', () => {
  for (const text of [VISA.join(''), VISA.join(' '), `card%5Bnumber%5D=${VISA.join('+')}`, `pan${VISA.join('')}x`])
    expect(find(text), text).toBeGreaterThan(0);
});

it('takes no hash for one, though a run of its digits would pass', () => {
  const inside = VISA.join('');
  expect(find(`sha256=ab${inside}cdef0123456789abcdef0123456789abcdef0123456789ab`)).toBe(0);
  expect(find(`sha256=ab${inside}, ${inside}`)).toBeGreaterThan(0);
});
