import type { LocalizedText } from '../market';
import type { CurrencyCode } from '../money';
import { type CountryCode, countriesOf } from './address';

export type ShippingOption = {
  id: string;
  title: LocalizedText;
  /** Working days from handing over, both ends included. */
  days: { from: number; to: number };
  priceMinor: number;
  currency: CurrencyCode;
};

type Rate = Omit<ShippingOption, 'currency' | 'priceMinor'> & { priceMinor: number; freeFromMinor: number | null };

const standard = { de: 'Standardversand', en: 'Standard delivery' };
const express = { de: 'Expressversand', en: 'Express delivery' };

const RATES: Record<CountryCode, Rate[]> = {
  DE: [
    { id: 'standard', title: standard, days: { from: 2, to: 3 }, priceMinor: 490, freeFromMinor: 6000 },
    { id: 'express', title: express, days: { from: 1, to: 1 }, priceMinor: 990, freeFromMinor: null },
  ],
  AT: [{ id: 'standard', title: standard, days: { from: 3, to: 5 }, priceMinor: 890, freeFromMinor: 9000 }],
  CH: [{ id: 'standard', title: standard, days: { from: 4, to: 7 }, priceMinor: 1490, freeFromMinor: null }],
  GB: [{ id: 'standard', title: standard, days: { from: 4, to: 8 }, priceMinor: 1290, freeFromMinor: null }],
  US: [
    { id: 'standard', title: standard, days: { from: 5, to: 8 }, priceMinor: 590, freeFromMinor: 8000 },
    { id: 'express', title: express, days: { from: 2, to: 3 }, priceMinor: 1990, freeFromMinor: null },
  ],
};

/** The ways to send goods worth `goodsMinor` to a country, cheapest first; empty where the shop does not deliver in this currency. */
export function shippingOptionsFor(country: CountryCode, currency: CurrencyCode, goodsMinor: number): ShippingOption[] {
  if (!countriesOf(currency).includes(country)) return [];
  return RATES[country].map(({ freeFromMinor, priceMinor, ...rate }) => ({
    ...rate,
    currency,
    priceMinor: freeFromMinor !== null && goodsMinor >= freeFromMinor ? 0 : priceMinor,
  }));
}
