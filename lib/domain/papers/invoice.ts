import { z } from 'zod';
import { COUNTRIES } from '../cart/address';
import { currencySchema } from '../money';
import { SELLER_COUNTRIES } from './seller';

export const PAPER_KINDS = ['invoice', 'credit_note'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

const minor = z.int();
const ratePerMille = z.int().min(0).max(1000);
const day = z.iso.date();

/** Kept as it was: a seller's later move changes no paper. `vatId` and `taxNumber` may both be empty in old papers. */
const sellerOnPaper = z.strictObject({
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.enum(SELLER_COUNTRIES).nullable(),
  vatId: z.string(),
  taxNumber: z.string(),
  email: z.string(),
});

const paperLine = z.strictObject({
  variantId: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  quantity: z.int().nullable(),
  unitMinor: minor.nullable(),
  totalMinor: minor,
  /** Null for an amount that belongs to no line. */
  ratePerMille: ratePerMille.nullable(),
});
export type PaperLine = z.infer<typeof paperLine>;

/** One rate of VAT: net + tax = gross. */
const taxRow = z.strictObject({ ratePerMille, netMinor: minor, taxMinor: minor, grossMinor: minor });
export type TaxRow = z.infer<typeof taxRow>;

/**
 * An invoice or a correction of one, as it was issued; never edited afterwards. Amounts in minor units and positive, also
 * on a correction, which subtracts them as a whole. lines + shipping + taxAdded − discount = total, and the gross amounts
 * of `taxes` sum to the total. Who bought stands beside it, sealed.
 */
export const paperFactsSchema = z.strictObject({
  version: z.literal(1),
  kind: z.enum(PAPER_KINDS),
  language: z.enum(['de', 'en']),
  intlLocale: z.string(),
  currency: currencySchema,
  issuedOn: day,
  orderedOn: day,
  /** When it should arrive, both ends: the time of supply of goods that are paid first. */
  supply: z.strictObject({ from: day, to: day }).nullable(),
  seller: sellerOnPaper,
  lines: z.array(paperLine),
  shipping: z.strictObject({ title: z.string(), amountMinor: minor }).nullable(),
  discountMinor: minor,
  taxAddedMinor: minor,
  totalMinor: minor,
  taxes: z.array(taxRow),
  note: z.enum(['small_business', 'export']).nullable(),
  /** Empty where nothing was to pay. */
  paidWith: z.string(),
  /** What a correction corrects. */
  corrects: z.strictObject({ label: z.string(), issuedOn: day }).nullable(),
});
export type PaperFacts = z.infer<typeof paperFactsSchema>;

/** What was issued, with the numbers it has: its own ("R-1001", "RK-1001") and that of its order ("K-1001"). */
export type Paper = PaperFacts & { label: string; orderLabel: string };

/** Who bought; sealed wherever it is kept. */
export const buyerSchema = z.strictObject({
  name: z.string(),
  street1: z.string(),
  street2: z.string(),
  postalCode: z.string(),
  city: z.string(),
  region: z.string(),
  country: z.enum(COUNTRIES),
});
export type Buyer = z.infer<typeof buyerSchema>;

/** How a paper is called aloud: numbers are unbroken per kind and begin at 1001. */
export function paperLabel(kind: PaperKind, number: number): string {
  return `${kind === 'invoice' ? 'R' : 'RK'}-${number}`;
}

/** The day in the seller's country, as a paper states it. */
export function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(at);
}
