import type { Stripe } from '@stripe/stripe-js';
import type { Quote } from '@/lib/domain/cart/quote';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import { closeWebview } from '@/lib/webview/extensions';
import { type AttemptTools, followAttempt, type PaymentEnd } from './attempt';
import { cancel, lookUp } from './doors';
import { type CardEnd, challenge } from './pay-by-card';
import { currentRequestId, forgetRequestId, type PaymentWay, type ProviderPageWay } from './request-id';

/** What became of a payment that was under way when the page went: null when there was none, or nothing came of it. */
export async function resume(
  loadStripe: () => Promise<Stripe | null>,
  tools: Omit<AttemptTools, 'challenge'>,
): Promise<{ way: PaymentWay; end: PaymentEnd } | null> {
  const dialogId = currentRequestId('messenger');
  // A dialog does not survive its page: cancelling finds out whether it charged.
  if (dialogId) {
    const answer = await cancel(dialogId);
    if (answer.ok && answer.value.is === 'paid') return { way: 'messenger', end: answer.value };
    if (answer.ok && answer.value.is !== 'checking') forgetRequestId('messenger');
  }
  for (const way of ['paypal', 'hosted'] as const) {
    const approved = await resumeApproval(way, tools);
    if (approved) return { way, end: approved };
  }
  const cardId = currentRequestId('card');
  if (!cardId) return null;
  const first = await lookUp(cardId);
  if (!first.ok) return null;
  const toBank = async (clientSecret: string) => {
    const stripe = await loadStripe();
    if (stripe) await challenge(stripe, clientSecret);
  };
  return { way: 'card', end: await followAttempt(cardId, first, { ...tools, challenge: toBank }) };
}

// She left for the provider's page and came back by other ways than its own: while she has not approved, she may choose anew.
async function resumeApproval(
  way: ProviderPageWay,
  tools: Omit<AttemptTools, 'challenge'>,
): Promise<PaymentEnd | null> {
  const requestId = currentRequestId(way);
  const first = requestId ? await lookUp(requestId) : null;
  if (!requestId || !first?.ok || first.value.is === 'approval_required') return null;
  return followAttempt(requestId, first, { ...tools, challenge: async () => undefined });
}

/** To the order; inside Messenger the host closes the webview and the receipt is in the thread. */
export async function leave(orderId: string): Promise<void> {
  await Promise.race([closeWebview(), wait(1_500)]);
  window.location.replace(`/shop/orders/${orderId}`);
}

/** Whether the next try is another payment. */
export function isLastWord(end: CardEnd): boolean {
  if (end.is === 'problem') return end.problem === 'payments_unavailable' || end.problem === 'attempt_over';
  return end.is === 'paid' || end.is === 'declined' || end.is === 'over';
}

/** What to say about an end that is not "paid", and what to do next. */
export function sentence(end: Exclude<CardEnd, { is: 'paid' }>, words: CheckoutWords): string {
  switch (end.is) {
    case 'declined':
      return `${words.declined[end.reason]} ${words.nothingCharged}`;
    case 'over':
      return words.over[end.end];
    case 'none':
      return words.offline;
    case 'card':
      return end.message;
    case 'problem':
      return end.problem === 'price_changed' ? words.priceChanged : end.message || words.offline;
  }
}

/** Whether the way on leads through the cart. */
export function cartHelps(end: CardEnd): boolean {
  return end.is === 'problem' && ['out_of_stock', 'not_for_sale', 'cart_empty', 'cart_changed'].includes(end.problem);
}

/** Whether a problem brought a new price with it. */
export function isQuote(value: unknown): value is Quote {
  return value !== null && typeof value === 'object' && 'total' in value && 'lines' in value;
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}
