import type { Language } from '@/lib/domain/market';
import { type CurrencyCode, currencySchema, formatMoney, minorDigits, money, toDecimalText } from '@/lib/domain/money';

/** Where the shop is: the day of "today" and the times of the lists. */
export const SHOP_TIME_ZONE = 'Europe/Berlin';

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-IE' };

export function moneyIn(amountMinor: number, currency: string, language: Language): string {
  const known = currencySchema.safeParse(currency);
  return known.success ? formatMoney(money(amountMinor, known.data), LOCALES[language]) : `${amountMinor} ${currency}`;
}

/** "12,90 €", or "12,90–24,90 €" where there are several; `none` where it is not sold in the currency. */
export function priceRange(
  range: { from: number | null; to: number | null; currency: CurrencyCode },
  language: Language,
  none: string,
): string {
  const { from, to, currency } = range;
  if (from === null || to === null) return none;
  if (from === to) return moneyIn(from, currency, language);
  const digits = minorDigits(currency);
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, ...decimals });
  const unit = 10 ** digits;
  return format.formatRange(from / unit, to / unit);
}

/** A price as it stands in an input: "12,90" in German, "12.90" in English; empty for none. */
export function priceText(amountMinor: number | undefined, currency: CurrencyCode, language: Language): string {
  if (amountMinor === undefined) return '';
  const text = toDecimalText(money(amountMinor, currency));
  return language === 'de' ? text.replace('.', ',') : text;
}

export function timeIn(at: Date, language: Language): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: SHOP_TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}

/** "€", "$", "CHF": as it stands beside an amount. */
export function currencySign(currency: CurrencyCode, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}

/** "Schweizer Franken (CHF)", by name. */
export function currencyName(currency: CurrencyCode, language: Language): string {
  return `${new Intl.DisplayNames([LOCALES[language]], { type: 'currency' }).of(currency) ?? currency} (${currency})`;
}
