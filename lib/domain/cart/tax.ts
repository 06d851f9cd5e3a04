import type { TaxClass } from '../catalogue/product';
import type { CountryCode } from './address';
import type { SellingTerms } from './terms';

/** VAT in tenths of a percent, contained in the price; 0 where the merchant names none for the country. */
export function taxRatePerMille(terms: Pick<SellingTerms, 'tax'>, country: CountryCode, taxClass: TaxClass): number {
  return terms.tax[country]?.[taxClass] ?? 0;
}

/** The tax contained in a gross amount, rounded half away from zero, in minor units. */
export function containedTaxMinor(grossMinor: number, ratePerMille: number): number {
  const numerator = grossMinor * ratePerMille;
  const denominator = 1000 + ratePerMille;
  return Math.sign(numerator) * Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
}
