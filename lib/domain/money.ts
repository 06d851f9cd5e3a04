import { z } from 'zod';

export const CURRENCIES = ['EUR', 'USD'] as const;
export type CurrencyCode = (typeof CURRENCIES)[number];
export const currencySchema = z.enum(CURRENCIES);

/** A price or a total. `amountMinor` counts the currency's smallest unit: 1999 is $19.99 in USD. */
export type Money = { amountMinor: number; currency: CurrencyCode };

/** Money at a border: a whole number of minor units, at most eight digits (what Stripe takes for most currencies). */
export const moneySchema = z.strictObject({
  amountMinor: z.int().min(0).max(99_999_999),
  currency: currencySchema,
});

export function money(amountMinor: number, currency: CurrencyCode): Money {
  return { amountMinor, currency };
}

export function sameMoney(a: Money, b: Money): boolean {
  return a.amountMinor === b.amountMinor && a.currency === b.currency;
}

/** Number of decimals that people write: 2 for EUR and USD. Stripe's own exceptions are in its adapter. */
export function minorDigits(currency: CurrencyCode): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** "19.99" for 1999 USD: the decimal text that Messenger's wire wants. Exact, no floating point. */
export function toDecimalText({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** 1999 for "19.99"; null when the text is no exact amount of the currency ("19.999", "1e3", "-1", ""). */
export function fromDecimalText(text: string, currency: CurrencyCode): Money | null {
  const digits = minorDigits(currency);
  const match = /^(\d{1,8})(?:\.(\d{1,8}))?$/.exec(text);
  if (!match) return null;
  const fraction = (match[2] ?? '').padEnd(digits, '0');
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) return null;
  return { amountMinor: Number(`${match[1]}${fraction.slice(0, digits)}`), currency };
}

/** What people read: "24,90 €", "$24.90". */
export function formatMoney({ amountMinor, currency }: Money, intlLocale: string): string {
  const value = amountMinor / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(intlLocale, { style: 'currency', currency }).format(value);
}
