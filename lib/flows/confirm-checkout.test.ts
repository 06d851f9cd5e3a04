import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countDeclines } from '@/lib/db/attempts';
import { insertVisit } from '@/lib/db/referrals';
import { variantPrices, variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { orders, paymentAttempts } from '@/lib/db/schema/orders';
import { orderOrigins } from '@/lib/db/schema/referrals';
import { shoppers } from '@/lib/db/schema/shoppers';
import { mustAskMayWrite } from '@/lib/db/shopper-contact';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import { money } from '@/lib/domain/money';
import { applyStripeEvent } from './apply-stripe-event';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { type ConfirmCheckoutInput, confirmCheckout } from './confirm-checkout';
import { keepMayWrite } from './keep-may-write';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: TestHouse;
let shopperId: ShopperId;
let print: Awaited<ReturnType<typeof addProduct>>;

beforeEach(async () => {
  house = await createTestHouse();
  shopperId = await addShopper(house);
  print = await addProduct(house, { slug: 'moon-print', stock: 10 });
  await addLineItem(house.deps, { shopperId, slug: print.slug, options: {}, quantity: 2 });
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

// Two prints at 24.90 € and 4.90 € standard delivery.
const TOTAL = money(2 * 2490 + 490, 'EUR');

function request(token: string, change: Partial<ConfirmCheckoutInput> = {}): ConfirmCheckoutInput {
  return {
    shopperId,
    marketId: 'de',
    dialogRequestId: 'request-0000000001',
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: TOTAL,
    proof: { confirmationToken: token, returnUrl: 'http://localhost:3000/shop/checkout' },
    ...change,
  };
}
const stock = async (variantId = print.variantId) => {
  const [row] = await house.deps.db.select().from(variants).where(eq(variants.id, variantId));
  return row && { available: row.available, held: row.held, sold: row.sold };
};
const allOrders = () => house.deps.db.select().from(orders);

describe('one purchase', () => {
  it.each([
    ['refused', 0],
    ['granted', 1],
  ] as const)('who never wrote and %s to be written to gets %s messages', async (said, messages) => {
    await house.deps.db.update(shoppers).set({ lastMessageAt: null });
    expect(await mustAskMayWrite(house.deps.db, shopperId)).toBe(true);
    await keepMayWrite(house.deps, { shopperId, granted: said === 'granted' });
    expect(await mustAskMayWrite(house.deps.db, shopperId)).toBe(false);
    await keepMayWrite(house.deps, { shopperId, granted: true });
    expect(await confirmCheckout(house.deps, request('ok'))).toMatchObject({ ok: true });
    expect(await house.deps.db.select().from(outgoingMessages)).toHaveLength(messages);
  });

  it('is reckoned to the newest link that she came by, and to none that is too old', async () => {
    const visit = (key: string, daysAgo: number) =>
      insertVisit(house.deps.db, {
        id: key,
        key,
        shopperId,
        source: 'SHORTLINK',
        ref: key,
        metaAdId: null,
        at: new Date(Date.now() - daysAgo * 24 * 60 * 60_000),
      });
    await visit('old', 29);
    await confirmCheckout(house.deps, request('ok'));
    expect(await house.deps.db.select().from(orderOrigins)).toEqual([]);
    await visit('older', 3);
    await visit('newest', 2);
    await addLineItem(house.deps, { shopperId, slug: print.slug, options: {}, quantity: 2 });
    await confirmCheckout(house.deps, request('ok', { dialogRequestId: 'request-0000000002' }));
    expect(await house.deps.db.select().from(orderOrigins)).toMatchObject([{ visitId: 'newest' }]);
  });

  it('charges once, writes the order, sells the stock, closes the cart and queues the receipt', async () => {
    const answer = await confirmCheckout(house.deps, request('ok'));
    expect(answer).toMatchObject({ ok: true, value: { is: 'paid', orderNumber: 1001 } });
    expect(house.gateway.charges).toMatchObject([{ amount: TOTAL }]);
    expect(await stock()).toEqual({ available: 8, held: 0, sold: 2 });
    expect(await allOrders()).toMatchObject([
      { totalMinor: 5470, currency: 'EUR', paymentMethod: 'visa 4242', status: 'paid' },
    ]);
    expect(await house.deps.db.select().from(outgoingMessages)).toMatchObject([
      { purpose: 'receipt', status: 'waiting' },
    ]);
    const [order] = await allOrders();
    expect(order?.sealedDetails).not.toContain('Hauptstr');
    expect(await confirmCheckout(house.deps, request('ok', { dialogRequestId: 'another-request-1' }))).toMatchObject({
      problem: 'cart_empty',
    });
  });

  it('answers fifty equal requests at once with the same order and one charge', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirmCheckout(house.deps, request('ok'))));
    const first = answers[0];
    expect(first).toMatchObject({ ok: true, value: { is: 'paid' } });
    for (const answer of answers) expect(answer).toEqual(first);
    expect(house.gateway.charges).toHaveLength(1);
    expect(await allOrders()).toHaveLength(1);
  });

  it('keeps what was added while the payment was under way in a new cart', async () => {
    const other = await addProduct(house, { slug: 'sun-print', stock: 5 });
    house.gateway.beforeConfirm = async () => {
      await addLineItem(house.deps, { shopperId, slug: other.slug, options: {}, quantity: 1 });
      await addLineItem(house.deps, { shopperId, slug: print.slug, options: {}, quantity: 1 });
    };
    expect(await confirmCheckout(house.deps, request('ok'))).toMatchObject({ ok: true, value: { is: 'paid' } });
    const lines = await house.deps.db.execute(sql`
      select v.sku, l.quantity from cart_lines l join carts c on c.id = l.cart_id and c.status = 'open'
      join variants v on v.id = l.variant_id order by v.sku`);
    expect(lines.rows).toEqual([
      { sku: 'MOON-PRINT', quantity: 1 },
      { sku: 'SUN-PRINT', quantity: 1 },
    ]);
    expect(await allOrders()).toMatchObject([{ totalMinor: TOTAL.amountMinor }]);
  });
});

