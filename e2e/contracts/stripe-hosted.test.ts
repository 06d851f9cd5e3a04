import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStripeWorld, type StripeWorld } from './stripe-world';

let all: StripeWorld;
beforeAll(async () => {
  all = await openStripeWorld();
});
afterAll(() => all.close());

const returnUrl = 'http://localhost:3000/shop/checkout/return/stripe?back=token';
let made = 0;

/** A payment on Stripe's own page, as the shop asks for it. */
async function ask() {
  const attempt = `attempt-${++made}`;
  const session = await all.stripe.checkout.sessions.create({
    mode: 'payment',
    submit_type: 'pay',
    locale: 'de',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 2180, product_data: { name: '1 × Sechs kleine Vögel' } },
      },
    ],
    success_url: returnUrl,
    cancel_url: `${returnUrl}&gave-up=1`,
    client_reference_id: attempt,
    payment_intent_data: { metadata: { attempt } },
  });
  return { id: session.id, attempt, url: session.url ?? '' };
}

/** How it stands: the session's status, and the charge once there is one. */
async function look(id: string) {
  const { stripe } = all;
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
  const intent = typeof session.payment_intent === 'string' ? null : session.payment_intent;
  const charge = typeof intent?.latest_charge === 'string' ? null : intent?.latest_charge;
  return { status: session.status, paid: session.payment_status === 'paid', charge };
}

function type(url: string, number: string): Promise<Response> {
  const body = new URLSearchParams({ number, expiry: '12 / 34', cvc: '123' });
  return fetch(url, { method: 'POST', body, redirect: 'manual' });
}

describe("Stripe's hosted page", () => {
  it('shows goods and total, takes a card, and leads back; the charge is found by its session', async () => {
    const { id, attempt, url } = await ask();
    const page = await (await fetch(url)).text();
    expect(page).toContain('Pay €21.80');
    expect(page).toContain('1 × Sechs kleine Vögel');
    const paid = await type(url, '4242424242424242');
    expect([paid.status, paid.headers.get('location')]).toEqual([303, returnUrl]);
    expect(await look(id)).toMatchObject({
      status: 'complete',
      paid: true,
      charge: { amount: 2180, currency: 'eur', captured: true, metadata: { attempt } },
    });
    expect((await fetch(url)).status).toBe(410);
    await all.delivery((received) => received.type === 'checkout.session.completed');
  });

  it('keeps her on the page when a card is declined, and takes the next one', async () => {
    const { id, url } = await ask();
    const refused = await type(url, '4000000000009995');
    expect(refused.status).toBe(402);
    expect(await refused.text()).toContain('insufficient funds');
    expect(await look(id)).toMatchObject({ status: 'open', paid: false });
    expect((await type(url, '5555555555554444')).status).toBe(303);
    expect(await look(id)).toMatchObject({ status: 'complete', paid: true });
  });

  it('asks her bank where that wants it', async () => {
    const { id, url } = await ask();
    const asked = await type(url, '4000000000003220');
    const challenge = asked.headers.get('location') ?? '';
    expect(challenge).toContain('/challenge/');
    const passed = await fetch(challenge, {
      method: 'POST',
      body: new URLSearchParams({ result: 'complete' }),
      redirect: 'manual',
    });
    const back = await fetch(passed.headers.get('location') ?? '', { redirect: 'manual' });
    expect(back.headers.get('location')).toContain('/shop/checkout/return/stripe');
    expect(await look(id)).toMatchObject({ status: 'complete', paid: true });
  });

  it('is ended by the shop, after which nobody pays there; a paid one cannot be ended', async () => {
    const { id, url } = await ask();
    expect((await all.stripe.checkout.sessions.expire(id)).status).toBe('expired');
    expect((await type(url, '4242424242424242')).status).toBe(410);
    expect(await look(id)).toMatchObject({ status: 'expired', paid: false });
    const late = await ask();
    await type(late.url, '4242424242424242');
    await expect(all.stripe.checkout.sessions.expire(late.id)).rejects.toThrow(/can be expired/);
    expect(await look(late.id)).toMatchObject({ status: 'complete', paid: true });
  });

  it('ends by itself a day later', async () => {
    const { id, url } = await ask();
    await all.pull('clock', { advanceSeconds: 24 * 60 * 60 + 60 });
    await all.delivery((received) => received.type === 'checkout.session.expired');
    expect((await look(id)).status).toBe('expired');
    expect((await fetch(url)).status).toBe(410);
  });
});
