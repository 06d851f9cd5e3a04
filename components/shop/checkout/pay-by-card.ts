import type { Stripe, StripeElements } from '@stripe/stripe-js';
import type { Quote } from '@/lib/domain/cart/quote';
import { type AttemptTools, followAttempt, type PaymentEnd } from './attempt';
import type { CheckoutStart, Details } from './checkout-model';
import { confirm, detailsBody } from './doors';
import { ensureRequestId, forgetRequestId } from './request-id';

export type Card = { stripe: Stripe; elements: StripeElements };

type CardInput = {
  start: CheckoutStart;
  card: Card;
  details: Details;
  quote: Quote;
  tools: Omit<AttemptTools, 'challenge'>;
};

/** "card": the fields themselves say what is wrong; nothing was sent. */
export type CardEnd = PaymentEnd | { is: 'card'; message: string };

/**
 * Pays by card: the fields are checked, the provider turns them into a token of one use, and our server charges it.
 * However it is repeated, one request id is one payment.
 */
export async function payByCard({ start, card, details, quote, tools }: CardInput): Promise<CardEnd> {
  // First of all, before any other wait: Stripe.js insists on it.
  const submitted = await card.elements.submit();
  if (submitted.error) return { is: 'card', message: submitted.error.message ?? '' };
  const token = await card.stripe.createConfirmationToken({
    elements: card.elements,
    params: {
      payment_method_data: { billing_details: billingOf(details) },
      return_url: `${start.shopUrl}/shop/checkout/return/stripe`,
    },
  });
  if (token.error) return { is: 'card', message: token.error.message ?? '' };

  const body = {
    way: 'card' as const,
    market: start.marketId,
    agreedTotal: quote.total,
    details: detailsBody(details),
    shippingOptionId: quote.shipping.chosen.id,
    confirmationToken: token.confirmationToken.id,
  };
  let requestId = ensureRequestId('card');
  let answer = await confirm({ ...body, requestId });
  if (!answer.ok && answer.problem === 'key_reused') {
    // She changed something after a try whose answer was lost. The server ends that one before it opens another.
    forgetRequestId('card');
    requestId = ensureRequestId('card');
    answer = await confirm({ ...body, requestId });
  }
  return followAttempt(requestId, answer, { ...tools, challenge: (secret) => challenge(card.stripe, secret) });
}

/** Shows the bank's own window. What it says is not believed: our server asks the provider. */
export async function challenge(stripe: Stripe, clientSecret: string): Promise<void> {
  await stripe.handleNextAction({ clientSecret });
}

function billingOf({ name, email, phone, street1, street2, postalCode, city, region, country }: Details) {
  return {
    name,
    email,
    ...(phone ? { phone } : {}),
    address: { line1: street1, line2: street2, postal_code: postalCode, city, state: region, country },
  };
}
