import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { getOrder } from '@/lib/db/orders';
import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { checkAttempts } from '@/lib/flows/check-attempts';
import { confirmCheckout } from '@/lib/flows/confirm-checkout';
import type { Deps } from '@/lib/flows/deps';
import { lookUpAttempt } from '@/lib/flows/look-up-attempt';
import { fresh, somebody } from '@/lib/flows/matrix/testing-scenes';
import { letTimePass, workInbox } from '@/lib/flows/matrix/testing-worker';
import { reconcile } from '@/lib/flows/reconcile';
import { refundOrder } from '@/lib/flows/refund-order';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { findBrokenInvariants } from '@/lib/flows/testing-invariants';
import { createStripeGateway } from '@/lib/stripe/payment-gateway';
import { openStripeWorld, type StripeWorld } from './stripe-world';

// The flows, the real adapter and Stripe's own client, against a Stripe that answers with faults.
let world: StripeWorld;
let house: TestHouse;
let alarms = 0;
beforeAll(async () => {
  world = await openStripeWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  const plain = await createTestHouse();
  alarms = 0;
  const stripe = createStripeGateway({
    secretKey: world.world.accounts.stripe.secretKey,
    apiOrigin: world.double.origin,
    keyRefused: () => {
      alarms += 1;
    },
  });
  house = { ...plain, deps: { ...plain.deps, payments: { ...plain.deps.payments, stripe } } };
});
afterEach(async () => {
  world.world.faults.clear();
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

async function token(card: string): Promise<string> {
  const made = await world.call('POST', '/v1/test_helpers/confirmation_tokens', { payment_method: card });
  return JSON.parse(made.text).id;
}

async function her(card = 'pm_card_visa') {
  const person = await somebody(house);
  const request = person.request(await token(card));
  const charged = async () => {
    const ids = (await person.attempts()).map(({ providerPaymentId }) => providerPaymentId);
    const listed = JSON.parse((await world.call('GET', '/v1/charges', { limit: '100' })).text).data;
    const hers = listed.filter((one: { payment_intent: string; status: string }) => ids.includes(one.payment_intent) && one.status === 'succeeded');
    return hers.map((one: { amount: number; amount_refunded: number }) => one.amount - one.amount_refunded);
  };
  return { ...person, request, charged, pay: () => confirmCheckout(house.deps, request) };
}

/** Asked by her bank, who then says yes. */
async function approved() {
  const person = await her('pm_card_threeDSecureRequired');
  await person.pay();
  const [attempt] = await person.attempts();
  const intent = await world.call('GET', `/v1/payment_intents/${attempt?.providerPaymentId}`, {});
  const [, source] = /"source":\s*"(\w+)"|challenge\/(\w+)/.exec(intent.text)?.filter(Boolean) ?? [];
  const body = new URLSearchParams({ result: 'complete' });
  await fetch(`${world.double.origin}/challenge/${source}`, { method: 'POST', body, redirect: 'manual' });
  house.advance(50);
  return { ...person, paymentId: attempt?.providerPaymentId ?? '', requestId: attempt?.dialogRequestId ?? '' };
}

type Case = { steps: number[]; match: string; stage: () => Promise<{ act: () => Promise<unknown>; end: () => Promise<void> }> };
const bought = async (person: Awaited<ReturnType<typeof her>>) => {
  expect((await person.found()).orders).toEqual(['2980 EUR']);
  expect(await person.charged()).toEqual([2980]);
};
const boughtOrNothing = async (person: Awaited<ReturnType<typeof her>>) => {
  const { orders, stock } = await person.found();
  expect((await person.charged()).length).toBe(orders.length);
  expect(stock.held).toBe(0);
};
const since = (deps: Deps) => new Date(deps.now().getTime() - 24 * 60 * 60_000);

const CASES: Case[] = [
  {
    steps: [5],
    match: 'POST /v1/payment_intents',
    stage: async () => {
      const person = await her();
      return { act: person.pay, end: () => boughtOrNothing(person) };
    },
  },
  {
    steps: [6],
    match: '/confirm',
    stage: async () => {
      const person = await her();
      return { act: person.pay, end: () => boughtOrNothing(person) };
    },
  },
  {
    steps: [7, 10],
    match: 'GET /v1/payment_intents/',
    stage: async () => {
      const person = await approved();
      const key = { shopperId: person.shopperId, dialogRequestId: person.requestId };
      return { act: () => lookUpAttempt(house.deps, key), end: () => bought(person) };
    },
  },
  {
    steps: [9],
    match: 'GET /v1/payment_intents/',
    stage: async () => {
      const person = await approved();
      const eventId = fresh('evt');
      const about = { paymentId: person.paymentId, chargeId: null, disputeId: null, livemode: false };
      const payload = { eventId, type: 'payment_intent.succeeded', ...about };
      const row = { source: 'stripe' as const, eventId, payload, hasEffect: true, at: house.deps.now() };
      await insertWebhookEvents(house.deps.db, [row]);
      return { act: () => workInbox(house.deps), end: () => bought(person) };
    },
  },
  {
    steps: [12],
    match: '/cancel',
    stage: async () => {
      const person = await her('pm_card_threeDSecureRequired');
      await person.pay();
      house.advance(31 * 60);
      return { act: () => checkAttempts(house.deps), end: () => boughtOrNothing(person) };
    },
  },
  {
    steps: [14],
    match: 'POST /v1/refunds',
    stage: async () => {
      const person = await her();
      const paid = await person.pay();
      if (!paid.ok || paid.value.is !== 'paid') throw new Error('she did not pay');
      const { orderId } = paid.value;
      const order = await getOrder(house.deps.db, orderId);
      const form = { orderId, requestId: fresh('refund-form'), seenVersion: order?.version ?? 0, who: 'm' };
      const wish = { everything: true as const };
      return {
        act: () => refundOrder(house.deps, { ...form, wish, reason: 'returned', restock: true }),
        end: async () => {
          expect(await person.charged()).toEqual([0]);
          expect(await getOrder(house.deps.db, orderId)).toMatchObject({ status: 'refunded', refundingMinor: 0 });
        },
      };
    },
  },
  {
    steps: [16],
    match: 'GET /v1/charges',
    stage: async () => {
      const person = await approved();
      return { act: () => reconcile(house.deps, since(house.deps)), end: () => bought(person) };
    },
  },
];

const tags = (steps: number[], fault: string) => `[${steps.map((step) => `${step}×${fault}`).join(' ')}]`;
const FAULTS = [
  { fault: '5x', told: '500 before it acted', status: 500, acted: false },
  { fault: '5x', told: '500 after it acted', status: 500, acted: true },
  { fault: '409', told: '409, the key is in use', status: 409, acted: false },
  { fault: '429', told: '429', status: 429, acted: false },
  { fault: 'kr', told: '401, the key was changed: an alarm, nothing is lost', status: 401, acted: false },
];
/** What the matrix leaves out. */
const NEVER = new Set(['7×409', '10×409', '7×kr', '10×kr', '9×kr']);

const RUNS = CASES.flatMap((one) =>
  FAULTS.flatMap((fault) => {
    const steps = one.steps.filter((step) => !NEVER.has(`${step}×${fault.fault}`));
    return steps.length > 0 ? [{ ...one, ...fault, title: `${one.match} answers ${fault.told} ${tags(steps, fault.fault)}` }] : [];
  }),
);

it.each(RUNS.map((run) => [run.title, run] as const))('%s', async (_title, { match, stage, status, acted, fault }) => {
  const { act, end } = await stage();
  // As long as the request lasts, with every try that Stripe's client makes of its own.
  world.world.faults.arm({ match, kind: 'status', status, acted, times: 3 });
  await act();
  world.world.faults.clear();
  if (fault === 'kr') expect(alarms).toBeGreaterThan(0);
  await letTimePass(house);
  await end();
}, 30_000);
