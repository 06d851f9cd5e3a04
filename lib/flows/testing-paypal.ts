import { z } from 'zod';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { startPaypal } from '@/e2e/simulator/paypal/server';
import { loneWorld } from '@/e2e/simulator/world/lone-world';
import { orders } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import { createPaypalDisputeDesk } from '@/lib/paypal/dispute-desk';
import { createPaypalGateway } from '@/lib/paypal/payment-gateway';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { confirmCheckout } from './confirm-checkout';
import { quoteCheckout } from './quote-checkout';
import { addProduct, addShopper, type TestHouse } from './testing';

const captureShape = z.looseObject({ id: z.string(), status: z.string(), amount: z.object({ value: z.string() }) });

/** PayPal's double beside a house, reached by the real adapters; its webhooks arrive only where a test brings them. */
export async function openPaypalFor(house: TestHouse) {
  const world = loneWorld();
  const double = await startPaypal(world, { port: 0, webhookRetryDelaysMs: [] });
  const settings = { ...paypalAccount, apiOrigin: double.origin };
  house.deps.payments.paypal = createPaypalGateway(settings);
  house.deps.disputes.paypal = createPaypalDisputeDesk(settings);
  const pull = (path: string, body: unknown) =>
    fetch(`${double.origin}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return {
    double,
    world,
    pull,
    play: (dispute: Record<string, unknown>) => pull('payments', { dispute }),
    captures: async () => {
      const seen = await fetch(`${double.origin}/control/paypal/captures`);
      return z.object({ captures: z.array(captureShape) }).parse(await seen.json()).captures;
    },
    disputes: async () => {
      const listed = await house.deps.disputes.paypal?.listOpened(new Date(Date.now() - 60_000));
      return listed?.ok ? listed.value : [];
    },
  };
}
export type TestPaypal = Awaited<ReturnType<typeof openPaypalFor>>;

/** She chose PayPal and stands on its page, whose address is answered. */
export async function goToPaypal(house: TestHouse, shopperId: ShopperId, requestId = house.deps.newId()) {
  const quote = await quoteCheckout(house.deps, { shopperId, marketId: 'de', country: 'DE' });
  if (!quote.ok) throw new Error(quote.problem);
  const answer = await confirmCheckout(house.deps, {
    shopperId,
    marketId: 'de',
    dialogRequestId: requestId,
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: quote.value.total,
    way: 'paypal',
    proof: null,
  });
  if (!answer.ok || answer.value.is !== 'approval_required') throw new Error('PayPal is not asked');
  return { url: answer.value.url, requestId };
}

/** What she does on PayPal's page. */
export function chooseAtPaypal(url: string, result: 'pay' | 'decline' | 'cancel') {
  return fetch(url, { method: 'POST', body: new URLSearchParams({ result }), redirect: 'manual' });
}

/** An order of one piece, paid with PayPal and found by the sweeper, since no webhook arrives in this world. */
export async function buyWithPaypal(house: TestHouse, paypal: TestPaypal) {
  await addProduct(house, { slug: 'print', stock: 5 });
  const shopperId = await addShopper(house);
  await addLineItem(house.deps, { shopperId, slug: 'print', options: {}, quantity: 1 });
  const { url } = await goToPaypal(house, shopperId);
  await chooseAtPaypal(url, 'pay');
  house.advance(60);
  await checkAttempts(house.deps);
  const [capture] = await paypal.captures();
  const [order] = await house.deps.db.select().from(orders);
  if (!capture || !order) throw new Error('she did not pay');
  return { shopperId, capture: capture.id, order };
}
