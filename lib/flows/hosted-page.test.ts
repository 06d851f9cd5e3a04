import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoAccounts } from '@/e2e/simulator/accounts';
import { type StripeDouble, startStripe } from '@/e2e/simulator/stripe/server';
import { loneWorld } from '@/e2e/simulator/world/lone-world';
import { getAttemptOfRequest } from '@/lib/db/attempts';
import { orders, paymentAttempts } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import type { PaymentEvent } from '@/lib/domain/payments/payment';
import { createStripeGateway } from '@/lib/stripe/payment-gateway';
import { applyStripeEvent } from './apply-stripe-event';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { confirmCheckout } from './confirm-checkout';
import { lookUpAttempt } from './look-up-attempt';
import { quoteCheckout } from './quote-checkout';
import { returnFromApproval } from './return-from-approval';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: TestHouse;
let double: StripeDouble;
let ada: ShopperId;
let requestId: string;

beforeEach(async () => {
  house = await createTestHouse();
  double = await startStripe(loneWorld(), { port: 0 });
  reach(double.origin);
  await addProduct(house, { slug: 'print', stock: 1 });
  ada = await addShopper(house);
  requestId = house.deps.newId();
  await addLineItem(house.deps, { shopperId: ada, slug: 'print', options: {}, quantity: 1 });
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await double.close();
  await house.drop();
});

function reach(apiOrigin: string): void {
  house.deps.payments.stripe = createStripeGateway({ secretKey: demoAccounts.stripe.secretKey, apiOrigin });
}

async function order(shopperId = ada) {
  const quote = await quoteCheckout(house.deps, { shopperId, marketId: 'de', country: 'DE' });
  if (!quote.ok) return quote;
  return confirmCheckout(house.deps, {
    shopperId,
    marketId: 'de',
    dialogRequestId: requestId,
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: quote.value.total,
    way: 'hosted',
    proof: null,
  });
}

async function orderedPage(): Promise<string> {
  const answer = await order();
  if (!answer.ok || answer.value.is !== 'approval_required') throw new Error('Stripe is not asked');
  return answer.value.url;
}

/** What she does on Stripe's page; where it sends her, if anywhere. */
async function payAt(url: string): Promise<URL | null> {
  const body = new URLSearchParams({ number: '4242424242424242', expiry: '12 / 34', cvc: '123' });
  const sent = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  const location = sent.headers.get('location');
  return location ? new URL(location) : null;
}

const standing = () => lookUpAttempt(house.deps, { shopperId: ada, dialogRequestId: requestId });
const attempt = () => getAttemptOfRequest(house.deps.db, { shopperId: ada, dialogRequestId: requestId });
const tell = (event: Partial<PaymentEvent>) =>
  applyStripeEvent(house.deps, {
    eventId: 'evt_1',
    type: 'checkout.session.completed',
    paymentId: null,
    chargeId: null,
    livemode: false,
    ...event,
  });

it('makes one order of what Stripe says twice, at once and after each other', async () => {
  await payAt(await orderedPage());
  const paymentId = (await attempt())?.providerPaymentId ?? '';
  await Promise.all([tell({ paymentId }), tell({ paymentId }), standing()]);
  expect(await tell({ paymentId })).toBe('done');
  expect(await standing()).toMatchObject({ is: 'paid' });
  expect(await house.deps.db.select().from(orders)).toHaveLength(1);
});

it('finds the payment by its charge too, which names an intent that we never made', async () => {
  await payAt(await orderedPage());
  const state = await house.deps.payments.stripe.listCharges(new Date(0));
  const charge = state.ok ? state.value[0] : undefined;
  expect(charge?.paymentId).toMatch(/^pi_/);
  const event = { type: 'charge.succeeded', paymentId: charge?.paymentId ?? '', chargeId: charge?.id ?? '' };
  expect(await tell(event)).toBe('done');
  expect(await attempt()).toMatchObject({ end: 'succeeded', way: 'hosted' });
});

it('finds the same page again when it was made and nobody heard its id', async () => {
  const url = await orderedPage();
  await house.deps.db
    .update(paymentAttempts)
    .set({ providerPaymentId: null })
    .where(eq(paymentAttempts.dialogRequestId, requestId));
  expect(await standing()).toMatchObject({ is: 'approval_required', url });
  const address = await payAt(url);
  const token = address?.searchParams.get('back') ?? '';
  const sessionTokenHash = house.deps.newId();
  expect(await returnFromApproval(house.deps, { token, gaveUp: false, sessionTokenHash })).toMatchObject({
    ok: true,
    value: { requestId, answer: { is: 'paid' } },
  });
  const again = { token, gaveUp: false, sessionTokenHash: null };
  expect(await returnFromApproval(house.deps, again)).toEqual({ ok: false, problem: 'hand_off_over' });
});

it('keeps the stock until Stripe has said that nobody can pay there any more', async () => {
  const url = await orderedPage();
  const ben = await addShopper(house);
  const wish = { shopperId: ben, slug: 'print', options: {}, quantity: 1 };
  reach('http://127.0.0.1:9');
  house.advance(31 * 60);
  await checkAttempts(house.deps);
  expect(await attempt()).toMatchObject({ status: 'open' });
  expect(await addLineItem(house.deps, wish)).toMatchObject({ ok: false });

  reach(double.origin);
  house.advance(60 * 60);
  await checkAttempts(house.deps);
  expect(await standing()).toEqual({ is: 'over', end: 'expired' });
  expect(await payAt(url)).toBeNull();
  expect(await addLineItem(house.deps, wish)).toMatchObject({ ok: true });
});

it('takes a payment that was made while the shop heard nothing, though its time was over', async () => {
  const url = await orderedPage();
  reach('http://127.0.0.1:9');
  house.advance(31 * 60);
  await checkAttempts(house.deps);
  await payAt(url);
  reach(double.origin);
  house.advance(60 * 60);
  await checkAttempts(house.deps);
  expect(await standing()).toMatchObject({ is: 'paid' });
});

it('ends at Stripe when she gives up there, and sells the piece to the next one', async () => {
  const url = await orderedPage();
  const found = (await (await fetch(url)).text()).match(/href="([^"]*gave-up=1)"/)?.[1] ?? '';
  const token = new URL(found.replaceAll('&amp;', '&')).searchParams.get('back') ?? '';
  const back = { token, gaveUp: true, sessionTokenHash: null };
  expect(await returnFromApproval(house.deps, back)).toMatchObject({
    ok: true,
    value: { answer: { is: 'over', end: 'cancelled' } },
  });
  expect(await payAt(url)).toBeNull();
  requestId = house.deps.newId();
  expect(await order()).toMatchObject({ ok: true, value: { is: 'approval_required' } });
});
