import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStripeWorld, type StripeWorld } from './stripe-world';

let all: StripeWorld;
beforeAll(async () => {
  all = await openStripeWorld();
});
afterAll(() => all.close());

const order = {
  amount: 1999,
  currency: 'eur',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const },
};
const paying = (card: string) => ({ ...order, confirm: true, payment_method: card });
let keys = 0;
const newKey = () => `attempt:${++keys}`;

const post = async (path: string, form: Record<string, string>, key: string) => {
  const { status, headers, text } = await all.call('POST', path, form, { 'idempotency-key': key });
  return { status, headers, body: text };
};

const form = { amount: '1999', currency: 'eur' };
const intentCount = async () => (await all.stripe.paymentIntents.list({ limit: 100 })).data.length;

describe('the idempotency of the double', () => {
  it('replays status and body, and says so', async () => {
    const key = newKey();
    const first = await post('/v1/payment_intents', form, key);
    const count = await intentCount();
    const second = await post('/v1/payment_intents', form, key);
    expect(second.body).toBe(first.body);
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(second.headers.get('original-request')).toBe(first.headers.get('request-id'));
    expect(second.headers.get('idempotency-key')).toBe(key);
    expect(await intentCount()).toBe(count);
  });

  it('keeps a decline: the same key can never succeed', async () => {
    const idempotencyKey = newKey();
    const decline = { code: 'card_declined', decline_code: 'insufficient_funds' };
    const card = 'pm_card_visa_chargeDeclinedInsufficientFunds';
    await expect(all.stripe.paymentIntents.create(paying(card), { idempotencyKey })).rejects.toMatchObject(decline);
    const count = await intentCount();
    await expect(all.stripe.paymentIntents.create(paying(card), { idempotencyKey })).rejects.toMatchObject(decline);
    expect(await intentCount()).toBe(count);
  });

  it('keeps a 500 that came after the work', async () => {
    const idempotencyKey = newKey();
    await all.pull('faults', { match: 'POST /v1/payment_intents', kind: 'status', status: 500, acted: true });
    await expect(all.stripe.paymentIntents.create(order, { idempotencyKey })).rejects.toMatchObject({
      statusCode: 500,
    });
    const count = await intentCount();
    await expect(all.stripe.paymentIntents.create(order, { idempotencyKey })).rejects.toMatchObject({
      statusCode: 500,
    });
    expect(await intentCount()).toBe(count);
  });

  it('forgets what never began: bad parameters, a 500 before the work, a cut connection', async () => {
    const idempotencyKey = newKey();
    await expect(all.stripe.paymentIntents.create({ ...order, amount: 10 }, { idempotencyKey })).rejects.toMatchObject({
      code: 'amount_too_small',
    });
    await all.pull('faults', { match: 'POST /v1/payment_intents', kind: 'status', status: 500 });
    await expect(all.stripe.paymentIntents.create(order, { idempotencyKey })).rejects.toMatchObject({
      statusCode: 500,
    });
    await all.pull('faults', { match: 'POST /v1/payment_intents', kind: 'drop-before' });
    const once = await post('/v1/payment_intents', form, idempotencyKey).catch((error: unknown) => error);
    expect(once).toBeInstanceOf(TypeError);
    expect((await all.stripe.paymentIntents.create(order, { idempotencyKey })).status).toBe('requires_payment_method');
  });

  it('finds the work of a call whose answer was lost', async () => {
    const idempotencyKey = newKey();
    await all.pull('faults', { match: 'POST /v1/payment_intents', kind: 'drop-after' });
    const before = await intentCount();
    await expect(post('/v1/payment_intents', form, idempotencyKey)).rejects.toThrow();
    const again = await post('/v1/payment_intents', form, idempotencyKey);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    expect(await intentCount()).toBe(before + 1);
  });

  it('refuses other parameters and another path under the same key', async () => {
    const key = newKey();
    const first = await post('/v1/payment_intents', form, key);
    const changed = await post('/v1/payment_intents', { ...form, amount: '2000' }, key);
    const moved = await post('/v1/refunds', { charge: 'ch_1' }, key);
    expect([first.status, changed.status, moved.status]).toEqual([200, 400, 400]);
    expect(JSON.parse(changed.body).error.type).toBe('idempotency_error');
    expect(JSON.parse(moved.body).error.message).toContain('/v1/payment_intents');
    await expect(
      all.stripe.paymentIntents.create({ ...order, amount: 2000 }, { idempotencyKey: key }),
    ).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
  });

  it('answers 409 while the first call still runs', async () => {
    const key = newKey();
    await all.pull('faults', { match: 'POST /v1/payment_intents', kind: 'delay', delayMs: 600 });
    const first = post('/v1/payment_intents', form, key);
    await expect.poll(() => all.world.wire.since(0).at(-1)?.status).toBe(null);
    const second = await post('/v1/payment_intents', form, key);
    expect([second.status, JSON.parse(second.body).error.code]).toEqual([409, 'idempotency_key_in_use']);
    expect(second.headers.get('stripe-should-retry')).toBe('true');
    expect((await first).status).toBe(200);
    expect((await post('/v1/payment_intents', form, key)).headers.get('idempotent-replayed')).toBe('true');
  });

  it('forgets a key after 24 hours of the world', async () => {
    const key = newKey();
    const first = await post('/v1/payment_intents', form, key);
    await all.pull('clock', { advanceSeconds: 23 * 3600 });
    expect((await post('/v1/payment_intents', form, key)).body).toBe(first.body);
    await all.pull('clock', { advanceSeconds: 2 * 3600 });
    const later = await post('/v1/payment_intents', form, key);
    expect(later.headers.get('idempotent-replayed')).toBe(null);
    expect(JSON.parse(later.body).id).not.toBe(JSON.parse(first.body).id);
  });
});
