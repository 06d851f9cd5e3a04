import { z } from 'zod';
import { localizedTextSchema, type PageMarket } from '../market';
import type { CurrencyCode } from '../money';
import { homeCountry } from '../words/places';
import { COUNTRIES, type CountryCode, countriesOf } from './address';

/** A way of sending: `freeFromMinor` of goods makes it free; `upToGrams` is the most it carries; null for no such limit. */
const rateSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/),
  title: localizedTextSchema,
  days: z.strictObject({ from: z.int().min(0).max(90), to: z.int().min(0).max(90) }),
  priceMinor: z.int().min(0).max(9_999_999),
  freeFromMinor: z.int().min(0).max(99_999_999).nullable(),
  upToGrams: z.int().min(1).max(10_000_000).nullable(),
});
export type ShippingRate = z.infer<typeof rateSchema>;

/** Countries that are sent to alike, all of one currency. */
const zoneSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/),
  name: z.string().min(1).max(60),
  countries: z.array(z.enum(COUNTRIES)).min(1),
  rates: z.array(rateSchema).min(1).max(6),
});
export type ShippingZone = z.infer<typeof zoneSchema>;
export const shippingZonesSchema = z.array(zoneSchema).max(COUNTRIES.length);

/** VAT in tenths of a percent, by country and class; a country that is missing is sent to without. */
const taxRateSchema = z.strictObject({ standard: z.int().min(0).max(500), reduced: z.int().min(0).max(500) });
export const taxRatesSchema = z.partialRecord(z.enum(COUNTRIES), taxRateSchema);
export type TaxRates = z.infer<typeof taxRatesSchema>;

/** What the merchant decides about sending and tax: what a quote is made from, beside the catalogue. */
export type SellingTerms = { zones: ShippingZone[]; tax: TaxRates };

const standard = { de: 'Standardversand', en: 'Standard delivery' };
const express = { de: 'Expressversand', en: 'Express delivery' };
const days = (from: number, to: number) => ({ days: { from, to } });
const rate = (id: 'standard' | 'express', priceMinor: number, freeFromMinor: number | null = null) => ({
  id,
  title: id === 'standard' ? standard : express,
  priceMinor,
  freeFromMinor,
  upToGrams: null,
});

/**
 * Before the merchant's first word. EU prices contain VAT; deliveries to Switzerland, Britain and the United States are exports
 * without it, and the price stays what the page showed.
 */
export const USUAL_TERMS: SellingTerms = {
  zones: [
    {
      id: 'de',
      name: 'Deutschland',
      countries: ['DE'],
      rates: [
        { ...rate('standard', 490, 6000), ...days(2, 3) },
        { ...rate('express', 990), ...days(1, 1) },
      ],
    },
    { id: 'at', name: 'Österreich', countries: ['AT'], rates: [{ ...rate('standard', 890, 9000), ...days(3, 5) }] },
    { id: 'ch', name: 'Schweiz', countries: ['CH'], rates: [{ ...rate('standard', 1490), ...days(4, 7) }] },
    { id: 'gb', name: 'Großbritannien', countries: ['GB'], rates: [{ ...rate('standard', 1290), ...days(4, 8) }] },
    {
      id: 'us',
      name: 'USA',
      countries: ['US'],
      rates: [
        { ...rate('standard', 590, 8000), ...days(5, 8) },
        { ...rate('express', 1990), ...days(2, 3) },
      ],
    },
  ],
  tax: { DE: { standard: 190, reduced: 70 }, AT: { standard: 200, reduced: 100 } },
};

/** Where the shop sends to in a currency, in the order of our list. */
export function servedCountries(terms: Pick<SellingTerms, 'zones'>, currency: CurrencyCode): CountryCode[] {
  const served = new Set(terms.zones.flatMap(({ countries }) => countries));
  return countriesOf(currency).filter((country) => served.has(country));
}

/** What stands as the country before anybody chose: where a market's shoppers mostly live, if it is sent to. */
export function usualCountry(market: PageMarket, terms: Pick<SellingTerms, 'zones'>): CountryCode {
  const served = servedCountries(terms, market.currency);
  const home = homeCountry(market);
  return served.includes(home) ? home : (served[0] ?? home);
}

export type UsualSending = { country: CountryCode; days: { from: number; to: number } };

/** How a parcel usually reaches a market's shoppers: the first way to the country they mostly live in; null where nothing is sent to. */
export function usualSending(market: PageMarket, terms: Pick<SellingTerms, 'zones'>): UsualSending | null {
  const country = usualCountry(market, terms);
  const rate = terms.zones.find(({ countries }) => countries.includes(country))?.rates[0];
  return rate ? { country, days: rate.days } : null;
}

/** Whether the prices that a market's shoppers see contain VAT. */
export function isTaxed(market: PageMarket, terms: SellingTerms): boolean {
  return (terms.tax[usualCountry(market, terms)]?.standard ?? 0) > 0;
}
