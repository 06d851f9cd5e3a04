import { MARKET_IDS, marketOf } from '@/lib/domain/market';
import type { Buyer, Paper } from '@/lib/domain/papers/invoice';
import type { PaperWords } from '@/lib/domain/words/papers';
import type { Sheet } from './sheet';

/** What every part of a paper needs: the sheet, the words of its language, and how it writes money and days. */
export type Setting = {
  sheet: Sheet;
  facts: Paper;
  buyer: Buyer;
  words: PaperWords;
  /** An amount of this paper: a correction takes away. */
  say: (amountMinor: number) => string;
  /** A day, or a span of days. */
  days: (from: string, to?: string) => string;
};

/** The market whose ways of writing a paper has, for names of countries. */
export function marketOfPaper({ intlLocale }: Paper) {
  return MARKET_IDS.map(marketOf).find((market) => market.intlLocale === intlLocale) ?? marketOf('en');
}

/** "19 %", "5.5%". */
export function percentIn(intlLocale: string, ratePerMille: number): string {
  const format = new Intl.NumberFormat(intlLocale, { style: 'percent', maximumFractionDigits: 1 });
  return format.format(ratePerMille / 1000);
}
