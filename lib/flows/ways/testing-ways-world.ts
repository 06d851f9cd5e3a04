import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { findCardNumbers } from '@/e2e/card-search';
import { demoAccounts } from '@/e2e/simulator/accounts';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { startStripe } from '@/e2e/simulator/stripe/server';
import { variantPrices, variants } from '@/lib/db/schema/catalogue';
import { orders } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { PAYMENT_PROVIDERS, type PaymentProof } from '@/lib/domain/payments/payment';
import { createPaypalGateway } from '@/lib/paypal/payment-gateway';
import { createCardKeeper } from '@/lib/stripe/card-keeper';
import { createStripeDisputeDesk } from '@/lib/stripe/dispute-desk';
import { createStripeGateway } from '@/lib/stripe/payment-gateway';
import { addLineItem } from '../change-cart';
import { checkAttempts } from '../check-attempts';
import { confirmCheckout } from '../confirm-checkout';
import { quoteCheckout } from '../quote-checkout';
import { reconcile } from '../reconcile';
import { addProduct, addShopper, createTestHouse } from '../testing';
import { openPaypalFor } from '../testing-paypal';

const RETURN_URL = 'https://shop.example.com/shop/checkout';

/**
 * A house with both providers' doubles, reached by the real adapters. No webhook arrives in this world: what the shop learns, it
 * hears from her, asks for, or finds.
 */
