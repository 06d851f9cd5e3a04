import { z } from 'zod';
import { type CurrencyCode as Code, CURRENCIES, CURRENCY_FACTS } from './currencies';

export type CurrencyCode = Code;
export const currencySchema = z.enum(CURRENCIES);

/** A price or a total. `amountMinor` counts the currency's smallest unit: 1999 is $19.99 in USD and ¥1,999 in JPY. */
export type Money = { amountMinor: number; currency: CurrencyCode };

export function money(amountMinor: number, currency: CurrencyCode): Money {
  return { amountMinor, currency };
}

export function sameMoney(a: Money, b: Money): boolean {
  return a.amountMinor === b.amountMinor && a.currency === b.currency;
}

/** Number of decimals that people write: 2 for EUR, none for JPY, 3 for KWD. */
export function minorDigits(currency: CurrencyCode): number {
  return CURRENCY_FACTS[currency].digits;
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
  const digits = minorDigits(currency);
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(intlLocale, { style: 'currency', currency, ...decimals });
  return format.format(amountMinor / 10 ** digits);
}
