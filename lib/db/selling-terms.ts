import { inArray } from 'drizzle-orm';
import { type SellingTerms, shippingZonesSchema, taxRatesSchema, USUAL_TERMS } from '@/lib/domain/cart/terms';
import { sellerSchema } from '@/lib/domain/papers/seller';
import type { Database } from './client';
import { settings } from './schema/catalogue';
import { SELLER } from './sellers';
import { saveSetting } from './settings';

/** The settings' keys, for their versions. */
export const SHIPPING = 'shipping';
export const TAX = 'tax';

/**
 * How goods are sent and taxed at this moment, in one query. Who sells as a small business (§ 19 UStG) charges no VAT anywhere,
 * whatever the rates say.
 */
export async function getSellingTerms(db: Database): Promise<SellingTerms> {
  const rows = await db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, [SHIPPING, TAX, SELLER]));
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const seller = values.has(SELLER) ? sellerSchema.parse(values.get(SELLER)) : null;
  return {
    zones: values.has(SHIPPING) ? shippingZonesSchema.parse(values.get(SHIPPING)) : USUAL_TERMS.zones,
    tax: seller?.smallBusiness ? {} : values.has(TAX) ? taxRatesSchema.parse(values.get(TAX)) : USUAL_TERMS.tax,
  };
}

/** The rates as the merchant set them, whether or not they are charged. */
export async function getTaxRates(db: Database): Promise<SellingTerms['tax']> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(inArray(settings.key, [TAX]));
  return row ? taxRatesSchema.parse(row.value) : USUAL_TERMS.tax;
}

/** False where somebody else has changed them since `seenVersion`. */
export async function saveShippingZones(
  tx: Database,
  zones: SellingTerms['zones'],
  seenVersion: number,
): Promise<boolean> {
  return saveSetting(tx, SHIPPING, zones, seenVersion);
}

/** False where somebody else has changed them since `seenVersion`. */
export async function saveTaxRates(tx: Database, tax: SellingTerms['tax'], seenVersion: number): Promise<boolean> {
  return saveSetting(tx, TAX, tax, seenVersion);
}
