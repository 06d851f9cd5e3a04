import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSpecification, specificationFile, specificationIsThere } from './stripe-specification';
import { openStripeWorld, type StripeWorld } from './stripe-world';

const returnUrl = 'http://localhost:3000/shop/checkout/return/stripe';
const cards = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } };

let all: StripeWorld;
beforeAll(async () => {
  all = await openStripeWorld();
});
afterAll(() => all.close());

async function token(card: string): Promise<string> {
  const made = await all.stripe.testHelpers.confirmationTokens.create({
    payment_method: card,
    return_url: returnUrl,
    shipping: { name: 'Ada Lovelace', address: { line1: 'Hauptstraße 1', city: 'Berlin', country: 'DE' } },
  });
  return made.id;
}

async function pay(card: string, more: object = {}) {
  const intent = await all.stripe.paymentIntents.create({ amount: 4900, currency: 'eur', ...cards, ...more });
  return all.stripe.paymentIntents.confirm(intent.id, { confirmation_token: await token(card) });
}

async function declined(card: string) {
  await expect(pay(card)).rejects.toMatchObject({ type: 'StripeCardError' });
}

/** A walk through all that a shop does with Stripe; the wire log then holds every kind of answer. */
async function useEverything(): Promise<void> {
  const { stripe, pull, world } = all;
  const customer = await stripe.customers.create({ email: 'ada@example.com', name: 'Ada Lovelace' });
  await stripe.customers.retrieve(customer.id);
  await stripe.customers.list();
  const paid = await pay('pm_card_visa', { customer: customer.id, metadata: { attempt: 'one' } });
  await all.delivery((received) => received.type === 'charge.updated');
  const expand = ['latest_charge', 'latest_charge.balance_transaction', 'payment_method', 'customer'];
  const seen = await stripe.paymentIntents.retrieve(paid.id, { expand });
  await stripe.paymentIntents.list({ customer: customer.id, created: { gte: 0 }, expand: ['data.latest_charge'] });
  await stripe.paymentIntents.search({ query: "metadata['attempt']:'one' AND amount>100" });
  const charge = typeof seen.latest_charge === 'string' ? null : seen.latest_charge;
  await stripe.charges.retrieve(charge?.id ?? '', { expand: ['refunds', 'payment_intent', 'customer'] });
  await stripe.charges.list({ payment_intent: paid.id });
  await stripe.charges.update(charge?.id ?? '', { metadata: { seen: 'yes' } });
  const balance = charge?.balance_transaction;
  await stripe.balanceTransactions.retrieve(typeof balance === 'object' ? (balance?.id ?? '') : (balance ?? ''));

  await pay('pm_card_visa', { customer: customer.id, setup_future_usage: 'on_session' });
  const keptCards = await stripe.customers.listPaymentMethods(customer.id);
  const mastercard = await stripe.paymentMethods.retrieve('pm_card_mastercard');
  await stripe.paymentMethods.attach(mastercard.id, { customer: customer.id });
  await stripe.paymentMethods.list({ customer: customer.id, type: 'card' });
  const line = { currency: 'eur', unit_amount: 2180, product_data: { name: 'Six Small Birds' } };
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ quantity: 1, price_data: line }],
    success_url: returnUrl,
    cancel_url: returnUrl,
  });
  await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
  await stripe.checkout.sessions.list();
  await stripe.checkout.sessions.expire(session.id);
  const kept = keptCards.data[0]?.id ?? '';
  const again = await stripe.paymentIntents.create({ amount: 900, currency: 'eur', ...cards, customer: customer.id });
  await stripe.paymentIntents.confirm(again.id, { payment_method: kept, use_stripe_sdk: true });
  await stripe.paymentMethods.detach(kept);

  for (const card of ['pm_card_visa_chargeDeclined', 'pm_card_radarBlock', 'pm_card_chargeDeclinedIncorrectCvc']) {
    await declined(card);
  }
  const waiting = await pay('pm_card_threeDSecureRequired');
  await stripe.paymentIntents.retrieve(waiting.id);
  await stripe.paymentIntents.cancel(waiting.id, { cancellation_reason: 'abandoned' });
  await pay('pm_card_amex', { capture_method: 'automatic' });
  const held = await pay('pm_card_mastercard', { capture_method: 'manual' });
  await stripe.paymentIntents.capture(held.id, { amount_to_capture: 4000 });
  const released = await pay('pm_card_visa', { capture_method: 'manual' });
  await stripe.paymentIntents.cancel(released.id);
  const open = await stripe.paymentIntents.create({ amount: 900, currency: 'usd', payment_method: 'pm_card_visa' });
  await stripe.paymentIntents.update(open.id, { amount: 950, metadata: { changed: 'yes' } });

  const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 900, reason: 'requested_by_customer' });
  await stripe.refunds.update(refund.id, { metadata: { why: 'size' } });
  await stripe.refunds.retrieve(refund.id, { expand: ['charge', 'balance_transaction'] });
  await stripe.refunds.list({ payment_intent: paid.id });
  for (const card of ['pm_card_refundFail', 'pm_card_pendingRefund']) {
    const bought = await pay(card);
    await stripe.refunds.create({ payment_intent: bought.id });
  }
  world.clock.advance(60);
  await all.delivery((received) => received.type === 'refund.failed');

  for (const card of ['pm_card_createDispute', 'pm_card_createDisputeInquiry', 'pm_card_createIssuerFraudRecord']) {
    await pay(card);
  }
  const [inquiry, dispute] = (await stripe.disputes.list()).data;
  await stripe.disputes.update(dispute?.id ?? '', { evidence: { uncategorized_text: 'winning_evidence' } });
  await stripe.disputes.close(inquiry?.id ?? '');
  await stripe.disputes.retrieve(dispute?.id ?? '');
  await pull('payments', { dispute: { charge: paid.id, reason: 'product_not_received' } });

  const made = await stripe.paymentMethods.retrieve('pm_card_visa');
  await stripe.paymentMethods.retrieve(made.id);
  const ctoken = await token('pm_card_visa');
  await stripe.confirmationTokens.retrieve(ctoken);
  const endpoint = await stripe.webhookEndpoints.create({
    url: 'http://127.0.0.1:9/',
    enabled_events: ['charge.expired'],
  });
  await stripe.webhookEndpoints.list();
  await stripe.webhookEndpoints.retrieve(endpoint.id);
  await stripe.webhookEndpoints.del(endpoint.id);
  await stripe.paymentMethodDomains.create({ domain_name: 'shop.example' });
  await stripe.accounts.retrieveCurrent();
  all.double.createForeignCharge({
    amountMinor: 2962,
    currency: 'USD',
    card: 'visa',
    metadata: { fb_payment_id: '1' },
  });
  const events = await stripe.events.list({ types: ['charge.*'], limit: 100 });
  await stripe.events.retrieve(events.data[0]?.id ?? '');
}

