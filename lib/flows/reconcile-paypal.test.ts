import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { PaypalDouble } from '@/e2e/simulator/paypal/server';
import { getOrder } from '@/lib/db/orders';
import { listBreaks } from '@/lib/db/payment-breaks';
import { listRefundsOfOrder } from '@/lib/db/refunds';
import { orders } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { confirmCheckout } from './confirm-checkout';
import { quoteCheckout } from './quote-checkout';
import { reconcile } from './reconcile';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { openPaypalFor } from './testing-paypal';

let house: TestHouse;
let double: PaypalDouble;

beforeEach(async () => {
  house = await createTestHouse();
  ({ double } = await openPaypalFor(house));
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await double.close();
  await house.drop();
});

const run = () => reconcile(house.deps, new Date(house.deps.now().getTime() - 24 * 60 * 60 * 1000));

/** She approves at PayPal and never comes back; no webhook arrives in this world. */
async function approve(): Promise<void> {
  await addProduct(house, { slug: 'print', stock: 1 });
  const shopperId = await addShopper(house);
  await addLineItem(house.deps, { shopperId, slug: 'print', options: {}, quantity: 1 });
  const quote = await quoteCheckout(house.deps, { shopperId, marketId: 'de', country: 'DE' });
  if (!quote.ok) throw new Error(quote.problem);
  const answer = await confirmCheckout(house.deps, {
    shopperId,
    marketId: 'de',
    dialogRequestId: house.deps.newId(),
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: quote.value.total,
    way: 'paypal',
    proof: null,
  });
  if (!answer.ok || answer.value.is !== 'approval_required') throw new Error('PayPal is not asked');
  const body = new URLSearchParams({ result: 'pay' });
  await fetch(answer.value.url, { method: 'POST', body, redirect: 'manual' });
}

async function bought() {
  await approve();
  house.advance(60);
  await checkAttempts(house.deps);
  const seen = await fetch(`${double.origin}/control/paypal/captures`);
  const [capture] = z.object({ captures: z.array(z.object({ id: z.string() })) }).parse(await seen.json()).captures;
  const [order] = await house.deps.db.select().from(orders);
  if (!capture || !order) throw new Error('she did not pay');
  return { capture: capture.id, orderId: order.id };
}

const giveBackAtPaypal = (refund: { capture: string; value?: string }) =>
  fetch(`${double.origin}/control/payments`, { method: 'POST', body: JSON.stringify({ refund }) });

it('finds nothing where PayPal and the shop tell the same', async () => {
  await bought();
  expect(await run()).toEqual({ healed: 0, open: 0, unreachable: [] });
});

it('finds a refund that was made at PayPal and never told, part and rest', async () => {
  const { capture, orderId } = await bought();
  await giveBackAtPaypal({ capture, value: '3.00' });
  expect(await run()).toEqual({ healed: 1, open: 0, unreachable: [] });
  expect(await getOrder(house.deps.db, orderId)).toMatchObject({ refundedMinor: 300 });
  expect(await run()).toEqual({ healed: 0, open: 0, unreachable: [] });

  await giveBackAtPaypal({ capture });
  expect(await run()).toMatchObject({ healed: 1, open: 0 });
  const order = await getOrder(house.deps.db, orderId);
  expect(order?.refundedMinor).toBe(order?.totalMinor);
  expect(await listRefundsOfOrder(house.deps.db, orderId)).toMatchObject([
    { reason: 'at_provider', status: 'succeeded' },
    { reason: 'at_provider', status: 'succeeded' },
  ]);
  const breaks = await listBreaks(house.deps.db);
  expect(breaks.every(({ provider, healedAt }) => provider === 'paypal' && healedAt !== null)).toBe(true);
});
