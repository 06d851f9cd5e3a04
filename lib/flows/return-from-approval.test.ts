import { afterEach, beforeEach, expect, it } from 'vitest';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { type PaypalDouble, startPaypal } from '@/e2e/simulator/paypal/server';
import { loneWorld } from '@/e2e/simulator/world/lone-world';
import { getAttemptOfRequest } from '@/lib/db/attempts';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import { createPaypalGateway } from '@/lib/paypal/payment-gateway';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { confirmCheckout } from './confirm-checkout';
import { lookUpAttempt } from './look-up-attempt';
import { quoteCheckout } from './quote-checkout';
import { returnFromApproval } from './return-from-approval';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let double: PaypalDouble;
let ada: ShopperId;
let requestId: string;

beforeEach(async () => {
  house = await createTestHouse();
  double = await startPaypal(loneWorld(), { port: 0, webhookRetryDelaysMs: [] });
  house.deps.payments.paypal = createPaypalGateway({ ...paypalAccount, apiOrigin: double.origin });
  await addProduct(house, { slug: 'print', stock: 1 });
  ada = await addShopper(house);
  requestId = house.deps.newId();
  await addLineItem(house.deps, { shopperId: ada, slug: 'print', options: {}, quantity: 1 });
});
afterEach(async () => {
  await double.close();
  await house.drop();
});

async function order() {
  const quote = await quoteCheckout(house.deps, { shopperId: ada, marketId: 'de', country: 'DE' });
  if (!quote.ok) throw new Error(quote.problem);
  return confirmCheckout(house.deps, {
    shopperId: ada,
    marketId: 'de',
    dialogRequestId: requestId,
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: quote.value.total,
    way: 'paypal',
    proof: null,
  });
}

/** What she does on PayPal's page; resolves to where it sends her. */
async function atPaypal(result: 'pay' | 'decline' | 'cancel'): Promise<URL> {
  const answer = await order();
  if (!answer.ok || answer.value.is !== 'approval_required') throw new Error('PayPal is not asked');
  const body = new URLSearchParams({ result });
  const sent = await fetch(answer.value.url, { method: 'POST', body, redirect: 'manual' });
  return new URL(sent.headers.get('location') ?? '');
}

const back = (address: URL, gaveUp = false) =>
  returnFromApproval(house.deps, {
    token: address.searchParams.get('back') ?? '',
    gaveUp,
    sessionTokenHash: house.deps.newId(),
  });
const standing = () => lookUpAttempt(house.deps, { shopperId: ada, dialogRequestId: requestId });

it('captures when she comes back, and her way back works once', async () => {
  const address = await atPaypal('pay');
  expect(await back(address)).toMatchObject({ ok: true, value: { requestId, answer: { is: 'paid' } } });
  expect(await back(address)).toEqual({ ok: false, problem: 'hand_off_over' });
  expect(await standing()).toMatchObject({ is: 'paid' });
});

it('captures by itself when she never comes back', async () => {
  await atPaypal('pay');
  house.advance(60);
  await checkAttempts(house.deps);
  expect(await getAttemptOfRequest(house.deps.db, { shopperId: ada, dialogRequestId: requestId })).toMatchObject({
    end: 'succeeded',
    provider: 'paypal',
  });
});

it('lets the stock go when she gives up at PayPal, and a new order may begin', async () => {
  expect(await back(await atPaypal('cancel'), true)).toMatchObject({
    ok: true,
    value: { answer: { is: 'over', end: 'cancelled' } },
  });
  requestId = house.deps.newId();
  expect(await order()).toMatchObject({ ok: true, value: { is: 'approval_required' } });
});

it('takes nothing that she approves after its time', async () => {
  await order();
  house.advance(31 * 60);
  await checkAttempts(house.deps);
  expect(await standing()).toEqual({ is: 'over', end: 'expired' });
  const attempt = await getAttemptOfRequest(house.deps.db, { shopperId: ada, dialogRequestId: requestId });
  const url = `${double.origin}/checkoutnow?token=${attempt?.providerPaymentId}`;
  await fetch(url, { method: 'POST', body: new URLSearchParams({ result: 'pay' }), redirect: 'manual' });
  house.advance(60);
  await checkAttempts(house.deps);
  const seen = await fetch(`${double.origin}/control/paypal/captures`);
  expect(await seen.json()).toEqual({ captures: [] });
});

it('tells of a decline also when the worker heard of it first', async () => {
  const address = await atPaypal('decline');
  house.advance(60);
  await checkAttempts(house.deps);
  expect(await back(address)).toMatchObject({
    ok: true,
    value: { answer: { is: 'approval_required', declined: true } },
  });
});

it('is not offered where the merchant has no account', async () => {
  house.deps.payments.paypal = null;
  expect(await order()).toEqual({ ok: false, problem: 'payments_unavailable' });
});
