import type { CreateConfirmationToken, Stripe, StripeElements } from '@stripe/stripe-js';
import type { Quote } from '@/lib/domain/cart/quote';
import { type AttemptTools, followAttempt, type PaymentEnd } from './attempt';
import type { CheckoutStart, Details } from './checkout-model';
import { confirm, detailsBody, type WayProof } from './doors';
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
export function payByCard(input: CardInput & { keep: boolean }): Promise<CardEnd> {
  const { details, keep } = input;
  return payWithFields(input, { payment_method_data: { billing_details: billingOf(details) } }, keep);
}

/** Pays by a wallet whose sheet she has just agreed to; name and address for the bank come from the wallet. */
export function payByWallet(input: CardInput): Promise<CardEnd> {
  return payWithFields(input, {});
}

type TokenParams = NonNullable<CreateConfirmationToken['params']>;

async function payWithFields(input: CardInput, params: TokenParams, keep = false): Promise<CardEnd> {
  const { start, card, tools } = input;
  // First of all, before any other wait: Stripe.js insists on it.
  const submitted = await card.elements.submit();
  if (submitted.error) return { is: 'card', message: submitted.error.message ?? '' };
  const token = await card.stripe.createConfirmationToken({
    elements: card.elements,
    params: { ...params, return_url: `${start.shopUrl}/shop/checkout/return/stripe` },
  });
  if (token.error) return { is: 'card', message: token.error.message ?? '' };
  const proof = { way: 'card' as const, confirmationToken: token.confirmationToken.id, ...(keep ? { keep } : {}) };
  return payOnServer(input, proof, { ...tools, challenge: (secret) => challenge(card.stripe, secret) });
}

/** Pays with a card that we keep; the provider's script is only needed when her bank asks. */
export function payByKeptCard(
  input: OrderInput & { cardId: string; loadStripe: () => Promise<Stripe | null>; tools: CardInput['tools'] },
): Promise<CardEnd> {
  const { cardId, loadStripe, tools } = input;
  const toBank = async (clientSecret: string) => {
    const stripe = await loadStripe();
    if (stripe) await challenge(stripe, clientSecret);
  };
  return payOnServer(input, { way: 'kept', cardId }, { ...tools, challenge: toBank });
}

export type OrderInput = Pick<CardInput, 'start' | 'details' | 'quote'>;

/** Has our server charge what she agreed to, and follows that to its last word. */
export async function payOnServer(
  { start, details, quote }: OrderInput,
  proof: WayProof,
  tools: AttemptTools,
): Promise<CardEnd> {
  const body = {
    ...proof,
    market: start.marketId,
    agreedTotal: quote.total,
    details: detailsBody(details),
    shippingOptionId: quote.shipping.chosen.id,
  };
  const way = proof.way === 'paypal' || proof.way === 'hosted' ? proof.way : 'card';
  let requestId = ensureRequestId(way);
  let answer = await confirm({ ...body, requestId });
  if (!answer.ok && (answer.problem === 'key_reused' || answer.problem === 'attempt_over')) {
    // She changed something after a try whose answer was lost, or that try is over. The server ends the earlier one
    // before it opens another.
    forgetRequestId(way);
    requestId = ensureRequestId(way);
    answer = await confirm({ ...body, requestId });
  }
  return followAttempt(requestId, answer, tools);
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
