/** What the shopper's pages speak. The merchant writes in the first two; apart from `market.ts`, which brings its schemas along. */
export type PageLanguage = 'de' | 'en' | 'ar';

/** The language that stands in where nothing is written in hers: between Arabic words a product keeps its English name. */
export function writtenLanguage(language: PageLanguage): 'de' | 'en' {
  return language === 'de' ? 'de' : 'en';
}

export function directionOf(language: PageLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
