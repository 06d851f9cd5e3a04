import type { LocalizedText } from '../market';
import type { CurrencyCode } from '../money';
import { type CountryCode, countriesOf } from './address';
import type { SellingTerms } from './terms';

export type ShippingOption = {
  id: string;
  title: LocalizedText;
  /** Working days from handing over, both ends included. */
  days: { from: number; to: number };
  priceMinor: number;
  currency: CurrencyCode;
};

type Parcel = { country: CountryCode; currency: CurrencyCode; goodsMinor: number; weightGrams?: number | undefined };

/**
 * The ways to send goods worth `goodsMinor` to a country, cheapest first; empty where the shop does not deliver in this currency,
 * or nothing so heavy.
 */
export function shippingOptionsFor(terms: Pick<SellingTerms, 'zones'>, parcel: Parcel): ShippingOption[] {
  const { country, currency, goodsMinor, weightGrams = 0 } = parcel;
  if (!countriesOf(currency).includes(country)) return [];
  const zone = terms.zones.find(({ countries }) => countries.includes(country));
  const rates = zone?.rates.filter(({ upToGrams }) => upToGrams === null || weightGrams <= upToGrams) ?? [];
  return rates
    .map(({ id, title, days, priceMinor, freeFromMinor }) => ({
      id,
      title,
      days,
      currency,
      priceMinor: freeFromMinor !== null && goodsMinor >= freeFromMinor ? 0 : priceMinor,
    }))
    .sort((one, other) => one.priceMinor - other.priceMinor);
}
