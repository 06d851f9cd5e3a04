import type { ApprovalRequired, DeclineReason } from './payment';

/**
 * How an attempt is paid: a card on our own page, a card on Stripe's page (`hosted`), PayPal's page, Messenger's native dialog (profile 2016), or not at all (`free`), where
 * discounts leave nothing to pay: then no provider is asked, and the order's charge id is `free:<attempt>`.
 */
export const ATTEMPT_WAYS = ['card', 'hosted', 'paypal', 'messenger', 'free'] as const;
export type AttemptWay = (typeof ATTEMPT_WAYS)[number];

/** Whether she agrees on a page of the provider's own: then the payment object comes first, and her proof is told by it. */
export function isOnProvidersPage(way: AttemptWay): boolean {
  return way === 'paypal' || way === 'hosted';
}

/** How an attempt can end. `given_back`: charged, but goods or price had gone, so the money went back once. */
export type AttemptEnd = 'succeeded' | 'declined' | 'cancelled' | 'expired' | 'given_back';

/** What the browser hears about an attempt; the same for each of many equal requests. */
export type AttemptAnswer =
  | { is: 'paid'; orderId: string; orderNumber: number }
  | { is: 'declined'; reason: DeclineReason }
  | { is: 'authentication_required'; clientSecret: string }
  | ApprovalRequired
  | { is: 'checking' }
  | { is: 'over'; end: 'cancelled' | 'expired' | 'given_back' };

/** How long the stock stays held for an open attempt: long enough for a slow 3-D Secure, short enough for the next buyer. */
export const ATTEMPT_LIFETIME_SECONDS = 30 * 60;

/** When the worker asks the provider again about an attempt without an answer, by how often it asked already. */
export function nextCheckSeconds(checks: number): number {
  return [1, 5, 30][checks] ?? Math.min(60 * 2 ** (checks - 3), 900);
}

/** What stands as the payment method of an order that cost nothing. */
export const FREE_PAYMENT = 'free';
