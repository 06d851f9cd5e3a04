import type { TaxClass } from '../catalogue/product';
import type { CountryCode } from './address';

/**
 * VAT in tenths of a percent. EU prices contain it; deliveries to Switzerland, Britain and the United States are
 * exports without it, and the price stays what the page showed.
 */
const RATES_PER_MILLE: Partial<Record<CountryCode, Record<TaxClass, number>>> = {
  DE: { standard: 190, reduced: 70 },
  AT: { standard: 200, reduced: 100 },
};

export function taxRatePerMille(country: CountryCode, taxClass: TaxClass): number {
  return RATES_PER_MILLE[country]?.[taxClass] ?? 0;
}

/** The tax contained in a gross amount, rounded half away from zero, in minor units. */
export function containedTaxMinor(grossMinor: number, ratePerMille: number): number {
  const numerator = grossMinor * ratePerMille;
  const denominator = 1000 + ratePerMille;
  return Math.sign(numerator) * Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
}
