import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { webhookEvents } from '@/lib/db/schema/messages';
import { paymentAttempts } from '@/lib/db/schema/orders';
import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { workStripeEvent } from './apply-stripe-event';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { workEvents } from './work-events';

let house: TestHouse;
let paymentId: string;
beforeEach(async () => {
  house = await createTestHouse();
  await placeOrder(house, { stock: 3, quantity: 1 });
  const [attempt] = await house.deps.db.select().from(paymentAttempts);
  paymentId = attempt?.providerPaymentId ?? '';
});
afterEach(() => house.drop());

async function tell(...types: string[]) {
  const at = house.deps.now();
  for (const [index, type] of types.entries()) {
    const eventId = `evt_${type}_${index}`;
    const payload = { eventId, type, paymentId, chargeId: null, disputeId: null, livemode: false };
    await insertWebhookEvents(house.deps.db, [{ source: 'stripe', eventId, payload, hasEffect: true, at }]);
  }
}
const work = () => workEvents(house.deps, { stripe: workStripeEvent });
async function inbox(): Promise<string[]> {
  const rows = await house.deps.db.select().from(webhookEvents).orderBy(webhookEvents.id);
  return rows.map(({ status }) => status);
}

test('one look at a payment answers all that waits of it; a refund is looked for by itself', async () => {
  await tell('payment_intent.created', 'charge.succeeded', 'charge.refunded', 'payment_intent.succeeded');
  const looks = vi.spyOn(house.gateway, 'retrieve');
  expect(await work()).toBe(2);
  expect(looks).toHaveBeenCalledTimes(2);
  expect(await inbox()).toEqual(['done', 'done', 'done', 'done']);
});

test('nothing is answered by a look that failed', async () => {
  await tell('payment_intent.created', 'payment_intent.succeeded');
  vi.spyOn(house.gateway, 'retrieve').mockResolvedValue({ is: 'unknown' });
  expect(await work()).toBe(2);
  expect(await inbox()).toEqual(['waiting', 'waiting']);
});

test('what another worker took meanwhile stays its own', async () => {
  await tell('payment_intent.created', 'payment_intent.succeeded');
  const right = house.gateway.retrieve.bind(house.gateway);
  vi.spyOn(house.gateway, 'retrieve').mockImplementationOnce(async (id) => {
    await workEvents(house.deps, { stripe: async () => 'later' });
    return right(id);
  });
  await work();
  expect(await inbox()).toEqual(['done', 'waiting']);
});
