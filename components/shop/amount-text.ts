import { CURRENCY_FACTS } from '@/lib/domain/currencies';
import type { LocalizedText, PageMarket } from '@/lib/domain/market';
import { type PageLanguage, writtenLanguage } from '@/lib/domain/page-language';

/**
 * "24,90 €". As `formatMoney` of the domain, for what also runs in the browser: the domain's files bring their schemas
 * with them, and those are heavier than the whole checkout.
 */
export function amountText(amountMinor: number, { currency, intlLocale }: Pick<PageMarket, 'currency' | 'intlLocale'>) {
  const { digits } = CURRENCY_FACTS[currency];
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(intlLocale, { style: 'currency', currency, ...decimals });
  return format.format(amountMinor / 10 ** digits);
}

/** As `textIn` of the domain, for the same reason. */
export function wordsIn(text: LocalizedText, language: PageLanguage): string {
  const written = writtenLanguage(language);
  return text[written] || text[written === 'de' ? 'en' : 'de'];
}
