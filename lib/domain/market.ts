import { z } from 'zod';
import type { CurrencyCode } from './money';

/**
 * Which shop a person stands in: its language, its currency and how Intl writes. The id is the internal `[locale]`
 * segment of the shopper's addresses. Prices are the merchant's own in each currency, never converted.
 */
export const MARKETS = {
  de: { language: 'de', currency: 'EUR', intlLocale: 'de-DE' },
  en: { language: 'en', currency: 'EUR', intlLocale: 'en-IE' },
  'en-US': { language: 'en', currency: 'USD', intlLocale: 'en-US' },
} as const satisfies Record<string, { language: 'de' | 'en'; currency: CurrencyCode; intlLocale: string }>;

export type MarketId = keyof typeof MARKETS;
export const LANGUAGES = ['de', 'en'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;
export type Market = { id: MarketId; language: Language; currency: CurrencyCode; intlLocale: string };

export const MARKET_IDS = ['de', 'en', 'en-US'] as const satisfies readonly MarketId[];
export const marketIdSchema = z.enum(MARKET_IDS);

/** What she agreed to pay: whole minor units, at most eight digits, in a currency that some market sells in. */
export const agreedTotalSchema = z.strictObject({
  amountMinor: z.int().min(0).max(99_999_999),
  currency: z.enum(MARKET_IDS.map((id): CurrencyCode => MARKETS[id].currency)),
});

export function marketOf(id: MarketId): Market {
  return { id, ...MARKETS[id] };
}

/** The market for a BCP 47 or Messenger locale ("de_DE", "en-US", "fr"): German, American English, else English in euro. */
export function marketForLocale(locale: string | null | undefined): MarketId {
  const [language, region] = (locale ?? '').replace('_', '-').split('-');
  if (language?.toLowerCase() === 'de') return 'de';
  if (language?.toLowerCase() === 'en' && region?.toUpperCase() === 'US') return 'en-US';
  return 'en';
}

/** The market that an Accept-Language header asks for: its best weighted German or English entry. */
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
    .filter((wish) => wish.weight > 0 && /^(de|en)\b/i.test(wish.tag))
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  return marketForLocale(wishes[0]?.tag);
}

/** A text in both languages; either may stand in for the other where a merchant left one empty. */
export const localizedTextSchema = z.strictObject({ de: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

export function textIn(text: LocalizedText, language: Language): string {
  return text[language] || text[language === 'de' ? 'en' : 'de'];
}
