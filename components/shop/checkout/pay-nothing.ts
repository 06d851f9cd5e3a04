import type { Quote } from '@/lib/domain/cart/quote';
import { type AttemptTools, followAttempt, type PaymentEnd } from './attempt';
import type { CheckoutStart, Details } from './checkout-model';
import { confirm, detailsBody } from './doors';
import { ensureRequestId } from './request-id';

type FreeInput = {
  start: CheckoutStart;
  details: Details;
  quote: Quote;
  tools: Omit<AttemptTools, 'challenge'>;
};

/** Orders where nothing is left to pay. However it is repeated, one request id is one order. */
export async function payNothing({ start, details, quote, tools }: FreeInput): Promise<PaymentEnd> {
  // Kept where a card's payment would be: after a reload the page finds it there.
  const requestId = ensureRequestId('card');
  const answer = await confirm({
    way: 'free',
    requestId,
    market: start.marketId,
    agreedTotal: quote.total,
    details: detailsBody(details),
    shippingOptionId: quote.shipping.chosen.id,
  });
  return followAttempt(requestId, answer, { ...tools, challenge: async () => undefined });
}
