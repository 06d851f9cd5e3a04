import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CURRENCIES,
  type CurrencyCode,
  chargeLimits,
  fromChargedAmount,
  isCurrency,
  stepOf,
  toChargedAmount,
} from './currencies';
import { formatMoney, fromDecimalText, money, toDecimalText } from './money';

const anyCurrency = fc.constantFrom(...CURRENCIES);
const anyMoney = anyCurrency.chain((currency) => fc.nat(99_999_999).map((amountMinor) => money(amountMinor, currency)));

describe('every currency', () => {
  it.each(CURRENCIES)('%s is written with all its decimals, whatever Intl thinks of them', (currency) => {
    const written = formatMoney(money(1, currency), 'en-US').replace(/[^\d.]/g, '');
    expect(written).toBe(toDecimalText(money(1, currency)));
  });

  it('reads back each text that it writes', () => {
    fc.assert(
      fc.property(anyMoney, (amount) => {
        expect(fromDecimalText(toDecimalText(amount), amount.currency)).toEqual(amount);
      }),
    );
  });

  it('charges what can be charged and gets the same back, multiples of its step and nothing else', () => {
    fc.assert(
      fc.property(anyMoney, ({ amountMinor, currency }) => {
        const whole = amountMinor - (amountMinor % stepOf(currency));
        const charged = toChargedAmount(whole, currency);
        expect(Number.isSafeInteger(charged)).toBe(true);
        expect(fromChargedAmount(charged, currency)).toBe(whole);
        if (whole !== amountMinor) expect(() => toChargedAmount(amountMinor, currency)).toThrow();
      }),
    );
  });

  it('charges sums as the sum of what it charges', () => {
    fc.assert(
      fc.property(anyCurrency, fc.array(fc.nat(1_000_000), { maxLength: 50 }), (currency, parts) => {
        const steps = parts.map((part) => part * stepOf(currency));
        const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
        expect(toChargedAmount(sum(steps), currency)).toBe(sum(steps.map((part) => toChargedAmount(part, currency))));
      }),
    );
  });

  it.each(CURRENCIES)('%s has limits that can be charged', (currency) => {
    const { least, most } = chargeLimits(currency);
    expect(least).toBeLessThan(most);
    expect(toChargedAmount(most - (most % stepOf(currency)), currency)).toBeLessThanOrEqual(99_999_999);
  });
});

it.each<[CurrencyCode, number, number, string]>([
  ['EUR', 1999, 1999, '19.99'],
  ['JPY', 500, 500, '500'],
  ['KRW', 12_000, 12_000, '12000'],
  ['ISK', 500, 50_000, '500'],
  ['UGX', 7000, 700_000, '7000'],
  ['HUF', 17_550, 17_550, '175.50'],
  ['TWD', 1050, 1050, '10.50'],
  ['MGA', 5000, 5000, '5000'],
  ['COP', 500_000, 500_000, '5000.00'],
  ['KWD', 5120, 5120, '5.120'],
  ['BHD', 10, 10, '0.010'],
  ['TND', 1_000, 1_000, '1.000'],
])('%s: %i of ours are %i of Stripe, written %s', (currency, ours, stripes, text) => {
  expect(toChargedAmount(ours, currency)).toBe(stripes);
  expect(fromChargedAmount(stripes, currency)).toBe(ours);
  expect(toDecimalText(money(ours, currency))).toBe(text);
});

it('never charges 5.124 dinar, and knows no currency of nowhere', () => {
  expect(() => toChargedAmount(5124, 'KWD')).toThrow();
  for (const code of ['XXX', 'eur', '', 'constructor', '__proto__']) expect(isCurrency(code)).toBe(false);
});

it.each<[CurrencyCode, number, string, string]>([
  ['JPY', 1999, 'en-US', '¥1,999'],
  ['KWD', 5120, 'en-US', 'KWD 5.120'],
  ['CHF', 1990, 'de-CH', 'CHF 19.90'],
])('%s: %i is written for people in %s as %s', (currency, minor, locale, text) => {
  expect(formatMoney(money(minor, currency), locale).replace(/\u00a0/g, ' ')).toBe(text);
});
