import type { Address } from '../cart/address';
import { csvFile } from '../csv';

/** Where a parcel goes, as a carrier's portal reads it in. */
export type LabelRow = { orderLabel: string; address: Address; email: string; phone: string; weightGrams: number };

const HEADS = [
  'reference',
  'name',
  'street1',
  'street2',
  'postal_code',
  'city',
  'region',
  'country',
  'email',
  'phone',
  'weight_g',
];

/** Addresses of parcels as a file: what a person typed is guarded against spreadsheets. */
export function writeLabels(rows: readonly LabelRow[]): string {
  return csvFile(
    HEADS,
    rows.map(({ orderLabel, address, email, phone, weightGrams }) => [
      orderLabel,
      address.name,
      address.street1,
      address.street2,
      address.postalCode,
      address.city,
      address.region,
      address.country,
      email,
      phone,
      { figure: String(weightGrams) },
    ]),
    ';',
  );
}
