import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages, webhookEvents } from '@/lib/db/schema/messages';
import { merchantTasks, orders, paymentAttempts } from '@/lib/db/schema/orders';
import { buyPayload } from '@/lib/domain/messaging/buy-payload';
import type { IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import type { NativePayment, Payer, PreCheckout } from '@/lib/domain/messaging/native-payment';
import { money } from '@/lib/domain/money';
import { answerMessengerEvent } from './answer-messenger-event';
import { answerMessengerQuestion } from './answer-messenger-question';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { openDialog } from './open-dialog';
import { receiveMessengerEvents } from './receive-messenger-events';
import { reconcile } from './reconcile';
import { orderDetailsPlace } from './settle-payment';
import { addProduct, addShopper, createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { FakeGateway } from './testing-gateway';
import { findBrokenInvariants } from './testing-invariants';
import { workEvents } from './work-events';

const ADA = '4016091200000001';
const ADDRESS = {
  name: '',
  street1: '12 Test Street',
  street2: '',
  city: 'Oakland',
  region: 'CA',
  postalCode: '94612',
  country: 'US',
};
const PAYER: Payer = { name: 'Ada Linwood', email: 'ada@example.com', phone: '+14155550100', address: ADDRESS };
const TOTAL = '32.80'; // $26.90 and the standard delivery, $5.90

let house: TestHouse;
let variantId: string;
let payload: string;
let told: number;
beforeEach(async () => {
  house = await createTestHouse();
  ({ variantId } = await addProduct(house, { slug: 'moon-print', stock: 3 }));
  payload = buyPayload({ offerId: 'offer-0000000000001', variantId });
  told = 0;
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

function event(content: IncomingEvent['content'], eventId?: string): IncomingEvent {
  told += 1;
  return { eventId: eventId ?? `event:${told}`, pageId: TEST_PAGE.id, psid: ADA, atMs: Date.now(), content };
}
const ask = (content: IncomingEvent['content']) => answerMessengerQuestion(house.deps, [event(content)]);
const preCheckout = (changes: Partial<PreCheckout> = {}): PreCheckout => ({
  kind: 'pre_checkout',
  payload,
  payer: PAYER,
  amount: { currency: 'USD', value: TOTAL },
  ...changes,
});
const payment = (changes: Partial<NativePayment> = {}): NativePayment => ({
  kind: 'payment',
  payload,
  payer: PAYER,
  provider: 'stripe',
  chargeId: 'ch_1',
  fbPaymentId: '910000000000001',
  amount: { currency: 'USD', value: TOTAL },
  shippingOptionId: 'standard',
  ...changes,
});
const charge = (amountMinor = 3280, reference: string | null = payload) =>
  house.gateway.addCharge({ amount: money(amountMinor, 'USD'), reference });

async function work() {
  await workEvents(house.deps, { messenger: answerMessengerEvent, stripe: async () => 'without_effect' });
}
async function hears(content: NativePayment, eventId = `payment:${content.fbPaymentId}`) {
  await receiveMessengerEvents(house.deps, [event(content, eventId)]);
  await work();
}
const allOrders = () => house.deps.db.select().from(orders);
const attempts = () => house.deps.db.select().from(paymentAttempts);
const tasks = async () => (await house.deps.db.select().from(merchantTasks)).map((task) => task.kind);
const texts = async () =>
  (await house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position)).map(({ message }) =>
    'text' in message ? message.text : message.kind,
  );
const available = async () =>
  (await house.deps.db.select().from(variants).where(eq(variants.id, variantId)))[0]?.available;

describe('which ways there are to send it', () => {
  const update = (country: string) => ask({ kind: 'checkout_update', payload, address: { ...ADDRESS, country } });

  it('tells each with what it adds to the lines of the button', async () => {
    expect(await update('US')).toEqual({
      shipping: [
        {
          option_id: 'standard',
          option_title: 'Standard delivery (5-8 working days)',
          price_list: [{ label: 'Shipping', amount: '5.90' }],
        },
        {
          option_id: 'express',
          option_title: 'Express delivery (2-3 working days)',
          price_list: [{ label: 'Shipping', amount: '19.90' }],
        },
      ],
    });
  });

  it.each(['DE', 'CA', ''])('is none to "%s"', async (country) => {
    expect(await update(country)).toEqual({ shipping: [] });
  });

  it('is none for what is sold out, or was never ours', async () => {
    await house.deps.db.update(variants).set({ available: 0, sold: 3 }).where(eq(variants.id, variantId));
    expect(await update('US')).toEqual({ shipping: [] });
    expect(await ask({ kind: 'checkout_update', payload: 'CHECKOUT:ord_1001', address: ADDRESS })).toEqual({
      shipping: [],
    });
    await house.deps.db.execute(sql`update variants set available = 3, sold = 0`);
  });
});

describe('may it be charged?', () => {
  it('yes, once the piece is held; asked ten times at once it is held once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(preCheckout())));
    expect(answers).toEqual(Array(10).fill({ success: true }));
    expect(await attempts()).toMatchObject([{ status: 'open', amountMinor: 3280, messengerReference: payload }]);
    expect(await available()).toBe(2);
  });

  it('another way of sending in the same sheet changes the amount of the same try', async () => {
    await ask(preCheckout());
    expect(await ask(preCheckout({ amount: { currency: 'USD', value: '46.80' } }))).toEqual({ success: true });
    expect(await attempts()).toMatchObject([{ amountMinor: 4680, quote: { shipping: { chosen: { id: 'express' } } } }]);
  });

  it.each([
    ['an amount that is not ours', { amount: { currency: 'USD', value: '3.28' } }, /price of "moon-print" has changed/],
    ['another currency', { amount: { currency: 'EUR', value: TOTAL } }, /has changed/],
    ['an amount that is no number', { amount: { currency: 'USD', value: '1e3' } }, /has changed/],
    ['an address abroad', { payer: { ...PAYER, address: { ...ADDRESS, country: 'CA' } } }, /do not deliver there/],
    ['a button that was never ours', { payload: 'CHECKOUT:ord_soldout' }, /no longer available/],
  ])('no, for %s; the thread says why', async (_what, changes, sentence) => {
    await addShopper(house, { psid: ADA });
    await house.deps.db.execute(sql`update shoppers set locale = 'en_US'`);
    expect(await ask(preCheckout(changes))).toEqual({ success: false });
    expect(await attempts()).toEqual([]);
    expect(await texts()).toEqual([expect.stringMatching(sentence)]);
  });

  it('no, when the last one went a moment ago', async () => {
    await house.deps.db.update(variants).set({ available: 0, sold: 3 }).where(eq(variants.id, variantId));
    expect(await ask(preCheckout())).toEqual({ success: false });
    expect(await texts()).toEqual([expect.stringMatching(/sold out/)]);
    await house.deps.db.execute(sql`update variants set available = 3, sold = 0`);
  });

  it('yes again, long after the hold of the first time ran out', async () => {
    await ask(preCheckout());
    house.advance(31 * 60);
    await checkAttempts(house.deps);
    expect(await available()).toBe(3);
    expect(await ask(preCheckout())).toEqual({ success: true });
    expect((await attempts()).map(({ end }) => end).sort()).toEqual(['expired', null]);
  });

  it('yes, although a dialog of the shop was left open before', async () => {
    const shopperId = await addShopper(house, { psid: ADA });
    await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 1 });
    await openDialog(house.deps, { shopperId, marketId: 'en-US', dialogRequestId: 'dialog-request-0001' });
    expect(await ask(preCheckout())).toEqual({ success: true });
    expect((await attempts()).map(({ end }) => end).sort()).toEqual(['cancelled', null]);
  });
});

