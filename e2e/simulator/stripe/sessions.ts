import { z } from 'zod';
import { checkAmount, checkCurrency } from './amounts';
import { endpoint } from './api';
import { type Double, later } from './double';
import { badParameter, missing } from './errors';
import { emit } from './events';
import { newId } from './ids';
import { pageOf } from './lists';
import { mergeMetadata } from './metadata';
import type { CheckoutSession } from './objects';
import { metadataParam, pageParams, text, whole } from './params';

const shortestSeconds = 30 * 60;
const longestSeconds = 24 * 60 * 60;

const lineParam = z.strictObject({
  quantity: whole(),
  price_data: z.strictObject({
    currency: text(),
    unit_amount: whole(),
    product_data: z.strictObject({
      name: text(250),
      description: text().optional(),
      metadata: metadataParam.optional(),
    }),
  }),
});

const createParams = z.strictObject({
  cancel_url: z.url('url_invalid').optional(),
  client_reference_id: text(200).optional(),
  expires_at: whole().optional(),
  line_items: z.union([z.array(lineParam), z.record(z.string(), lineParam).transform((lines) => Object.values(lines))]),
  locale: z.enum(['auto', 'de', 'en']).optional(),
  metadata: metadataParam.optional(),
  mode: z.enum(['payment']),
  payment_intent_data: z
    .strictObject({
      capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
      description: text().optional(),
      metadata: metadataParam.optional(),
    })
    .optional(),
  submit_type: z.enum(['auto', 'pay', 'book', 'donate']).optional(),
  success_url: z.url('url_invalid').optional(),
});
type CreateInput = z.output<typeof createParams>;

export function findSession(double: Double, id: string): CheckoutSession {
  const session = double.state.sessions.get(id);
  if (!session) throw missing('checkout session', id, 'session');
  return session;
}

/** Ends a session that nobody paid; the page then says so. */
export function expireSession(double: Double, session: CheckoutSession): void {
  session.status = 'expired';
  session.url = null;
  emit(double, 'checkout.session.expired', session);
}

function endOf(double: Double, input: CreateInput): number {
  const now = double.world.clock.nowSeconds();
  const end = input.expires_at ?? now + longestSeconds;
  if (end < now + shortestSeconds || end > now + longestSeconds) {
    throw badParameter(
      'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.',
      'expires_at',
    );
  }
  return end;
}

function createSession(double: Double, input: CreateInput): CheckoutSession {
  const [first] = input.line_items;
  if (!first) throw badParameter('Missing required param: line_items.', 'line_items', 'parameter_missing');
  const { currency } = first.price_data;
  const amount = input.line_items.reduce((sum, line) => sum + line.quantity * line.price_data.unit_amount, 0);
  checkCurrency(currency);
  checkAmount(amount, currency);
  if (!input.success_url)
    throw badParameter('Missing required param: success_url.', 'success_url', 'parameter_missing');
  const id = newId('cs_test');
  const session = newSession(double, { id, amount, currency, input, expiresAt: endOf(double, input) });
  double.state.sessions.set(id, session);
  const { metadata, ...data } = input.payment_intent_data ?? {};
  double.state.sessionIntents.set(id, { ...data, metadata: metadata ?? {} });
  double.state.sessionLines.set(
    id,
    input.line_items.map((line) => `${line.quantity} × ${line.price_data.product_data.name}`),
  );
  later(double, session.expires_at - double.world.clock.nowSeconds(), { kind: 'expire-session', session: id });
  return session;
}

type NewSession = { id: string; amount: number; currency: string; input: CreateInput; expiresAt: number };

function newSession(double: Double, { id, amount, currency, input, expiresAt }: NewSession): CheckoutSession {
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: amount,
    amount_total: amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: double.world.clock.nowSeconds(),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: null,
    discounts: [],
    expires_at: expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: input.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, input.metadata),
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: input.submit_type ?? null,
    subscription: null,
    success_url: input.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${double.origin}/c/pay/${id}`,
    wallet_options: null,
  };
}

export const sessionEndpoints = [
  endpoint({ method: 'POST', path: '/v1/checkout/sessions', params: createParams }, createSession),
  endpoint(
    {
      method: 'GET',
      path: '/v1/checkout/sessions',
      params: z.strictObject({ ...pageParams, payment_intent: text().optional() }),
    },
    (double, input) => {
      const all = [...double.state.sessions.values()];
      const wanted = all.filter(
        (session) => input.payment_intent === undefined || session.payment_intent === input.payment_intent,
      );
      return pageOf('/v1/checkout/sessions', wanted, input);
    },
  ),
  endpoint(
    { method: 'GET', path: '/v1/checkout/sessions/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => findSession(double, path.id ?? ''),
  ),
  endpoint(
    { method: 'POST', path: '/v1/checkout/sessions/:id/expire', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const session = findSession(double, path.id ?? '');
      if (session.status !== 'open') {
        throw badParameter(
          `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
        );
      }
      expireSession(double, session);
      return session;
    },
  ),
];
