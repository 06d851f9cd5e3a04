import { expect, test } from 'vitest';
import { maskCardNumbers } from './mask-cards';

test.each([
  ['my card is 4242424242424242 ok?', 'my card is ••••••••••••4242 ok?'],
  ['4242 4242 4242 4242', '•••• •••• •••• 4242'],
  ['3782-822463-10005', '••••-••••••-•0005'],
  ['4000.0566.5566.5556', '••••.••••.••••.5556'],
  ['4242 4242 4242\u00a04242', '•••• •••• ••••\u00a04242'],
])('hides a card number: %s', (typed, kept) => {
  expect(maskCardNumbers(typed)).toBe(kept);
});

test('hides a card number with its expiry date right behind it', () => {
  const kept = maskCardNumbers('4242 4242 4242 4242 12 29 123');
  expect(kept).not.toContain('4242 4242');
  expect(kept.replace(/\D/g, '').length).toBeLessThan(13);
});

test.each(['K-1001', 'ruf an: 030 1234567', '0000000000000000', '1785500000350', 'no digits at all'])(
  'leaves alone: %s',
  (typed) => {
    expect(maskCardNumbers(typed)).toBe(typed);
  },
);

test('two thousand digits take no noticeable time', () => {
  const started = performance.now();
  maskCardNumbers('42'.repeat(1000));
  expect(performance.now() - started).toBeLessThan(500);
});
