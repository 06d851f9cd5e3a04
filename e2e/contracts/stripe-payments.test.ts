import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStripeWorld, type StripeWorld } from './stripe-world';

let all: StripeWorld;
beforeAll(async () => {
  all = await openStripeWorld();
});
afterAll(() => all.close());
beforeEach(() => all.pull('reset', {}));

const returnUrl = 'http://localhost:3000/shop/checkout/return/stripe?order=1';
const order = {
  amount: 1999,
  currency: 'eur',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const },
};
const pay = (payment_method = 'pm_card_visa', more: object = {}) =>
  all.stripe.paymentIntents.create({ ...order, confirm: true, payment_method, ...more });
const token = async (payment_method = 'pm_card_visa') =>
  (await all.stripe.testHelpers.confirmationTokens.create({ payment_method })).id;

describe('confirmation', () => {
  it('uses a token once, before it is twelve hours old', async () => {
    const once = await token();
    const [first, second] = [
      await all.stripe.paymentIntents.create(order),
      await all.stripe.paymentIntents.create(order),
    ];
    expect((await all.stripe.paymentIntents.confirm(first.id, { confirmation_token: once })).status).toBe('succeeded');
    const again = all.stripe.paymentIntents.confirm(second.id, { confirmation_token: once });
    await expect(again).rejects.toMatchObject({ code: 'confirmation_token_already_used' });
    const old = await token();
    await all.pull('clock', { advanceSeconds: 12 * 3600 });
    const late = all.stripe.paymentIntents.confirm(second.id, { confirmation_token: old });
    await expect(late).rejects.toMatchObject({ code: 'confirmation_token_expired' });
    const unknown = all.stripe.paymentIntents.confirm(second.id, { confirmation_token: 'ctoken_none' });
    await expect(unknown).rejects.toMatchObject({ code: 'resource_missing', param: 'confirmation_token' });
  });

  it('happens once: a paid intent takes no second payment, and its amount stands', async () => {
    const { id } = await pay();
    const again = all.stripe.paymentIntents.confirm(id, { confirmation_token: await token() });
    await expect(again).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' });
    await expect(all.stripe.paymentIntents.update(id, { amount: 5 })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    await expect(all.stripe.paymentIntents.cancel(id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it('wants a return address where methods may redirect', async () => {
    const automatic_payment_methods = { enabled: true };
    await expect(pay('pm_card_visa', { automatic_payment_methods })).rejects.toMatchObject({ param: 'return_url' });
    expect((await pay('pm_card_visa', { automatic_payment_methods, return_url: returnUrl })).status).toBe('succeeded');
  });

  it('declines with the code of the card and waits for another one', async () => {
    const declines = [
      ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
      ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
      ['pm_card_chargeDeclinedExpiredCard', 'expired_card', ''],
      ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', ''],
      ['pm_card_chargeDeclinedProcessingError', 'processing_error', ''],
      ['pm_card_threeDSecureRequiredProcessingError', 'card_declined', 'generic_decline'],
    ] as const;
    for (const [card, code, declineCode] of declines) {
      const state = { status: 'requires_payment_method', payment_method: null };
      const expected = { statusCode: 402, code, decline_code: declineCode, payment_intent: state };
      await expect(pay(card), card).rejects.toMatchObject(expected);
    }
    const [intent] = (await all.stripe.paymentIntents.list()).data;
    const paid = await all.stripe.paymentIntents.confirm(intent?.id ?? '', { confirmation_token: await token() });
    expect([paid.status, paid.last_payment_error]).toEqual(['succeeded', null]);
  });

  it('lets a test say what the next card does', async () => {
    await all.pull('payments', { nextCard: 'insufficient_funds' });
    await expect(pay()).rejects.toMatchObject({ decline_code: 'insufficient_funds' });
    expect((await pay()).status).toBe('succeeded');
    expect((await all.pull('payments', { nextCard: 'pm_card_gold' })).status).toBe(400);
    expect((await all.pull('payments', { nextcard: 'declined' })).status).toBe(400);
  });
});

describe('3-D Secure', () => {
  const finish = (url: string, result: string) => all.call('POST', new URL(url).pathname, { result });

  it('sends the browser away and back again', async () => {
    const start = async () => {
      const intent = await pay('pm_card_threeDSecureRequired', { return_url: returnUrl });
      return { intent, url: intent.next_action?.redirect_to_url?.url ?? '' };
    };
    const [good, bad] = [await start(), await start()];
    expect(good.intent.status).toBe('requires_action');
    const back = new URL((await finish(good.url, 'complete')).headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe('http://localhost:3000/shop/checkout/return/stripe');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      order: '1',
      payment_intent: good.intent.id,
      payment_intent_client_secret: good.intent.client_secret,
      redirect_status: 'succeeded',
    });
    expect((await finish(bad.url, 'fail')).headers.get('location')).toContain('redirect_status=failed');
    const states = [good, bad].map(({ intent }) =>
      all.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] }),
    );
    const [paid, failed] = await Promise.all(states);
    expect(paid).toMatchObject({
      status: 'succeeded',
      latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
    });
    expect(failed).toMatchObject({
      status: 'requires_payment_method',
      latest_charge: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
    expect((await finish(good.url, 'complete')).status).toBe(400);
  });

  it('can pass and still be declined', async () => {
    const intent = await pay('pm_card_authenticationRequiredChargeDeclinedInsufficientFunds', {
      return_url: returnUrl,
    });
    await finish(intent.next_action?.redirect_to_url?.url ?? '', 'complete');
    const after = await all.stripe.paymentIntents.retrieve(intent.id);
    expect(after.last_payment_error).toMatchObject({ code: 'card_declined', decline_code: 'insufficient_funds' });
  });

  it('is a decline where nobody can answer the bank', async () => {
    const expected = { code: 'authentication_required', decline_code: 'authentication_required' };
    await expect(pay('pm_card_threeDSecureRequired', { off_session: true })).rejects.toMatchObject(expected);
    await expect(pay('pm_card_threeDSecureRequired', { error_on_requires_action: true })).rejects.toMatchObject(
      expected,
    );
  });

  it('is asked of any card on request, and never of one that cannot', async () => {
    const asked = { payment_method_options: { card: { request_three_d_secure: 'any' } } };
    expect((await pay('pm_card_visa', asked)).status).toBe('requires_action');
    expect((await pay('pm_card_amex', asked)).status).toBe('succeeded');
  });
});

describe('after the payment', () => {
  it('holds money, captures less, and lets go after seven days', async () => {
    const manual = { capture_method: 'manual' };
    const held = await pay('pm_card_visa', manual);
    expect([held.status, held.amount_capturable]).toEqual(['requires_capture', 1999]);
    await expect(all.stripe.refunds.create({ payment_intent: held.id })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    await expect(all.stripe.paymentIntents.capture(held.id, { amount_to_capture: 2000 })).rejects.toMatchObject({
      code: 'amount_too_large',
    });
    const captured = await all.stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 });
    expect([captured.status, captured.amount_received]).toEqual(['succeeded', 1500]);
    const forgotten = await pay('pm_card_visa', manual);
    await all.pull('clock', { advanceSeconds: 7 * 24 * 3600 + 1 });
    await expect
      .poll(() => all.stripe.paymentIntents.retrieve(forgotten.id))
      .toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
  });

  it('refunds in parts up to the whole, and not a cent more', async () => {
    const { id } = await pay();
    await all.stripe.refunds.create({ payment_intent: id, amount: 999 });
    await expect(all.stripe.refunds.create({ payment_intent: id, amount: 1001 })).rejects.toMatchObject({
      param: 'amount',
    });
    await all.stripe.refunds.create({ payment_intent: id });
    await expect(all.stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    const [charge] = (await all.stripe.charges.list({ payment_intent: id })).data;
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 1999, status: 'succeeded' });
    expect((await all.stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
  });

  it('may see a refund fail later', async () => {
    await all.pull('payments', { failRefund: true });
    const { id } = await pay();
    const refund = await all.stripe.refunds.create({ payment_intent: id });
    expect(refund.status).toBe('succeeded');
    await all.pull('clock', { advanceSeconds: 60 });
    await expect.poll(() => all.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed' });
    const [charge] = (await all.stripe.charges.list({ payment_intent: id })).data;
    expect(charge).toMatchObject({ refunded: false, amount_refunded: 0 });
  });

  it('may be disputed, and then not refunded', async () => {
    const { id } = await pay();
    await all.pull('payments', { dispute: { charge: id, reason: 'product_not_received' } });
    await expect(all.stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({ code: 'charge_disputed' });
    const [dispute] = (await all.stripe.disputes.list({ payment_intent: id })).data;
    expect(dispute).toMatchObject({ status: 'needs_response', reason: 'product_not_received' });
    await all.pull('payments', { dispute: { charge: id, close: 'lost' } });
    expect((await all.stripe.disputes.retrieve(dispute?.id ?? '')).status).toBe('lost');
  });

  it('is found again by metadata', async () => {
    const { id } = await pay('pm_card_visa', { metadata: { attempt: 'b-42' } });
    await pay('pm_card_visa', { metadata: { attempt: 'b-43' } });
    const found = await all.stripe.paymentIntents.search({ query: "metadata['attempt']:'b-42'" });
    expect(found.data.map((intent) => intent.id)).toEqual([id]);
    await expect(all.stripe.paymentIntents.search({ query: 'attempt is b-42' })).rejects.toMatchObject({
      param: 'query',
    });
  });

  it('is laid aside and taken up again, and shown on the dashboard', async () => {
    const { id } = await pay();
    const snapshot: unknown = await (await all.pull('snapshot', {})).json();
    await all.pull('reset', {});
    expect((await all.stripe.paymentIntents.list()).data).toEqual([]);
    await all.pull('restore', snapshot);
    expect((await all.stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
    const { text } = await all.call('GET', '/dashboard', {});
    expect(text).toContain('Simulator');
    expect(text).toContain('19.99 EUR');
    const { charges } = JSON.parse((await all.call('GET', '/control/stripe/charges', {})).text);
    expect(charges).toMatchObject([
      { amount: 1999, currency: 'eur', status: 'succeeded', payment_intent: id, refunded: false },
    ]);
  });
});