export async function openWaysWorld({ stock = 5 } = {}) {
  const house = await createTestHouse();
  const paypal = await openPaypalFor(house);
  const stripe = await startStripe(paypal.world, { port: 0 });
  const account = { secretKey: demoAccounts.stripe.secretKey, apiOrigin: stripe.origin };
  house.deps.payments.stripe = createStripeGateway(account);
  house.deps.disputes.stripe = createStripeDisputeDesk(account);
  house.deps.cards = createCardKeeper(account);
  const { variantId } = await addProduct(house, { slug: 'print', stock });
  let persons = 0;
  const newPerson = async () => {
    persons += 1;
    const psid = `401609120000000${persons}`;
    return { psid, shopperId: await addShopper(house, { psid }) };
  };
  const { deps } = house;
  const on = deps.payments;

  const ask = async (path: string, body: Record<string, string>): Promise<unknown> => {
    const headers = { authorization: `Bearer ${account.secretKey}` };
    const sent = { method: 'POST', headers, body: new URLSearchParams(body) };
    return (await fetch(stripe.origin + path, sent)).json();
  };
  const world = {
    house,
    stripe,
    paypal,
    ...(await newPerson()),
    variantId,
    requestId: deps.newId(),
    /** From here on somebody else pays. */
    nextPerson: async () => {
      Object.assign(world, await newPerson(), { requestId: deps.newId() });
    },
    /** Nobody answers in the providers' place any more, or they do again. */
    turnOff: () => {
      const nowhere = 'http://127.0.0.1:9';
      deps.payments = {
        stripe: createStripeGateway({ ...account, apiOrigin: nowhere }),
        paypal: createPaypalGateway({ ...paypalAccount, apiOrigin: nowhere }),
      };
    },
    turnOn: () => {
      deps.payments = on;
    },
    /** The next request to Stripe at this path: done or not, and unanswered, also when its client asks once more. */
    losesNext: (match: string, kind: 'drop-before' | 'drop-after') =>
      world.lever('stripe', 'faults', { match, kind, times: 2 }),
    lever: (provider: 'stripe' | 'paypal', name: string, wish: unknown) =>
      fetch(`${provider === 'stripe' ? stripe.origin : paypal.double.origin}/control/${name}`, {
        method: 'POST',
        body: JSON.stringify(wish),
      }),
    token: async (method: string) =>
      z.object({ id: z.string() }).parse(await ask('/v1/test_helpers/confirmation_tokens', { payment_method: method }))
        .id,
    confirm: async (way: 'card' | 'hosted' | 'paypal', proof: object | null, more: object = {}) => {
      const { shopperId } = world;
      await addLineItem(deps, { shopperId, slug: 'print', options: {}, quantity: 1 });
      const quote = await quoteCheckout(deps, { shopperId, marketId: 'de', country: 'DE' });
      if (!quote.ok) throw new Error(quote.problem);
      const answer = await confirmCheckout(deps, {
        shopperId,
        marketId: 'de',
        dialogRequestId: world.requestId,
        details: EXAMPLE_DETAILS,
        shippingOptionId: 'standard',
        agreedTotal: quote.value.total,
        way,
        proof: proof && ({ returnUrl: RETURN_URL, ...proof } as PaymentProof),
        ...more,
      });
      if (!answer.ok) throw new Error(answer.problem);
      return answer.value;
    },
    /** Her bank's page for the payment that waits for it. */
    bank: async (intent: string, result: 'complete' | 'fail') => {
      const seen = await fetch(`${stripe.origin}/v1/payment_intents/${intent}`, {
        headers: { authorization: `Bearer ${account.secretKey}` },
      });
      const sdk = z.object({ stripe_js: z.string() });
      const shape = z.object({ next_action: z.object({ use_stripe_sdk: sdk }) });
      const { next_action } = shape.parse(await seen.json());
      const body = new URLSearchParams({ result });
      await fetch(next_action.use_stripe_sdk.stripe_js, { method: 'POST', body });
    },
    /** So dear that it travels free: Messenger's button then shows the whole amount. */
    makeDear: () =>
      deps.db.update(variantPrices).set({ amountMinor: 8900 }).where(eq(variantPrices.variantId, variantId)),
    letTimePass: async (seconds: number) => {
      house.advance(seconds);
      paypal.world.clock.advance(seconds);
      await checkAttempts(deps);
    },
    /** Half an hour and more: nobody waits for her any longer. */
    untilOver: async () => {
      for (let n = 0; n < 3; n += 1) await world.letTimePass(16 * 60);
    },
    reconcile: () => reconcile(deps, new Date(Date.now() - 5 * 24 * 60 * 60_000)),
    orders: () => deps.db.select().from(orders),
    stock: async () => {
      const [row] = await deps.db.select().from(variants).where(eq(variants.id, variantId));
      return row && { available: row.available, held: row.held, sold: row.sold };
    },
    /** What stands in our accounts, as the providers say it. */
    money: async () => {
      const found: { provider: string; keptMinor: number }[] = [];
      for (const provider of PAYMENT_PROVIDERS) {
        const listed = await deps.payments[provider]?.listCharges(new Date(0));
        for (const { capturedMinor, refundedMinor } of listed?.ok ? listed.value : [])
          found.push({ provider, keptMinor: capturedMinor - refundedMinor });
      }
      return found;
    },
    /** Where a card's number stands that should stand nowhere: in our database, our log, a request or webhook of the shop. */
    cardNumbers: async () => {
      const known = new Set([world.psid]);
      const texts: string[] = [...house.events];
      const tables = await deps.db.execute<{ name: string }>(
        sql`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
      );
      for (const { name } of tables.rows) {
        const { rows } = await deps.db.execute<{ row: string }>(sql.raw(`select t::text as row from ${name} t`));
        texts.push(...rows.map(({ row }) => row));
      }
      // What she types on the provider's own page goes there, past the shop.
      const wire = paypal.world.wire.since(0).filter(({ url }) => !url.includes('/c/pay/'));
      texts.push(...wire.map((entry) => JSON.stringify(entry)));
      return { searched: texts.length, found: texts.flatMap((text) => findCardNumbers('', text, known)) };
    },
    close: async () => {
      await stripe.close();
      await paypal.double.close();
      await house.drop();
    },
  };
  return world;
}
export type WaysWorld = Awaited<ReturnType<typeof openWaysWorld>>;