describe('refusals that change nothing', () => {
  it.each([
    ['a lower total', { agreedTotal: money(1, 'EUR') }, 'price_changed'],
    ['another currency', { agreedTotal: money(5470, 'USD') }, 'price_changed'],
    ['a shipping option that is not offered', { shippingOptionId: 'drone' }, 'unknown_shipping_option'],
    ['a country that is not served in this currency', { marketId: 'en-US' as const }, 'not_delivered_there'],
  ])('%s', async (_name, change, problem) => {
    expect(await confirmCheckout(house.deps, request('ok', change))).toMatchObject({ ok: false, problem });
    expect(house.gateway.payments.size).toBe(0);
    expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
  });

  it('a price that the merchant raised after the page was drawn, with the new quote', async () => {
    await house.deps.db
      .update(variantPrices)
      .set({ amountMinor: 2590 })
      .where(eq(variantPrices.variantId, print.variantId));
    const answer = await confirmCheckout(house.deps, request('ok'));
    expect(answer).toMatchObject({ problem: 'price_changed', detail: { quote: { total: money(5670, 'EUR') } } });
    expect(house.gateway.charges).toEqual([]);
  });

  it('a sold-out line, naming it, before any money moves', async () => {
    await house.deps.db.update(variants).set({ available: 1, adjusted: -9 }).where(eq(variants.id, print.variantId));
    const answer = await confirmCheckout(house.deps, request('ok'));
    expect(answer).toMatchObject({ problem: 'out_of_stock', detail: { sku: 'MOON-PRINT' } });
    expect(house.gateway.payments.size).toBe(0);
  });

  it('the same request id with another body', async () => {
    await confirmCheckout(house.deps, request('ok'));
    const other = { ...EXAMPLE_DETAILS, email: 'eve@example.com' };
    expect(await confirmCheckout(house.deps, request('ok', { details: other }))).toMatchObject({
      problem: 'key_reused',
    });
    expect(house.gateway.charges).toHaveLength(1);
  });

  it('row 16: a sixth try after five declines within ten minutes', async () => {
    for (const n of [1, 2, 3, 4, 5])
      await confirmCheckout(house.deps, request('decline', { dialogRequestId: `declined-request-${n}` }));
    const sixth = request('ok', { dialogRequestId: 'declined-request-6' });
    expect(await confirmCheckout(house.deps, sixth)).toMatchObject({ problem: 'too_many_declines' });
    house.advance(601);
    expect(await confirmCheckout(house.deps, sixth)).toMatchObject({ ok: true });
  });
});

