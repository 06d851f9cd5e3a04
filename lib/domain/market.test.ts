import { expect, it } from 'vitest';
import { marketForAcceptLanguage, marketForLocale, marketOf, pageMarketOf, textIn } from './market';
import { formatMoney, money } from './money';

it.each([
  ['de_DE', 'de'],
  ['de-AT', 'de'],
  ['en_US', 'en-US'],
  ['en-GB', 'en'],
  ['ar_AR', 'ar'],
  ['ar', 'ar'],
  ['fr_FR', 'en'],
  ['', 'en'],
  [null, 'en'],
])('locale %j stands in market %s', (locale, market) => {
  expect(marketForLocale(locale)).toBe(market);
});

it.each([
  ['de-DE,de;q=0.9,en;q=0.8', 'de'],
  ['en-US,en;q=0.9,de;q=0.8', 'en-US'],
  ['fr-FR,fr;q=0.9,de;q=0.8,en;q=0.7', 'de'],
  ['en;q=0.1,de;q=0.9', 'de'],
  ['de;q=0,en-US', 'en-US'],
  ['ar-EG,ar;q=0.9,en;q=0.8', 'ar'],
  ['*', 'en'],
  [';;;,,q=q', 'en'],
  ['x'.repeat(100_000), 'en'],
  [null, 'en'],
])('Accept-Language %j asks for %s', (header, market) => {
  expect(marketForAcceptLanguage(header)).toBe(market);
});

it('lets one language stand in for a missing other', () => {
  expect(textIn({ de: 'Karte', en: '' }, 'en')).toBe('Karte');
  expect(textIn({ de: 'Karte', en: 'Card' }, 'en')).toBe('Card');
});

it('shows Arabic pages, and lets English stand in where the merchant or the machine writes', () => {
  expect(pageMarketOf('ar')).toMatchObject({ language: 'ar', currency: 'EUR' });
  expect(marketOf('ar')).toEqual({ id: 'ar', language: 'en', currency: 'EUR', intlLocale: 'en-IE' });
  expect(textIn({ de: 'Karte', en: 'Card' }, 'ar')).toBe('Card');
  expect(formatMoney(money(123_490, 'EUR'), pageMarketOf('ar').intlLocale)).toMatch(/1,234\.90\s€/);
});
