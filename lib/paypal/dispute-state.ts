import { z } from 'zod';
import { currencySchema, fromDecimalText } from '@/lib/domain/money';
import type { Dispute, DisputeMovement, DisputeStatus } from '@/lib/domain/payments/dispute';
import { moneyOf } from './order-state';

const id = z.string().min(1).max(255);
const moneySchema = z.object({ currency_code: z.string().max(8), value: z.string().max(32) });
const movementSchema = z.object({
  affected_party: z.string().nullish(),
  type: z.string(),
  reason: z.string().nullish(),
  amount: moneySchema.nullish(),
  initiated_time: z.string().nullish(),
});

/** A dispute at PayPal, as far as we read it. Source: Customer Disputes v1, "Show dispute details". */
export const disputeSchema = z.object({
  dispute_id: id,
  create_time: z.string(),
  update_time: z.string().nullish(),
  disputed_transactions: z.array(z.object({ seller_transaction_id: id.nullish() })).min(1),
  reason: z.string().default('other'),
  status: z.string(),
  dispute_amount: moneySchema,
  dispute_life_cycle_stage: z.string().nullish(),
  dispute_outcome: z.object({ outcome_code: z.string().nullish() }).nullish(),
  money_movements: z.array(movementSchema).default([]),
  messages: z.array(z.object({ posted_by: z.string().nullish() })).default([]),
  evidences: z.array(z.object({ source: z.string().nullish() })).default([]),
  seller_response_due_date: z.string().nullish(),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});
export type PaypalDispute = z.infer<typeof disputeSchema>;

/** What PayPal lets a merchant do with a dispute now; it says so by links, and takes nothing else. */
export type DisputeAction = 'provide-evidence' | 'send-message' | 'accept-claim';

export function mayDo(dispute: PaypalDispute, action: DisputeAction): boolean {
  // The descriptions write the relation with a hyphen, answers were seen with an underline.
  return dispute.links.some(({ rel }) => rel.toLowerCase().replaceAll('_', '-') === action);
}

/** A PayPal dispute in our words. `paymentId`: the order behind the disputed capture, which the dispute does not name. */
export function disputeOf(dispute: PaypalDispute, paymentId: string | null): Dispute {
  const { dispute_id, create_time, update_time, seller_response_due_date: due } = dispute;
  return {
    id: dispute_id,
    chargeId: chargeIdOf(dispute) ?? '',
    paymentId,
    amount: moneyOf(dispute.dispute_amount),
    reason: dispute.reason.toLowerCase(),
    status: statusOf(dispute),
    answerBy: due ? new Date(due) : null,
    openedAt: new Date(create_time),
    toldAt: update_time ? new Date(update_time) : null,
    submissions:
      dispute.evidences.filter(({ source }) => source === 'SUBMITTED_BY_SELLER').length +
      dispute.messages.filter(({ posted_by }) => posted_by === 'SELLER').length,
    movements: movementsOf(dispute),
  };
}

export function chargeIdOf({ disputed_transactions }: PaypalDispute): string | null {
  return disputed_transactions[0]?.seller_transaction_id ?? null;
}

const FOR_HER = ['RESOLVED_BUYER_FAVOUR', 'ACCEPTED'];

/**
 * At the stage INQUIRY the two talk with each other and no money is taken; from then on PayPal or her bank decides. A status
 * of the future counts as being looked at: nobody is asked to act on it.
 */
export function statusOf(dispute: PaypalDispute): DisputeStatus {
  const { status, dispute_life_cycle_stage, dispute_outcome } = dispute;
  const isInquiry = dispute_life_cycle_stage === 'INQUIRY';
  if (status === 'RESOLVED') {
    if (FOR_HER.includes(dispute_outcome?.outcome_code ?? '')) return 'lost';
    return isInquiry ? 'inquiry_closed' : 'won';
  }
  if (status === 'OPEN' || status === 'WAITING_FOR_SELLER_RESPONSE') return isInquiry ? 'inquiry' : 'needs_response';
  return isInquiry ? 'inquiry_review' : 'under_review';
}

const FEES = ['DISPUTE_FEE', 'DISPUTE_SETTLEMENT_FEE', 'CHARGEBACK_FEE'];

/**
 * What was taken from the shop for it, or given back. PayPal's movements carry no id: what one is, when it began and how many
 * like it came before make one that stays the same however often the dispute is read.
 */
function movementsOf({ money_movements }: PaypalDispute): DisputeMovement[] {
  const seen = new Map<string, number>();
  return money_movements.flatMap((movement) => {
    const { affected_party: party, type, reason, amount, initiated_time } = movement;
    if (!amount || (party && party !== 'SELLER') || (type !== 'DEBIT' && type !== 'CREDIT')) return [];
    const currency = currencySchema.parse(amount.currency_code);
    const size = fromDecimalText(amount.value.replace('-', ''), currency)?.amountMinor;
    if (size === undefined) throw new Error('an amount of PayPal is not exact');
    const name = [type, reason ?? '', initiated_time ?? '', amount.currency_code, amount.value].join('|');
    const number = seen.get(name) ?? 0;
    seen.set(name, number + 1);
    const signed = type === 'DEBIT' ? -size : size;
    const isFee = FEES.includes(reason ?? '');
    return [{ id: `${name}|${number}`, amountMinor: isFee ? 0 : signed, feeMinor: isFee ? -signed : 0, currency }];
  });
}
