import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStripeWorld, type StripeWorld } from './stripe-world';

const cards = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } };
let all: StripeWorld;
beforeAll(async () => {
  all = await openStripeWorld();
});
afterAll(() => all.close());

const newCustomer = async () => (await all.stripe.customers.create({ name: 'Ada' })).id;

/** Pays with a card of the test list, kept for a customer. */
async function keep(card: string, customer: string) {
  const { stripe } = all;
  const token = await stripe.testHelpers.confirmationTokens.create({ payment_method: card });
  const intent = await stripe.paymentIntents.create({
    amount: 4900,
    currency: 'eur',
    ...cards,
    customer,
    setup_future_usage: 'on_session',
  });
  return stripe.paymentIntents.confirm(intent.id, { confirmation_token: token.id });
}
async function payKept(method: string, customer?: string) {
  const { stripe } = all;
  const intent = await stripe.paymentIntents.create({
    amount: 900,
    currency: 'eur',
    ...cards,
    ...(customer ? { customer } : {}),
  });
  return stripe.paymentIntents.confirm(intent.id, { payment_method: method, use_stripe_sdk: true });
}

describe('a kept card at the double', () => {
  it('is attached by the payment that keeps it, pays again, and is told of', async () => {
    const customer = await newCustomer();
    const first = await keep('pm_card_visa', customer);
    const kept = await all.stripe.customers.listPaymentMethods(customer);
    expect(kept.data.map(({ id }) => id)).toEqual([first.payment_method]);
    expect((await payKept(String(first.payment_method), customer)).status).toBe('succeeded');
    const events = await all.stripe.events.list({ types: ['payment_method.attached'] });
    expect(events.data.length).toBeGreaterThan(0);
  });

  it('is gone with its customer, who is told of as deleted from then on', async () => {
    const customer = await newCustomer();
    const first = await keep('pm_card_visa', customer);
    expect(await all.stripe.customers.del(customer)).toMatchObject({ id: customer, deleted: true });
    expect(await all.stripe.customers.retrieve(customer)).toMatchObject({ id: customer, deleted: true });
    await expect(payKept(String(first.payment_method))).rejects.toThrow();
    await expect(all.stripe.customers.del(customer)).rejects.toMatchObject({ code: 'resource_missing' });
  });

  it('pays for nobody else, and without its customer not at all', async () => {
    const first = await keep('pm_card_visa', await newCustomer());
    const method = String(first.payment_method);
    await expect(payKept(method, await newCustomer())).rejects.toThrow(/belongs to a different customer/);
    await expect(payKept(method)).rejects.toThrow(/Please include the Customer/);
  });

  it('pays nothing after it was detached, and is detached once', async () => {
    const customer = await newCustomer();
    const first = await keep('pm_card_visa', customer);
    const method = String(first.payment_method);
    expect((await all.stripe.paymentMethods.detach(method)).customer).toBeNull();
    await expect(payKept(method, customer)).rejects.toThrow(/may not be used again/);
    await expect(all.stripe.paymentMethods.detach(method)).rejects.toThrow(/not attached to a customer/);
  });

  it('is asked about by the bank each time, unless the bank was content with the first', async () => {
    const customer = await newCustomer();
    const strict = await keep('pm_card_authenticationRequired', customer);
    expect(strict.status).toBe('requires_action');
    expect(strict.next_action?.type).toBe('use_stripe_sdk');
    const method = await all.stripe.paymentMethods.retrieve('pm_card_authenticationRequired');
    await all.stripe.paymentMethods.attach(method.id, { customer });
    expect((await payKept(method.id, customer)).status).toBe('requires_action');
  });
});
