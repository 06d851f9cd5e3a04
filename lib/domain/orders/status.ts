export const ORDER_STATUSES = [
  'authorised',
  'paid',
  'paid_needs_decision',
  'partly_fulfilled',
  'fulfilled',
  'cancelled',
  'refunded',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Something is to be done with it: sent, taken or decided. */
export const OPEN_STATUSES = [
  'authorised',
  'paid',
  'paid_needs_decision',
  'partly_fulfilled',
] as const satisfies readonly OrderStatus[];

// A refund that fails later gives an order back the status it had: the money is still here.
const MAY_FOLLOW: Record<OrderStatus, readonly OrderStatus[]> = {
  authorised: ['paid', 'cancelled'],
  paid: ['partly_fulfilled', 'fulfilled', 'cancelled', 'refunded'],
  paid_needs_decision: ['paid', 'partly_fulfilled', 'fulfilled', 'cancelled', 'refunded'],
  // Several parcels, one after the other.
  partly_fulfilled: ['partly_fulfilled', 'fulfilled', 'refunded'],
  fulfilled: ['refunded'],
  cancelled: [],
  refunded: ['paid', 'paid_needs_decision', 'partly_fulfilled', 'fulfilled'],
};

/** Whether an order may go from one status to another; a late event never walks backwards. */
export function mayFollow(from: OrderStatus, to: OrderStatus): boolean {
  return MAY_FOLLOW[from].includes(to);
}

/** Whether an order can still be called off: nothing has left the house. */
export function mayBeCancelled(status: OrderStatus): boolean {
  return mayFollow(status, 'cancelled');
}

export type OrderMoney = {
  status: OrderStatus;
  totalMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  fulfilledAt: Date | null;
};

/**
 * The status that the money gives an order, after a refund was taken on or came back. Without an address nothing can be sent:
 * money that came back to such an order still waits for somebody's decision.
 */
export function statusByMoney(
  order: OrderMoney & { firstSentAt: Date | null },
  { hasAddress }: { hasAddress: boolean },
): OrderStatus {
  if (order.status === 'cancelled' || order.status === 'authorised') return order.status;
  if (order.capturedMinor > 0 && order.refundedMinor === order.capturedMinor) return 'refunded';
  if (order.status !== 'refunded') return order.status;
  if (order.fulfilledAt) return 'fulfilled';
  if (order.firstSentAt) return 'partly_fulfilled';
  return hasAddress ? 'paid' : 'paid_needs_decision';
}

/** How the money of an order stands; the same word on the order page, in the admin and in the thread. */
export type MoneyState = 'held' | 'released' | 'taken' | 'partly_refunded' | 'refunded';

export function moneyStateOf({ status, totalMinor, capturedMinor, refundedMinor }: OrderMoney): MoneyState {
  if (totalMinor === 0) return 'taken';
  if (capturedMinor === 0) return status === 'authorised' ? 'held' : 'released';
  if (refundedMinor === 0) return 'taken';
  return refundedMinor === capturedMinor ? 'refunded' : 'partly_refunded';
}

/** What people say aloud: "K-1001". */
export function orderLabel(number: number): string {
  return `K-${number}`;
}

/** The number that somebody typed: "K-1001", "k 1001", "1001"; null for anything else. */
export function readOrderNumber(typed: string): number | null {
  const digits = /^\s*(?:K\s*-?\s*)?(\d{4,9})\s*$/i.exec(typed)?.[1];
  return digits ? Number(digits) : null;
}