const errorShape = z.strictObject({
  error: z.looseObject({
    type: z.enum(['api_error', 'card_error', 'idempotency_error', 'invalid_request_error']),
    message: z.string().min(1),
  }),
});
const eventShape = z.object({ type: z.string(), data: z.object({ object: z.unknown() }) });

if (!specificationIsThere) console.warn(`Skipped, for ${specificationFile} is absent: the shape of all answers.`);

describe.skipIf(!specificationIsThere)(
  'every answer and event of the double fits the API description of Stripe',
  () => {
    it('over a walk through all that a shop calls', async () => {
      const specification = readSpecification();
      await useEverything();
      const calls = all.world.wire.since(0).filter((entry) => entry.url.startsWith('/v1/'));
      const complaints: string[] = [];
      const checked = new Set<string>();
      for (const call of calls) {
        const path = call.url.split('?')[0] ?? '';
        const body: unknown = JSON.parse(call.responseBody);
        if (call.status !== 200) {
          expect(errorShape.safeParse(body).error, call.responseBody).toBeUndefined();
          const intent = errorShape.parse(body).error.payment_intent;
          const faults = intent ? specification.faultsOfAnswer('GET', '/v1/payment_intents/x', intent) : [];
          complaints.push(...(faults ?? []).map((fault) => `402 ${path}: payment_intent${fault}`));
          continue;
        }
        const faults = specification.faultsOfAnswer(call.method, path, body);
        expect(faults, `${call.method} ${path} is a call of Stripe's`).not.toBeNull();
        complaints.push(...(faults ?? []).map((fault) => `${call.method} ${path}: ${fault}`));
        checked.add(`${call.method} ${path.replace(/(_\w{8,}|pm_card_visa)/g, '_…')}`);
      }
      const types = new Set<string>();
      for (const sent of all.received) {
        const { type, data } = eventShape.parse(JSON.parse(sent.raw));
        types.add(type);
        complaints.push(...specification.faultsOfEvent(type, data.object).map((fault) => `${type}: ${fault}`));
      }
      expect([...new Set(complaints)]).toEqual([]);
      // The walk must not quietly become shorter.
      expect(checked.size).toBeGreaterThanOrEqual(34);
      expect([...types].sort()).toEqual(expectedTypes);
    }, 60_000);

    it('and the double is pinned to the version described', () => {
      const { apiVersion } = readSpecification();
      expect(all.received[0]?.event?.api_version).toBe(apiVersion);
    });
  },
);

const expectedTypes = [
  'charge.captured',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
  'charge.failed',
  'charge.refund.updated',
  'charge.refunded',
  'charge.succeeded',
  'charge.updated',
  'checkout.session.expired',
  'customer.created',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.created',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'payment_method.attached',
  'payment_method.detached',
  'radar.early_fraud_warning.created',
  'refund.created',
  'refund.failed',
  'refund.updated',
];
