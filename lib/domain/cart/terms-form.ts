import { z } from 'zod';
import { type CurrencyCode, fromDecimalText } from '../money';
import { COUNTRIES, type CountryCode, countriesOf } from './address';
import type { ShippingRate, ShippingZone, TaxRates } from './terms';

/** A zone as a merchant types it: what has no id yet is new. */
export type ZoneDraft = ShippingZone;

/** How many ways of sending the form of a zone has room for. */
export const RATES_SHOWN = 4;
const RATE_INDEXES = Array.from({ length: RATES_SHOWN }, (_, index) => index);

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), { message: 'unprintable' })
    .default('');

const RATE_FIELDS = Object.fromEntries(
  RATE_INDEXES.flatMap((index) => [
    [
      `id${index}`,
      z
        .string()
        .regex(/^[\w-]{0,40}$/)
        .default(''),
    ],
    ...['titleDe', 'titleEn', 'price', 'freeFrom', 'upToKg', 'daysFrom', 'daysTo'].map(
      (name) => [`${name}${index}`, line(80)] as const,
    ),
  ]),
);
const COUNTRY_FIELDS = Object.fromEntries(COUNTRIES.map((code) => [`country${code}`, z.literal('on').optional()]));

/** The currency that prices are in where something is sent to; null for countries of several. */
export function currencyOfZone(countries: readonly CountryCode[]): CurrencyCode | null {
  const currencies: CurrencyCode[] = ['EUR', 'USD'];
  return currencies.find((currency) => countries.every((code) => countriesOf(currency).includes(code))) ?? null;
}

/**
 * How some countries are sent to, as the settings page posts it; rows without a name and price are left out. Problems by field:
 * "name", "countries" (none, or of two currencies), "price0", "freeFrom0", "upToKg0", "daysTo0", "titleDe0" for a way without a name.
 */
export const zoneFormSchema = z
  .strictObject({ zoneId: z.string().regex(/^[\w-]{0,64}$/), name: line(60), ...COUNTRY_FIELDS, ...RATE_FIELDS })
  .transform((form, context): ZoneDraft => {
    const typed = new Map(Object.entries(form).map(([name, value]) => [name, String(value ?? '')]));
    const wrong = (field: string) => context.addIssue({ code: 'custom', path: [field], message: field });
    const countries = COUNTRIES.filter((code) => typed.get(`country${code}`) === 'on');
    const currency = currencyOfZone(countries);
    const [id = '', name = ''] = [typed.get('zoneId'), typed.get('name')];
    if (name === '') wrong('name');
    if (countries.length === 0 || !currency) wrong('countries');
    const rates = RATE_INDEXES.flatMap((index) => {
      const field = (name: string) => typed.get(`${name}${index}`) ?? '';
      const rate = rateOf(field, currency ?? 'EUR', (name) => wrong(`${name}${index}`));
      return rate ? [rate] : [];
    });
    if (rates.length === 0) wrong('titleDe0');
    return { id, name, countries, rates };
  });

function rateOf(
  field: (name: string) => string,
  currency: CurrencyCode,
  wrong: (name: string) => void,
): ShippingRate | null {
  const title = { de: field('titleDe'), en: field('titleEn') };
  const isNamed = title.de !== '' || title.en !== '';
  if (!isNamed && field('price') === '') return null;
  if (!isNamed) wrong('titleDe');
  const amount = (name: string) => {
    const text = field(name).replace(',', '.');
    const read = text === '' ? null : fromDecimalText(text, currency);
    if (text !== '' && (!read || read.amountMinor > 9_999_999)) wrong(name);
    return read?.amountMinor ?? null;
  };
  const price = amount('price');
  if (price === null) wrong('price');
  const [from, to] = [wholeDays(field('daysFrom')), wholeDays(field('daysTo'))];
  if (from === null || to === null || to < from) wrong('daysTo');
  const kilograms = field('upToKg').replace(',', '.');
  const grams = kilograms === '' ? null : Math.round(Number(kilograms) * 1000);
  if (grams !== null && !(grams >= 1 && grams <= 10_000_000)) wrong('upToKg');
  return {
    id: field('id'),
    title,
    days: { from: from ?? 0, to: to ?? 0 },
    priceMinor: price ?? 0,
    freeFromMinor: amount('freeFrom'),
    upToGrams: grams,
  };
}

function wholeDays(text: string): number | null {
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}

/** Which zone is sent to no more. */
export const zoneRemovalSchema = z.strictObject({ zoneId: z.string().regex(/^[\w-]{1,64}$/) });

const percent = z
  .string()
  .trim()
  .max(6)
  .transform((text, context) => {
    if (text === '') return 0;
    const perMille = Math.round(Number(text.replace(',', '.')) * 10);
    if (/^\d{1,2}(?:[.,]\d)?$/.test(text) && perMille <= 500) return perMille;
    context.addIssue({ code: 'custom', message: 'percent' });
    return z.NEVER;
  });
const TAX_FIELDS = Object.fromEntries(
  COUNTRIES.flatMap((code) => [`standard${code}`, `reduced${code}`]).map((name) => [name, percent.optional()]),
);

/** VAT by country and class, in percent as people write it ("19", "5,5"); empty is none. Problems name the field. */
export const taxFormSchema = z.strictObject(TAX_FIELDS).transform((form): TaxRates => {
  const typed = new Map(Object.entries(form));
  const rates: TaxRates = {};
  for (const code of COUNTRIES) {
    const [standard, reduced] = [typed.get(`standard${code}`) ?? 0, typed.get(`reduced${code}`) ?? 0];
    if (standard > 0 || reduced > 0) rates[code] = { standard, reduced };
  }
  return rates;
});