describe('the brake on card testing', () => {
  it('row 16: also counts a decline whose ending nobody answered, and tells it as one', async () => {
    const cancel = house.gateway.cancel.bind(house.gateway);
    // It is cancelled there, and the answer is lost.
    house.gateway.cancel = async (id) => {
      await cancel(id);
      return { is: 'unknown' };
    };
    expect(await confirmCheckout(house.deps, request('decline'))).toMatchObject({ value: { is: 'checking' } });
    const { db } = house.deps;
    const since = new Date(house.deps.now().getTime() - 600_000);
    expect(await countDeclines(db, request('ok').shopperId, since)).toBe(1);
    house.gateway.cancel = cancel;
    house.advance(60);
    await checkAttempts(house.deps);
    expect(await db.select().from(paymentAttempts)).toMatchObject([
      { end: 'declined', declineReason: 'insufficient_funds' },
    ]);
    expect(await countDeclines(db, request('ok').shopperId, since)).toBe(1);
  });

  it('row 16: twenty declines from one address stop it, whoever comes from there', async () => {
    const from = (source: string, n: number, token: string) =>
      confirmCheckout(house.deps, request(token, { source, dialogRequestId: `declined-request-${n}` }));
    for (let n = 0; n < 20; n += 1) {
      await from('192.0.2.7', n, 'decline');
      // Each is a new person to us.
      if (n % 4 === 3) await house.deps.db.update(paymentAttempts).set({ endedAt: new Date(0) });
    }
    expect(await from('192.0.2.7', 20, 'ok')).toMatchObject({ problem: 'too_many_declines' });
    expect(await from('192.0.2.8', 21, 'ok')).toMatchObject({ value: { is: 'paid' } });
    expect(house.events).toContain('alarm.card_testing');
  });
});

describe('outcomes that are not yet a payment', () => {
  it('a decline lets the stock go, ends the payment at the provider, and another card pays', async () => {
    const declined = await confirmCheckout(house.deps, request('decline'));
    expect(declined).toEqual({ ok: true, value: { is: 'declined', reason: 'insufficient_funds' } });
    expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
    expect([...house.gateway.payments.values()]).toMatchObject([{ state: { is: 'cancelled' } }]);
    const paid = await confirmCheckout(house.deps, request('ok', { dialogRequestId: 'request-0000000002' }));
    expect(paid).toMatchObject({ ok: true, value: { is: 'paid' } });
    expect(house.gateway.charges).toHaveLength(1);
  });

  it('a decline stays a decline though the webhook of its ending is faster than our own word', async () => {
    const cancel = house.gateway.cancel.bind(house.gateway);
    house.gateway.cancel = async (id) => {
      const state = await cancel(id);
      const event = { eventId: 'evt_1', type: 'payment_intent.canceled', paymentId: id, chargeId: null };
      await applyStripeEvent(house.deps, { ...event, livemode: false });
      return state;
    };
    const answer = await confirmCheckout(house.deps, request('decline'));
    expect(answer).toEqual({ ok: true, value: { is: 'declined', reason: 'insufficient_funds' } });
    expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
  });

  it('3-D Secure goes back to the browser and returns to the same attempt', async () => {
    const asked = await confirmCheckout(house.deps, request('3ds'));
    expect(asked).toEqual({ ok: true, value: { is: 'authentication_required', clientSecret: 'pi_1_secret' } });
    expect(await stock()).toEqual({ available: 8, held: 2, sold: 0 });
    house.gateway.authenticate('pi_1', true);
    expect(await confirmCheckout(house.deps, request('used-up'))).toMatchObject({ ok: true, value: { is: 'paid' } });
    expect(house.gateway.charges).toHaveLength(1);
  });

  it('a failed 3-D Secure is a decline', async () => {
    await confirmCheckout(house.deps, request('3ds'));
    house.gateway.authenticate('pi_1', false);
    const answer = await confirmCheckout(house.deps, request('used-up'));
    expect(answer).toEqual({ ok: true, value: { is: 'declined', reason: 'authentication_failed' } });
    expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
  });

  it('an abandoned 3-D Secure is cancelled at the provider after its time, then released', async () => {
    await confirmCheckout(house.deps, request('3ds'));
    house.advance(10 * 60);
    await checkAttempts(house.deps);
    expect(await stock()).toMatchObject({ held: 2 });
    house.advance(25 * 60);
    await checkAttempts(house.deps);
    expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
    expect([...house.gateway.payments.values()]).toMatchObject([{ state: { is: 'cancelled' } }]);
    expect(await confirmCheckout(house.deps, request('ok'))).toEqual({
      ok: true,
      value: { is: 'over', end: 'expired' },
    });
  });

  it('a new try ends the one she left behind; if that was paid meanwhile, nothing new is opened', async () => {
    await confirmCheckout(house.deps, request('3ds'));
    house.gateway.authenticate('pi_1', true);
    const second = await confirmCheckout(house.deps, request('ok', { dialogRequestId: 'request-0000000002' }));
    expect(second).toMatchObject({ problem: 'attempt_open' });
    expect(await allOrders()).toHaveLength(1);
    expect(house.gateway.charges).toHaveLength(1);
  });

  it('a pending payment keeps goods and asks again until it is known', async () => {
    expect(await confirmCheckout(house.deps, request('pending'))).toEqual({ ok: true, value: { is: 'checking' } });
    expect(await stock()).toMatchObject({ held: 2 });
    house.gateway.succeedWith('pi_1');
    house.advance(60);
    await checkAttempts(house.deps);
    expect(await allOrders()).toHaveLength(1);
  });

  it('a provider that cannot be reached leaves the cart as it was', async () => {
    house.gateway.isDown = true;
    expect(await confirmCheckout(house.deps, request('ok'))).toMatchObject({ problem: 'payments_unavailable' });
    expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
  });

  it('row 18: a charge of another amount becomes no order: the money goes back once [8×sg 6×sg]', async () => {
    await confirmCheckout(house.deps, request('pending'));
    const charge = house.gateway.succeedWith('pi_1');
    charge.amount = money(1, 'EUR');
    charge.capturedMinor = 1;
    house.advance(60);
    await checkAttempts(house.deps);
    expect(await allOrders()).toEqual([]);
    expect(house.gateway.refunds).toMatchObject([{ chargeId: 'ch_1', amount: money(1, 'EUR') }]);
    expect(await house.deps.db.select().from(paymentAttempts)).toMatchObject([{ end: 'given_back' }]);
    expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
  });
});

