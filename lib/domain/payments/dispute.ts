import { z } from 'zod';
import { lineSchema } from '../cart/address';
import type { Money } from '../money';
import type { PaymentProvider } from './payment';

/**
 * How a dispute can stand, in the order in which that may change. An inquiry asks before money is taken; it may end, or
 * become a dispute. Each provider's adapter says which of these its own words are.
 */
export const DISPUTE_STATUSES = [
  'inquiry',
  'inquiry_review',
  'inquiry_closed',
  'needs_response',
  'under_review',
  'won',
  'lost',
] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** Money that the provider took for a dispute or gave back; negative when taken. The fee is what it costs beside that. */
export type DisputeMovement = { id: string; amountMinor: number; feeMinor: number; currency: string };

/** A dispute as the provider states it now. */
export type Dispute = {
  id: string;
  chargeId: string;
  /** The provider's payment that the charge belongs to; null for a charge without one. */
  paymentId: string | null;
  amount: Money;
  /** The provider's word, lower case: `fraudulent`, `product_not_received`. */
  reason: string;
  status: DisputeStatus;
  answerBy: Date | null;
  openedAt: Date;
  /** When the provider last changed it; null where it does not say so. */
  toldAt: Date | null;
  /** How often evidence was handed in; most networks take it once. */
  submissions: number;
  movements: DisputeMovement[];
};

export function needsAnswer(status: DisputeStatus): boolean {
  return status === 'inquiry' || status === 'needs_response';
}

export function isDecided(status: DisputeStatus): boolean {
  return status === 'won' || status === 'lost' || status === 'inquiry_closed';
}

/** Whether money can be refunded beside it: not while the bank holds it, nor after the bank gave it to her. */
export function blocksRefund(status: DisputeStatus): boolean {
  return status === 'needs_response' || status === 'under_review' || status === 'lost';
}

/** Whether goods had better stay here: somebody wants the money back, or has it. */
export function warnsOfSending(status: DisputeStatus): boolean {
  return status !== 'won' && status !== 'inquiry_closed';
}

/**
 * Whether the merchant may give in instead of answering. PayPal then pays her back, also at the stage of a question;
 * a card's bank only asks there, and a plain refund answers it.
 */
export function mayGiveIn(provider: PaymentProvider, status: DisputeStatus): boolean {
  return status === 'needs_response' || (provider === 'paypal' && status === 'inquiry');
}

type Told = Pick<Dispute, 'status' | 'toldAt'>;

/**
 * An answer that was asked for earlier but arrives later never undoes a newer one. A provider that stamps its changes
 * decides by that (at PayPal question and answer go to and fro); else the way that a dispute takes does.
 */
export function isNewer(known: Told, told: Told): boolean {
  if (known.toldAt && told.toldAt && known.toldAt.getTime() !== told.toldAt.getTime())
    return told.toldAt > known.toldAt;
  if (isDecided(known.status) && known.status !== 'inquiry_closed')
    return told.status === 'won' || told.status === 'lost';
  return DISPUTE_STATUSES.indexOf(told.status) >= DISPUTE_STATUSES.indexOf(known.status);
}

/** What a merchant tells a bank; each field is text that a person may edit. Longest as the card networks take it. */
export const evidenceSchema = z.strictObject({
  customerName: lineSchema(100),
  customerEmail: z.union([z.literal(''), z.email().max(254)]),
  shippingAddress: longText(500),
  productDescription: longText(5_000),
  shippedOn: lineSchema(40),
  carrier: lineSchema(100),
  trackingNumber: lineSchema(100),
  terms: longText(15_000),
  statement: longText(15_000),
});
export type Evidence = z.infer<typeof evidenceSchema>;
export const EVIDENCE_FIELDS = [
  'customerName',
  'customerEmail',
  'shippingAddress',
  'productDescription',
  'shippedOn',
  'carrier',
  'trackingNumber',
  'terms',
  'statement',
] as const satisfies readonly (keyof Evidence)[];

// Several lines, as a person or this shop wrote them; a form sends its line breaks as two characters.
function longText(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= max && !/[^\P{Cc}\n\t]|\p{Cs}/u.test(text), {
      message: 'unprintable_or_too_long',
    });
}

/** Cut at the end of a line where it would be too long for a bank. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 2);
  const end = cut.lastIndexOf('\n');
  // Never between the two halves of one character.
  return `${(end > max / 2 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, '')}\n…`;
}
