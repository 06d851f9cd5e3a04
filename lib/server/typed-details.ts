import 'server-only';
import { z } from 'zod';
import { COUNTRIES, type CountryCode } from '@/lib/domain/cart/address';
import { type SellingTerms, servedCountries, usualCountry } from '@/lib/domain/cart/terms';
import type { PageMarket } from '@/lib/domain/market';
import type { Deps } from '@/lib/flows/deps';

const text = z.string().default('').catch('');

// Kept as she typed it, half of it at times: what is missing or was never right is simply empty.
const keptSchema = z.object({
  email: text,
  phone: text,
  address: z
    .object({
      name: text,
      street1: text,
      street2: text,
      postalCode: text,
      city: text,
      region: text,
      country: z.enum(COUNTRIES).optional().catch(undefined),
    })
    .optional(),
});

export type TypedDetails = {
  email: string;
  phone: string;
  name: string;
  street1: string;
  street2: string;
  postalCode: string;
  city: string;
  region: string;
  country: CountryCode;
};

/** What she typed into the checkout before, or asked us to keep, opened for her own page; empty fields before the first word. */
export function typedDetails(
  deps: Pick<Deps, 'sealer'>,
  input: { place: string; sealed: string | null; market: PageMarket; terms: SellingTerms },
): TypedDetails {
  const kept = keptSchema.parse(input.sealed ? JSON.parse(deps.sealer.open(input.place, input.sealed)) : {});
  const { country, ...address } = kept.address ?? keptSchema.shape.address.unwrap().parse({});
  const isServed = country && servedCountries(input.terms, input.market.currency).includes(country);
  return {
    email: kept.email,
    phone: kept.phone,
    ...address,
    country: isServed ? country : usualCountry(input.market, input.terms),
  };
}
