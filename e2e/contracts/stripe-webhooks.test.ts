import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStripeWorld, type Received, type StripeWorld } from './stripe-world';

let all: StripeWorld;
beforeEach(async () => {
  all = await openStripeWorld();
});
afterEach(() => all.close());

const order = {
  amount: 1999,
  currency: 'eur',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const },
};
const pay = (payment_method = 'pm_card_visa') =>
  all.stripe.paymentIntents.create({ ...order, confirm: true, payment_method });
const ofType = (type: string) => (received: Received) => received.type === type;
const succeeded = 'payment_intent.succeeded';
const times = (type: string) => all.received.filter(ofType(type)).length;

/** The order in which things happened, oldest first. */
async function happened(): Promise<string[]> {
  const events = await all.stripe.events.list({ limit: 100 });
  return events.data.map((event) => event.type).reverse();
}

describe('the events of the double', () => {
  it('are signed so that the SDK accepts them, and carry the call that caused them', async () => {
    const intent = await all.stripe.paymentIntents.create(
      { ...order, confirm: true, payment_method: 'pm_card_visa' },
      { idempotencyKey: 'attempt:1:confirm' },
    );
    const { event } = await all.delivery(ofType(succeeded));
    expect(event?.data.object).toMatchObject({ id: intent.id, status: 'succeeded' });
    expect(event?.request?.idempotency_key).toBe('attempt:1:confirm');
  });

  it('happen in the order that Stripe has for cards', async () => {
    await pay();
    await all.delivery(ofType('charge.updated'));
    expect(await happened()).toEqual(['payment_intent.created', 'charge.succeeded', succeeded, 'charge.updated']);
    await all.pull('reset', {});
    await expect(pay('pm_card_chargeDeclined')).rejects.toThrow();
    expect(await happened()).toEqual(['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed']);
  });

  it('are frozen copies: the event keeps what the object was', async () => {
    const intent = await pay();
    await all.stripe.refunds.create({ payment_intent: intent.id });
    const [event] = (await all.stripe.events.list({ type: 'charge.succeeded' })).data;
    expect(event?.data.object).toMatchObject({ refunded: false, balance_transaction: null });
  });

  it('come again, signed anew, until the shop answers 2xx; until then they count as undelivered', async () => {
    await all.pull('deliveries', { retrySeconds: [3600, 3600] });
    all.shop.status = 500;
    await pay();
    const first = await all.delivery(ofType(succeeded));
    const undelivered = { type: succeeded, delivery_success: false };
    expect((await all.stripe.events.list(undelivered)).data.map((event) => event.id)).toEqual([first.id]);
    all.shop.status = 200;
    await all.pull('clock', { advanceSeconds: 3700 });
    await expect.poll(() => times(succeeded)).toBe(2);
    const second = all.received.filter(ofType(succeeded))[1];
    expect(second?.id).toBe(first.id);
    expect(second?.signature).not.toBe(first.signature);
    await expect.poll(async () => (await all.stripe.events.list(undelivered)).data).toEqual([]);
  });

  it('can be lost, doubled, wrongly signed and overtaken', async () => {
    await all.pull('deliveries', { retrySeconds: [0] });
    await all.pull('faults', { match: `webhook:${succeeded}`, kind: 'drop-before' });
    await all.pull('faults', { match: 'webhook:payment_intent.created', kind: 'duplicate' });
    await all.pull('faults', { match: 'webhook:charge.succeeded', kind: 'reorder' });
    await pay();
    await all.delivery(ofType('charge.succeeded'));
    expect(all.received[0]?.type).not.toBe('charge.succeeded');
    await expect.poll(() => times('payment_intent.created')).toBe(2);
    await expect.poll(() => times(succeeded)).toBe(1);
    const ids = all.received.filter(ofType('payment_intent.created')).map((received) => received.id);
    expect(new Set(ids).size).toBe(1);

    await all.pull('faults', { match: 'webhook:customer.created', kind: 'wrong-signature' });
    await all.stripe.customers.create({});
    expect((await all.delivery(ofType('customer.created'))).event).toBe(null);
  });

  it('can be held and let go backwards', async () => {
    await all.pull('deliveries', { hold: true });
    await pay();
    await all.stripe.customers.create({});
    expect(all.received).toEqual([]);
    await all.pull('deliveries', { flush: 'reversed', hold: false });
    await all.delivery(ofType('payment_intent.created'));
    const order = all.received.map((received) => received.type).filter((type) => type !== 'charge.updated');
    expect(order).toEqual(['customer.created', succeeded, 'charge.succeeded', 'payment_intent.created']);
  });

  it('can be signed with two secrets, or with a stale time', async () => {
    await all.pull('deliveries', { signing: 'two-secrets' });
    await all.stripe.customers.create({});
    const rolled = await all.delivery(ofType('customer.created'));
    expect(rolled.signature.match(/v1=/g)?.length).toBe(2);
    expect(rolled.event?.type).toBe('customer.created');
    await all.pull('deliveries', { signing: 'stale' });
    await pay();
    expect((await all.delivery(ofType(succeeded))).event).toBe(null);
  });

  it('come once more on demand: the same id, or a second id for the same happening', async () => {
    await pay();
    const { id } = await all.delivery(ofType(succeeded));
    await all.pull('deliveries', { repeat: { event: id } });
    await all.pull('deliveries', { repeat: { event: id, freshId: true } });
    await expect.poll(() => times(succeeded)).toBe(3);
    const ids = all.received.filter(ofType(succeeded)).map((received) => received.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('go to further endpoints too, with a secret that only the creation shows', async () => {
    const url = `${all.world.shopOrigin}/elsewhere`;
    const made = await all.stripe.webhookEndpoints.create({ url, enabled_events: ['customer.created'] });
    expect(await all.stripe.webhookEndpoints.retrieve(made.id)).not.toHaveProperty('secret');
    await all.stripe.customers.create({});
    const fits = ({ raw, signature }: Received) => {
      try {
        return all.stripe.webhooks.constructEvent(raw, signature, made.secret ?? '').type === 'customer.created';
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
        throw error;
      }
    };
    expect((await all.delivery(fits)).type).toBe('customer.created');
  });

  it('tell of a charge that somebody else made on the account', async () => {
    const made = all.double.createForeignCharge({
      amountMinor: 2962,
      currency: 'USD',
      card: 'amex',
      metadata: { fb: '1' },
    });
    const { event } = await all.delivery(ofType('charge.succeeded'));
    expect(event?.data.object).toMatchObject({
      id: made.id,
      amount: 2962,
      currency: 'usd',
      paid: true,
      captured: true,
    });
    const seen = await all.stripe.charges.retrieve(made.id);
    expect(seen.payment_method_details?.card?.brand).toBe('amex');
    expect(seen.payment_intent).toBe(null);
  });
});