it('row 15: whoever opens a thousand attempts blocks what one of them holds, for as long as it lasts', async () => {
  for (let tries = 0; tries < 1000; tries += 100)
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        confirmCheckout(house.deps, request('3ds', { dialogRequestId: `blocking-try-${tries + index}-000` })),
      ),
    );
  expect(await stock()).toEqual({ available: 8, held: 2, sold: 0 });
  house.advance(31 * 60);
  await checkAttempts(house.deps);
  expect(await stock()).toEqual({ available: 10, held: 0, sold: 0 });
}, 120_000);

it('one attempt that cannot be checked holds up no other', async () => {
  await confirmCheckout(house.deps, request('pending'));
  const other = await addShopper(house);
  await addLineItem(house.deps, { shopperId: other, slug: print.slug, options: {}, quantity: 2 });
  await confirmCheckout(house.deps, request('pending', { shopperId: other }));
  house.gateway.succeedWith('pi_2');
  const asked = house.gateway.retrieve.bind(house.gateway);
  house.gateway.retrieve = async (id) => {
    if (id === 'pi_1') throw new TypeError('a currency that nobody sells in');
    return asked(id);
  };
  house.advance(60);
  await checkAttempts(house.deps);
  expect(await allOrders()).toMatchObject([{ shopperId: other }]);
  expect(house.events).toContain('alarm.attempt_not_checked');
});

it('two hundred buyers of ten units: ten orders, a hundred and ninety told so, none of those charged', async () => {
  const rare = await addProduct(house, { slug: 'rare-print', stock: 10 });
  const buyers = await Promise.all(Array.from({ length: 200 }, () => addShopper(house)));
  for (const buyer of buyers)
    await addLineItem(house.deps, { shopperId: buyer, slug: rare.slug, options: {}, quantity: 1 });
  const answers = await Promise.all(
    buyers.map((buyer, index) =>
      confirmCheckout(
        house.deps,
        request('ok', {
          shopperId: buyer,
          dialogRequestId: `buyer-request-${index}`,
          agreedTotal: money(2490 + 490, 'EUR'),
        }),
      ),
    ),
  );
  expect(answers.filter((answer) => answer.ok && answer.value.is === 'paid')).toHaveLength(10);
  expect(answers.filter((answer) => !answer.ok && answer.problem === 'out_of_stock')).toHaveLength(190);
  expect(house.gateway.charges).toHaveLength(10);
  expect(await stock(rare.variantId)).toEqual({ available: 0, held: 0, sold: 10 });
}, 60_000);
