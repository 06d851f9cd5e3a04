import type { Quote, QuoteLine } from '../cart/quote';
import { stepOf } from '../currencies';
import type { IdempotencyKey } from '../ids';
import { fail, type Result, succeed } from '../result';

export type RefundLine = { variantId: string; quantity: number };
export type RefundStatus = 'requested' | 'pending' | 'succeeded' | 'failed' | 'refused';

/** Why money goes back; `at_provider`: somebody did it at the provider's own dashboard, `cancelled`: the order was called off. */
export const REFUND_REASONS = ['returned', 'damaged', 'missing', 'goodwill', 'cancelled', 'at_provider'] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** What a refund gives back: pieces of lines, a part of the delivery, and an amount on top. All in minor units. */
export type RefundWish =
  | { everything: true }
  | { everything: false; lines: RefundLine[]; shippingMinor: number; extraMinor: number };

export type RefundPlan = { amountMinor: number; lines: RefundLine[]; shippingMinor: number };
export type RefundProblem = 'nothing_to_refund' | 'pieces_too_many' | 'shipping_too_much' | 'refund_too_high';

type PaidLine = Pick<QuoteLine, 'variantId' | 'quantity' | 'totalMinor' | 'discountMinor'>;
type PaidQuote = Pick<Quote, 'currency'> & { lines: PaidLine[]; shipping: { chosen: { priceMinor: number } } };
type Paid = { quote: PaidQuote; capturedMinor: number; refundedMinor: number; refundingMinor: number };
type Earlier = { status: RefundStatus; lines: RefundLine[]; shippingMinor: number };

/** The key of a refund at the provider. */
export function refundKey(refundId: string): IdempotencyKey {
  return `refund:${refundId}` as IdempotencyKey;
}

/** Whether a refund takes part of what was paid: asked for, under way or done. */
export function takesPart(status: RefundStatus): boolean {
  return status === 'requested' || status === 'pending' || status === 'succeeded';
}

/**
 * What a wish comes to, after what went back before. Problems: "nothing_to_refund"; "pieces_too_many" and "shipping_too_much"
 * when more is named than is left of it; "refund_too_high" above what was taken and has not gone back.
 */
export function planRefund(paid: Paid, earlier: Earlier[], wish: RefundWish): Result<RefundPlan, RefundProblem> {
  const left = leftToRefund(paid, earlier);
  if (left.amountMinor === 0) return fail(wish.everything ? 'nothing_to_refund' : 'refund_too_high');
  if (wish.everything) return succeed(left);

  const lines = wish.lines.filter(({ quantity }) => quantity > 0);
  let amountMinor = wish.shippingMinor + wish.extraMinor;
  for (const { variantId, quantity } of lines) {
    const line = paid.quote.lines.find((candidate) => candidate.variantId === variantId);
    const still = left.lines.find((candidate) => candidate.variantId === variantId)?.quantity ?? 0;
    if (!line || quantity > still) return fail('pieces_too_many', { fields: { [`pieces-${variantId}`]: 'too_many' } });
    amountMinor += shareOf(line, line.quantity - still, quantity, stepOf(paid.quote.currency));
  }
  if (wish.shippingMinor > left.shippingMinor) return fail('shipping_too_much', { fields: { shipping: 'too_much' } });
  if (amountMinor === 0) return fail('nothing_to_refund');
  if (amountMinor > left.amountMinor) return fail('refund_too_high', { fields: { extra: 'too_much' } });
  return succeed({ amountMinor, lines, shippingMinor: wish.shippingMinor });
}

/** What has not gone back yet of an order, and is not on its way. */
export function leftToRefund(paid: Paid, earlier: Earlier[]): RefundPlan {
  const gone = earlier.filter(({ status }) => takesPart(status));
  const goneOf = (variantId: string) =>
    gone.flatMap(({ lines }) => lines).reduce((n, line) => n + (line.variantId === variantId ? line.quantity : 0), 0);
  return {
    amountMinor: paid.capturedMinor - paid.refundedMinor - paid.refundingMinor,
    lines: paid.quote.lines
      .map(({ variantId, quantity }) => ({ variantId, quantity: quantity - goneOf(variantId) }))
      .filter(({ quantity }) => quantity > 0),
    shippingMinor: paid.quote.shipping.chosen.priceMinor - gone.reduce((sum, each) => sum + each.shippingMinor, 0),
  };
}

/**
 * What so many pieces of a line cost after its discount, when others went back before. The pieces of a line always add up to
 * the line: each share is the difference of two running sums, rounded half up to whole `step`s, finer than which the provider
 * takes nothing (dinars: reference payments §1.7).
 */
export function shareOf(line: PaidLine, before: number, pieces: number, step = 1): number {
  const paidMinor = line.totalMinor - line.discountMinor;
  const upTo = (count: number) => Math.round((paidMinor * count) / line.quantity / step) * step;
  return upTo(before + pieces) - upTo(before);
}
