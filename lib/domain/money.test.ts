import { expect, it } from 'vitest';
import { formatMoney, fromDecimalText, money, sameMoney, toDecimalText } from './money';

it.each([
  [1999, '19.99'],
  [5, '0.05'],
  [0, '0.00'],
  [-250, '-2.50'],
  [99_999_999, '999999.99'],
])('writes %i minor units as %s and back', (amountMinor, text) => {
  expect(toDecimalText(money(amountMinor, 'USD'))).toBe(text);
  if (amountMinor >= 0) expect(fromDecimalText(text, 'USD')).toEqual(money(amountMinor, 'USD'));
});

it('reads every amount of a million back from its text', () => {
  for (let minor = 0; minor < 1_000_000; minor += 997)
    expect(fromDecimalText(toDecimalText(money(minor, 'EUR')), 'EUR')?.amountMinor).toBe(minor);
});

it.each(['', '-1', '1e3', '19.999', '1.', '.5', ' 1', '1,50', '999999999', 'NaN', '٣'])('refuses %j', (text) => {
  expect(fromDecimalText(text, 'USD')).toBeNull();
});

it('takes trailing zeros for what they are', () => {
  expect(fromDecimalText('24.5', 'USD')).toEqual(money(2450, 'USD'));
  expect(fromDecimalText('24.5000', 'USD')).toEqual(money(2450, 'USD'));
});

it('writes for people in their way', () => {
  expect(formatMoney(money(2490, 'EUR'), 'de-DE').replace(/\u00a0/g, ' ')).toBe('24,90 €');
  expect(formatMoney(money(2690, 'USD'), 'en-US')).toBe('$26.90');
});

it('never takes another currency for the same money', () => {
  expect(sameMoney(money(100, 'EUR'), money(100, 'USD'))).toBe(false);
});
