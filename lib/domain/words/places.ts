import type { CountryCode } from '../cart/address';
import type { PageMarket } from '../market';

/** "Deutschland", "United States": the browser's and the server's own word for a country. */
export function countryName(country: CountryCode, market: PageMarket): string {
  return new Intl.DisplayNames([market.intlLocale], { type: 'region' }).of(country) ?? country;
}

/** Where a market's shoppers mostly live: what is chosen before anybody chose. */
export function homeCountry(market: PageMarket): CountryCode {
  return market.currency === 'USD' ? 'US' : 'DE';
}
