export const ORDER_STATUSES = ['paid', 'paid_needs_decision', 'fulfilled', 'cancelled', 'refunded'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

const MAY_FOLLOW: Record<OrderStatus, readonly OrderStatus[]> = {
  paid: ['fulfilled', 'cancelled', 'refunded'],
  paid_needs_decision: ['paid', 'refunded'],
  fulfilled: ['refunded'],
  cancelled: ['refunded'],
  refunded: [],
};

/** Whether an order may go from one status to another; a late event never walks backwards. */
export function mayFollow(from: OrderStatus, to: OrderStatus): boolean {
  return MAY_FOLLOW[from].includes(to);
}

/** What people say aloud: "K-1001". */
export function orderLabel(number: number): string {
  return `K-${number}`;
}
