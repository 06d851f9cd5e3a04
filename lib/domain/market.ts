import { z } from 'zod';
import type { CurrencyCode } from './money';
import { type PageLanguage, writtenLanguage } from './page-language';

/**
 * Which shop a person stands in: its language, its currency and how Intl writes. The id is the internal `[locale]`
 * segment of the shopper's addresses. Prices are the merchant's own in each currency, never converted.
 */
export const MARKETS = {
  de: { language: 'de', currency: 'EUR', intlLocale: 'de-DE' },
  en: { language: 'en', currency: 'EUR', intlLocale: 'en-IE' },
  'en-US': { language: 'en', currency: 'USD', intlLocale: 'en-US' },
  // Latin digits: card, post code and order number beside the prices are written with them too.
  ar: { language: 'ar', currency: 'EUR', intlLocale: 'ar-u-nu-latn' },
} as const satisfies Record<string, { language: PageLanguage; currency: CurrencyCode; intlLocale: string }>;

export type MarketId = keyof typeof MARKETS;

/** What the merchant writes in, and what the bot, mails and papers speak. */
export const LANGUAGES = ['de', 'en'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

/** A market as messages, mails and papers speak for it. */
export type Market = { id: MarketId; language: Language; currency: CurrencyCode; intlLocale: string };
/** A market as its pages speak. */
export type PageMarket = Omit<Market, 'language'> & { language: PageLanguage };

export const MARKET_IDS = ['de', 'en', 'en-US', 'ar'] as const satisfies readonly MarketId[];
export const marketIdSchema = z.enum(MARKET_IDS);

/** What she agreed to pay: whole minor units, at most eight digits, in a currency that some market sells in. */
export const agreedTotalSchema = z.strictObject({
  amountMinor: z.int().min(0).max(99_999_999),
  currency: z.enum(MARKET_IDS.map((id): CurrencyCode => MARKETS[id].currency)),
});

/** The market for whatever the merchant or the machine writes: where nobody writes its language, English does. */
export function marketOf(id: MarketId): Market {
  const { language, currency, intlLocale } = MARKETS[id];
  if (language === 'ar') return { id, language: 'en', currency, intlLocale: MARKETS.en.intlLocale };
  return { id, language, currency, intlLocale };
}

export function pageMarketOf(id: MarketId): PageMarket {
  return { id, ...MARKETS[id] };
}

/** The market for a BCP 47 or Messenger locale ("de_DE", "en-US", "fr"): German, Arabic, American English, else English in euro. */
export function marketForLocale(locale: string | null | undefined): MarketId {
  const [language, region] = (locale ?? '').replace('_', '-').split('-');
  if (language?.toLowerCase() === 'de') return 'de';
  if (language?.toLowerCase() === 'ar') return 'ar';
  if (language?.toLowerCase() === 'en' && region?.toUpperCase() === 'US') return 'en-US';
  return 'en';
}

/** The market that an Accept-Language header asks for: its best weighted entry that some market speaks. */
export function marketForAcceptLanguage(header: string | null | undefined): MarketId {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = Number(
        parameters
          .find((p) => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag, weight: Number.isFinite(weight) ? weight : 0, position };
    })
    .filter((wish) => wish.weight > 0 && /^(de|en|ar)\b/i.test(wish.tag))
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  return marketForLocale(wishes[0]?.tag);
}

/** A text in both languages; either may stand in for the other where a merchant left one empty. */
export const localizedTextSchema = z.strictObject({ de: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

export function textIn(text: LocalizedText, language: PageLanguage): string {
  const written = writtenLanguage(language);
  return text[written] || text[written === 'de' ? 'en' : 'de'];
}