describe('Messenger has charged', () => {
  it('makes one order of fifty deliveries, with address, receipt and the provider', async () => {
    await ask(preCheckout());
    charge();
    await Promise.all(
      Array.from({ length: 50 }, () =>
        receiveMessengerEvents(house.deps, [event(payment(), 'payment:910000000000001')]),
      ),
    );
    await Promise.all(Array.from({ length: 5 }, work));
    const [order] = await allOrders();
    expect(await allOrders()).toMatchObject([
      { status: 'paid', totalMinor: 3280, provider: 'stripe', chargeId: 'ch_1' },
    ]);
    expect(JSON.parse(house.deps.sealer.open(orderDetailsPlace(order?.id ?? ''), order?.sealedDetails ?? ''))).toEqual({
      email: 'ada@example.com',
      phone: '+14155550100',
      address: { ...ADDRESS, name: 'Ada Linwood' },
    });
    expect(await texts()).toEqual(['receipt_of']);
    expect(await available()).toBe(2);
    expect(await ask(preCheckout())).toEqual({ success: false });
  });

  it('keeps neither name nor address in the inbox', async () => {
    await receiveMessengerEvents(house.deps, [event(payment())]);
    const inbox = JSON.stringify(await house.deps.db.select().from(webhookEvents));
    for (const secret of ['Linwood', 'Test Street', 'ada@example.com', '5550100']) expect(inbox).not.toContain(secret);
  });

  it('without ever having asked: the piece is taken now', async () => {
    charge();
    await hears(payment());
    expect(await allOrders()).toMatchObject([{ status: 'paid' }]);
  });

  it('without ever having asked, for what is gone: the money goes back once, and she hears it', async () => {
    await house.deps.db.update(variants).set({ available: 0, sold: 3 }).where(eq(variants.id, variantId));
    charge();
    await hears(payment());
    await hears(payment(), 'payment:again');
    expect(house.gateway.refunds).toHaveLength(1);
    expect(await allOrders()).toEqual([]);
    expect(await tasks()).toEqual(['money_given_back']);
    expect((await texts())[0]).toMatch(/Geld zurück|sent the money back/);
    await house.deps.db.execute(sql`update variants set available = 3, sold = 0`);
  });

  it('another amount than agreed: back once, whatever the event says', async () => {
    await ask(preCheckout());
    charge(100);
    await hears(payment());
    expect(house.gateway.refunds).toMatchObject([{ chargeId: 'ch_1', amount: money(100, 'USD') }]);
    expect(await allOrders()).toEqual([]);
    expect(await available()).toBe(3);
  });

  it.each([
    ['names no charge', { chargeId: null }],
    ['names one that the provider does not know', { chargeId: 'ch_invented' }],
    ['comes from a provider without a name', { provider: 'unknown' as const }],
    ['comes from a provider that is not set up', { provider: 'paypal' as const }],
  ])('says so, but %s: no order, and somebody looks', async (_what, changes) => {
    await ask(preCheckout());
    await hears(payment(changes));
    for (let tries = 0; tries < 5; tries += 1) {
      house.advance(60);
      await work();
    }
    expect(await allOrders()).toEqual([]);
    expect(await tasks()).toEqual(['native_payment_unproven']);
    expect(house.gateway.refunds).toEqual([]);
  });

  it('through PayPal after the hold ran out and all is sold: back at PayPal, where the money is', async () => {
    const paypal = new FakeGateway('paypal');
    house.deps.payments.paypal = paypal;
    await ask(preCheckout());
    house.advance(2 * 60 * 60);
    await checkAttempts(house.deps);
    await house.deps.db.execute(sql`update variants set available = 0, sold = 3`);
    paypal.addCharge({ amount: money(3280, 'USD'), reference: payload });
    await hears(payment({ provider: 'paypal' }));
    expect(paypal.refunds).toMatchObject([{ chargeId: 'ch_1', amount: money(3280, 'USD') }]);
    expect(house.gateway.refunds).toEqual([]);
    expect(await tasks()).toEqual(['money_given_back']);
    await house.deps.db.execute(sql`update variants set available = 3, sold = 0`);
  });

  it('through PayPal, and the event never came: reconciliation books it where the money is', async () => {
    const paypal = new FakeGateway('paypal');
    house.deps.payments.paypal = paypal;
    await ask(preCheckout());
    paypal.addCharge({ amount: money(3280, 'USD'), reference: payload });
    await reconcile(house.deps, new Date(0));
    expect(await allOrders()).toMatchObject([{ status: 'paid', provider: 'paypal', chargeId: 'ch_1' }]);
  });

  it("never sends another order's money back", async () => {
    await ask(preCheckout());
    charge();
    await hears(payment());
    const other = buyPayload({ offerId: 'offer-0000000000002', variantId });
    await ask(preCheckout({ payload: other }));
    await hears(payment({ payload: other, fbPaymentId: '910000000000002' }));
    expect(await allOrders()).toHaveLength(1);
    expect(house.gateway.refunds).toEqual([]);
    expect(await tasks()).toEqual(['native_payment_unproven']);
  });

  it('under an id that made another order already: no second one', async () => {
    await ask(preCheckout());
    charge();
    await hears(payment());
    const other = buyPayload({ offerId: 'offer-0000000000002', variantId });
    await ask(preCheckout({ payload: other }));
    charge(3280, other);
    await hears(payment({ payload: other, chargeId: 'ch_2' }), 'payment:replayed');
    expect(await allOrders()).toHaveLength(1);
    expect(await tasks()).toEqual(['native_payment_unproven']);
  });

  it('while the provider cannot be asked: tried again until it can', async () => {
    await ask(preCheckout());
    const made = charge();
    const find = house.gateway.findCharge.bind(house.gateway);
    house.gateway.findCharge = async () => ({ ok: false, problem: 'gateway_unavailable' }) as never;
    await hears(payment());
    expect(await allOrders()).toEqual([]);
    house.gateway.findCharge = find;
    house.advance(10);
    await work();
    expect(await allOrders()).toMatchObject([{ chargeId: made.id }]);
  });

  it.each([
    ['the sweeper', () => checkAttempts(house.deps)],
    ['reconciliation', () => reconcile(house.deps, new Date(0))],
  ])('and the event never came: %s finds it by the payload', async (_who, look) => {
    await ask(preCheckout());
    charge();
    house.advance(60);
    await look();
    expect(await allOrders()).toMatchObject([{ status: 'paid', totalMinor: 3280 }]);
    await hears(payment());
    expect(await allOrders()).toHaveLength(1);
  });
});

describe('no money moved', () => {
  it('a tokenised card is refused: the piece is free again, nothing of it is kept, she hears how else to pay', async () => {
    await ask(preCheckout());
    await hears(payment({ provider: 'token', chargeId: null }));
    expect(await allOrders()).toEqual([]);
    expect(await available()).toBe(3);
    expect(await texts()).toEqual([expect.stringMatching(/Virtuelle Kartennummern|virtual card numbers/)]);
  });

  it('a dummy payment ends its try each time, although its ids are always the same', async () => {
    const test = payment({ chargeId: 'test_charge_id_12345', fbPaymentId: 'test_payment_id_12345' });
    for (const number of [1, 2]) {
      await ask(preCheckout());
      expect(await available()).toBe(2);
      await hears(test, `event:test-${number}`);
      expect(await available()).toBe(3);
    }
    expect(await allOrders()).toEqual([]);
    expect(await texts()).toHaveLength(2);
  });
});
