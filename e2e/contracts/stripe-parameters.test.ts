import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStripeWorld, type StripeWorld } from './stripe-world';

let all: StripeWorld;
beforeAll(async () => {
  all = await openStripeWorld();
});
afterAll(() => all.close());
beforeEach(() => all.pull('reset', {}));

const returnUrl = 'http://localhost:3000/shop/checkout/return/stripe';
const order = {
  amount: 1999,
  currency: 'eur',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const },
};
const pay = () => all.stripe.paymentIntents.create({ ...order, confirm: true, payment_method: 'pm_card_visa' });

async function complaint(method: string, path: string, form: Record<string, string>, headers?: Record<string, string>) {
  const { status, text } = await all.call(method, path, form, headers);
  const { code, param, message } = JSON.parse(text).error;
  return { status, code, param, message };
}

describe('parameters', () => {
  const path = '/v1/payment_intents';
  const form = { amount: '1999', currency: 'eur' };

  it('are refused by name: unknown, missing, not whole, empty, outside their list', async () => {
    expect(await complaint('POST', path, { ...form, colour: 'red' })).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
    });
    const nested = await complaint('POST', path, {
      ...form,
      'automatic_payment_methods[enabled]': 'true',
      'automatic_payment_methods[x]': '1',
    });
    expect(nested).toMatchObject({ status: 400, code: 'parameter_unknown', param: 'automatic_payment_methods[x]' });
    expect(await complaint('POST', path, { currency: 'eur' })).toMatchObject({
      code: 'parameter_missing',
      param: 'amount',
    });
    expect(await complaint('POST', path, { ...form, amount: '19.99' })).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
    expect(await complaint('POST', path, { ...form, customer: '' })).toMatchObject({
      code: 'parameter_invalid_empty',
      param: 'customer',
    });
    expect(await complaint('POST', path, { ...form, capture_method: 'never' })).toMatchObject({
      status: 400,
      param: 'capture_method',
    });
    expect(await complaint('POST', path, { ...form, return_url: returnUrl })).toMatchObject({
      status: 400,
      param: 'return_url',
    });
  });

  it('payment_method_types are gone since 2026-09-30, and taken from a caller without a version', async () => {
    const old = { ...form, 'payment_method_types[]': 'card' };
    const pinned = { 'stripe-version': '2026-10-28.endive' };
    expect(await complaint('POST', path, old, pinned)).toMatchObject({
      code: 'parameter_unknown',
      param: 'payment_method_types',
    });
    expect((await all.call('POST', path, old)).status).toBe(200);
    expect((await all.call('POST', path, old, { 'stripe-version': '2024-04-10' })).status).toBe(200);
  });

  it('amounts have minima, endings and an upper end', async () => {
    const amount = (value: number, currency: string) => all.call('POST', path, { amount: String(value), currency });
    for (const [least, currency] of [
      [50, 'eur'],
      [30, 'gbp'],
      [50, 'jpy'],
      [300, 'sek'],
      [17500, 'huf'],
    ] as const) {
      expect((await amount(least, currency)).status, currency).toBe(200);
      expect((await amount(least - 1, currency)).text, currency).toContain('amount_too_small');
    }
    expect((await amount(5125, 'kwd')).status).toBe(400);
    expect((await amount(1050, 'isk')).status).toBe(400);
    expect((await amount(1000, 'EUR')).text).toContain('Invalid currency');
    expect((await amount(100_000_000, 'eur')).text).toContain('amount_too_large');
  });

  it('metadata are bounded, changed key by key, and taken away with an empty text', async () => {
    const long = { ...form, [`metadata[${'k'.repeat(41)}]`]: 'v' };
    expect((await all.call('POST', path, long)).status).toBe(400);
    const intent = await all.stripe.paymentIntents.create({ ...order, metadata: { a: '1', b: '2' } });
    const changed = await all.stripe.paymentIntents.update(intent.id, { metadata: { a: '', c: '3' } });
    expect(changed.metadata).toEqual({ b: '2', c: '3' });
    expect((await all.stripe.paymentIntents.update(intent.id, { metadata: '' })).metadata).toEqual({});
  });

  it('expand only what can be expanded, four levels deep', async () => {
    const { id } = await pay();
    const expand = ['latest_charge.payment_intent.payment_method', 'payment_method'];
    const seen = await all.stripe.paymentIntents.retrieve(id, { expand });
    expect(seen.latest_charge).toMatchObject({ payment_intent: { payment_method: { type: 'card' } } });
    const wrong = { 'expand[]': 'latest_charge.payment_method_details' };
    expect((await complaint('GET', `${path}/${id}`, wrong)).message).toContain('cannot be expanded');
  });

  it('lists page through, newest first', async () => {
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) made.unshift((await all.stripe.paymentIntents.create(order)).id);
    const first = await all.stripe.paymentIntents.list({ limit: 2 });
    expect([first.data.map((intent) => intent.id), first.has_more]).toEqual([made.slice(0, 2), true]);
    const seen: string[] = [];
    for await (const intent of all.stripe.paymentIntents.list({ limit: 2 })) seen.push(intent.id);
    expect(seen).toEqual(made);
    await expect(all.stripe.paymentIntents.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' });
  });

  it('keys open what they may: none, a wrong one, a publishable one', async () => {
    const { id, client_secret: secret } = await all.stripe.paymentIntents.create({
      ...order,
      metadata: { attempt: '1' },
    });
    const publishable = { authorization: `Bearer ${all.world.accounts.stripe.publishableKey}` };
    expect((await all.call('GET', path, {}, { authorization: '' })).status).toBe(401);
    expect((await all.call('GET', path, {}, { authorization: 'Bearer sk_test_wrong' })).status).toBe(401);
    expect(await complaint('POST', path, form, publishable)).toMatchObject({
      status: 401,
      code: 'secret_key_required',
    });
    expect((await all.call('GET', `${path}/${id}`, {}, publishable)).status).toBe(401);
    const seen = await all.call('GET', `${path}/${id}`, { client_secret: secret ?? '' }, publishable);
    expect(JSON.parse(seen.text)).toMatchObject({ id, amount: 1999 });
    expect(JSON.parse(seen.text)).not.toHaveProperty('metadata');
    expect((await complaint('POST', '/v1/nothing', form)).message).toContain(
      'Unrecognized request URL (POST: /v1/nothing)',
    );
  });

  it('card numbers are taken from the frame only', async () => {
    const data = {
      type: 'card',
      'card[number]': '4242424242424242',
      'card[exp_month]': '12',
      'card[exp_year]': '34',
      'card[cvc]': '123',
    };
    expect((await complaint('POST', '/v1/payment_methods', data)).message).toContain('generally unsafe');
    const publishable = {
      authorization: `Bearer ${all.world.accounts.stripe.publishableKey}`,
      origin: 'http://shop.test',
    };
    expect((await complaint('POST', '/v1/payment_methods', data, publishable)).message).toContain('unsupported');
    const frame = { ...publishable, origin: all.double.origin };
    expect((await all.call('POST', '/v1/payment_methods', data, frame)).status).toBe(200);
    expect(
      await complaint('POST', '/v1/payment_methods', { ...data, 'card[number]': '4242424242424241' }, frame),
    ).toMatchObject({
      status: 402,
      code: 'incorrect_number',
    });
    expect((await complaint('POST', '/v1/payment_methods', { ...data, 'card[exp_year]': '2020' }, frame)).code).toBe(
      'invalid_expiry_year',
    );
  });
});
