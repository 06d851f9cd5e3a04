import type { Charge } from './payment';

/** Why provider and shop differ about the same money. The last two heal by themselves, the others are a person's to decide. */
export const BREAK_CAUSES = [
  'charge_without_order',
  'order_without_charge',
  'amount_differs',
  'refund_missing',
  'event_never_came',
] as const;
export type BreakCause = (typeof BREAK_CAUSES)[number];

export type OrderMoney = {
  currency: string;
  totalMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  refundingMinor: number;
};

/** What differs between an order and its charge; null when they tell the same. A hold that nobody took yet is no difference. */
export function differenceOf(order: OrderMoney, charge: Charge): BreakCause | null {
  const currency = charge.amount.currency;
  if (order.currency !== currency || order.totalMinor !== charge.amount.amountMinor) return 'amount_differs';
  if (charge.captured && order.capturedMinor > 0 && order.capturedMinor !== charge.capturedMinor)
    return 'amount_differs';
  // What is under way may stand at the provider before we have its word.
  const { refundedMinor, refundingMinor } = order;
  if (charge.refundedMinor < refundedMinor || charge.refundedMinor > refundedMinor + refundingMinor)
    return 'refund_missing';
  return null;
}
