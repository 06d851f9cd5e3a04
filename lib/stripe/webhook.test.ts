import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { readStripeEvent } from './webhook';

const NOW = new Date('2026-11-22T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const SECRET = 'whsec_mine';

const payload = (change: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: 'evt_1',
    type: 'payment_intent.succeeded',
    created: SECONDS,
    livemode: false,
    data: { object: { id: 'pi_1', object: 'payment_intent', amount: 1 } },
    ...change,
  });

function signed(rawBody: string, { secret = SECRET, timestamp = SECONDS } = {}): string {
  return Stripe.webhooks.generateTestHeaderString({ payload: rawBody, secret, timestamp });
}
const read = (rawBody: string, signature: string | null, secrets = [SECRET]) =>
  readStripeEvent({ rawBody, signature, secrets, now: NOW });

describe('readStripeEvent', () => {
  it('takes the ids of a signed event, and none of its figures', () => {
    const body = payload();
    expect(read(body, signed(body))).toEqual({
      ok: true,
      value: {
        eventId: 'evt_1',
        type: 'payment_intent.succeeded',
        paymentId: 'pi_1',
        chargeId: null,
        disputeId: null,
        livemode: false,
      },
    });
  });

  it('finds payment and charge of a charge, a refund and a dispute', () => {
    const of = (object: object) => {
      const body = payload({ data: { object } });
      return read(body, signed(body));
    };
    expect(of({ id: 'ch_1', object: 'charge', payment_intent: 'pi_2' })).toMatchObject({
      value: { paymentId: 'pi_2', chargeId: 'ch_1' },
    });
    expect(of({ id: 're_1', object: 'refund', payment_intent: null, charge: 'ch_9' })).toMatchObject({
      value: { paymentId: null, chargeId: 'ch_9', disputeId: null },
    });
    expect(of({ id: 'pm_1', object: 'payment_method' })).toMatchObject({
      value: { paymentId: null, chargeId: null, methodId: 'pm_1' },
    });
    expect(of({ id: 'du_1', object: 'dispute', payment_intent: 'pi_3', charge: 'ch_3' })).toMatchObject({
      value: { paymentId: 'pi_3', chargeId: 'ch_3', disputeId: 'du_1' },
    });
  });

  const body = payload();
  it.each([
    ['no header', null],
    ['an empty header', ''],
    ['another secret', signed(body, { secret: 'whsec_other' })],
    ['the signature of another body', signed(`${body} `)],
    ['a scheme that is not v1', signed(body).replace('v1=', 'v0=')],
    ['301 seconds ago', signed(body, { timestamp: SECONDS - 301 })],
    ['301 seconds ahead', signed(body, { timestamp: SECONDS + 301 })],
    ['no time', signed(body).replace(/t=\d+,/, '')],
    ['a time that is no number', signed(body).replace(/t=\d+/, 't=NaN')],
  ])('refuses %s', (_name, signature) => {
    expect(read(body, signature)).toEqual({ ok: false, problem: 'bad_signature' });
  });

  it('takes 299 seconds either way, a second secret, and one right signature of two [9×kr 15×kr 9×ck 15×ck]', () => {
    expect(read(body, signed(body, { timestamp: SECONDS - 299 })).ok).toBe(true);
    expect(read(body, signed(body, { timestamp: SECONDS + 299 })).ok).toBe(true);
    expect(read(body, signed(body, { secret: 'whsec_old' }), ['whsec_new', 'whsec_old']).ok).toBe(true);
    const right = /v1=(\w+)/.exec(signed(body))?.[1];
    expect(read(body, `t=${SECONDS},v1=${'0'.repeat(64)},v1=${right}`).ok).toBe(true);
  });

  it.each(['null', '[]', '{}', 'rubbish', payload({ id: 5 })])('says "malformed" of a signed %s', (text) => {
    expect(read(text, signed(text))).toEqual({ ok: false, problem: 'malformed' });
  });
});
