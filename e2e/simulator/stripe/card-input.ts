import { z } from 'zod';
import { type Behaviour, cardByNumber, passesLuhn, type TestCard } from './cards';
import { badParameter, docUrl, StripeProblem } from './errors';
import { randomText } from './ids';
import type { Address, BillingDetails, MethodCard } from './objects';
import { type addressParam, billingDetailsParam, idle, metadataParam, text, whole } from './params';

/** A card as the frame sends it. */
export const methodDataParam = z.strictObject({
  type: z.literal('card'),
  allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
  billing_details: billingDetailsParam.optional(),
  card: z
    .strictObject({ number: text(), exp_month: whole(), exp_year: whole(), cvc: text(4).optional(), networks: idle() })
    .optional(),
  metadata: metadataParam.optional(),
});

type MethodData = z.output<typeof methodDataParam>;

function cardError(code: string, message: string, param: string): StripeProblem {
  return new StripeProblem(402, { type: 'card_error', code, message, param, doc_url: docUrl(code) });
}

export function fullAddress(given: z.output<typeof addressParam> | null | undefined): Address {
  return {
    city: given?.city ?? null,
    country: given?.country ?? null,
    line1: given?.line1 ?? null,
    line2: given?.line2 ?? null,
    postal_code: given?.postal_code ?? null,
    state: given?.state ?? null,
  };
}

export function fullBilling(given: z.output<typeof billingDetailsParam> | undefined): BillingDetails {
  return {
    address: given?.address === null ? null : fullAddress(given?.address),
    email: given?.email || null,
    name: given?.name || null,
    phone: given?.phone || null,
    tax_id: given?.tax_id || null,
  };
}

/** The card as answers show it: never its number. */
export function describeCard(
  card: TestCard,
  expiry: { month: number; year: number },
  billing: BillingDetails,
): MethodCard {
  const failsCvc = card.behaviour.decline?.code === 'incorrect_cvc';
  return {
    brand: card.brand,
    checks: {
      address_line1_check: billing.address?.line1 ? 'unchecked' : null,
      address_postal_code_check: billing.address?.postal_code ? 'unchecked' : null,
      cvc_check: failsCvc ? 'fail' : 'unchecked',
    },
    country: card.country,
    description: null,
    display_brand: card.brand,
    exp_month: expiry.month,
    exp_year: expiry.year,
    fingerprint: randomText(16),
    funding: card.funding,
    generated_from: null,
    iin: null,
    issuer: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: card.behaviour.authentication !== 'unsupported' },
    wallet: null,
  };
}

/** What a form with a card becomes, or Stripe's `card_error` for a number, date or code that cannot be. */
export function readCard(
  data: MethodData,
  caller: { fromFrame: boolean; publishable: boolean },
  nowSeconds: number,
): { card: MethodCard; billing: BillingDetails; behaviour: Behaviour } {
  const given = data.card;
  if (!given) throw badParameter('Missing required param: card.', 'card', 'parameter_missing');
  if (!caller.fromFrame) throw unsafeNumber(caller.publishable);
  const number = given.number.replaceAll(' ', '');
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    throw cardError('incorrect_number', 'Your card number is incorrect.', 'number');
  }
  if (given.exp_month < 1 || given.exp_month > 12) {
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
  const year = given.exp_year < 100 ? 2000 + given.exp_year : given.exp_year;
  const now = new Date(nowSeconds * 1000);
  const expired = year * 12 + given.exp_month < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
  if (expired || year > now.getUTCFullYear() + 50) {
    throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  }
  const card = cardByNumber(number);
  const digits = card.brand === 'amex' ? 4 : 3;
  if (given.cvc === undefined || given.cvc.length !== digits || !/^\d+$/.test(given.cvc)) {
    throw cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  }
  const billing = fullBilling(data.billing_details);
  return { card: describeCard(card, { month: given.exp_month, year }, billing), billing, behaviour: card.behaviour };
}

function unsafeNumber(publishable: boolean): StripeProblem {
  const message = publishable
    ? 'This integration surface is unsupported for publishable key tokenization. Collect card details with Stripe Elements.'
    : 'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://docs.stripe.com/testing.';
  return new StripeProblem(402, { type: 'invalid_request_error', message }, false);
}
