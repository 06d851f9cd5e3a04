import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disputes } from '@/lib/db/schema/disputes';
import { ledger, merchantTasks, orders } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { money } from '@/lib/domain/money';
import type { Dispute } from '@/lib/domain/payments/dispute';
import { applyStripeEvent } from './apply-stripe-event';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: TestHouse;

beforeEach(async () => {
  house = await createTestHouse();
  const { slug } = await addProduct(house, { slug: 'moon-print', stock: 10 });
  const shopperId = await addShopper(house);
  await addLineItem(house.deps, { shopperId, slug, options: {}, quantity: 2 });
  buy = (token) =>
    confirmCheckout(house.deps, {
      shopperId,
      marketId: 'de',
      dialogRequestId: 'request-0000000001',
      details: EXAMPLE_DETAILS,
      shippingOptionId: 'standard',
      agreedTotal: money(5470, 'EUR'),
      proof: { confirmationToken: token, returnUrl: 'http://localhost:3000/shop/checkout' },
    });
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

let buy: (token: string) => Promise<unknown>;
let events = 0;
function tell({ id, chargeId, paymentId }: Dispute) {
  events += 1;
  const event = { eventId: `evt_${events}`, type: 'charge.dispute.updated', livemode: false };
  return applyStripeEvent(house.deps, { ...event, paymentId, chargeId, disputeId: id });
}
function openOn(what: { inquiry?: boolean } = {}): Dispute {
  const [charge] = house.gateway.charges;
  if (!charge) throw new Error('nothing was charged');
  return house.desk.open(charge, what);
}
const allDisputes = () => house.deps.db.select().from(disputes);
const tasks = async () =>
  (await house.deps.db.select().from(merchantTasks)).map(({ kind, doneAt }) => [kind, doneAt !== null]);
const booked = async () =>
  (await house.deps.db.select().from(ledger).where(eq(ledger.who, 'stripe')).orderBy(asc(ledger.id))).map(
    ({ account, amount, why }) => [account, amount, why],
  );
const TAKEN = [
  ['charge', -6970, 'dispute_withdrawn'],
  ['dispute', 5470, 'dispute_withdrawn'],
  ['fee', 1500, 'dispute_withdrawn'],
];

describe('a dispute', () => {
  it('is written down as it stands, with its task, and what the bank took is booked', async () => {
    await buy('ok');
    expect(await tell(openOn())).toBe('done');
    const [order] = await house.deps.db.select().from(orders);
    expect(await allDisputes()).toMatchObject([
      { orderId: order?.id, status: 'needs_response', amountMinor: 5470, currency: 'EUR', closedAt: null },
    ]);
    expect(await tasks()).toEqual([['dispute_opened', false]]);
    expect(await booked()).toEqual(TAKEN);
  });

  it('told ten times at once is one dispute, one task, one booking', async () => {
    await buy('ok');
    const dispute = openOn();
    await Promise.all(Array.from({ length: 10 }, () => tell(dispute)));
    await tell(dispute);
    expect(await allDisputes()).toHaveLength(1);
    expect(await tasks()).toHaveLength(1);
    expect(await booked()).toEqual(TAKEN);
  });

  it('of money whose order nobody settled yet settles the order first [15×oo 15×wf]', async () => {
    await buy('pending');
    const [payment] = house.gateway.payments.values();
    house.gateway.succeedWith(payment?.id ?? '');
    await tell(openOn());
    const [order] = await house.deps.db.select().from(orders);
    expect(order?.status).toBe('paid');
    expect(await allDisputes()).toMatchObject([{ orderId: order?.id }]);
    expect(await booked()).toEqual(TAKEN);
  });

  it('that is won brings the money back, one that is lost does not; either ends the task', async () => {
    await buy('ok');
    const dispute = openOn();
    await tell(dispute);
    house.desk.decide(dispute.id, 'won');
    await tell(dispute);
    await tell(dispute);
    expect(await allDisputes()).toMatchObject([{ status: 'won', closedAt: expect.any(Date) }]);
    expect(await tasks()).toEqual([['dispute_opened', true]]);
    expect(await booked()).toEqual([
      ...TAKEN,
      ['charge', 6970, 'dispute_reinstated'],
      ['dispute', -5470, 'dispute_reinstated'],
      ['fee', -1500, 'dispute_reinstated'],
    ]);
  });

  it('that is decided before anybody heard of it raises no task', async () => {
    await buy('ok');
    const dispute = openOn();
    house.desk.decide(dispute.id, 'lost');
    await tell(dispute);
    expect(await allDisputes()).toMatchObject([{ status: 'lost' }]);
    expect(await tasks()).toEqual([]);
    expect(await booked()).toEqual(TAKEN);
  });

  it('is not opened again by an answer that was on its way when it was decided', async () => {
    await buy('ok');
    const dispute = openOn();
    let goOn = () => undefined as undefined;
    const held = new Promise<void>((resolve) => {
      goOn = () => {
        resolve();
      };
    });
    house.desk.beforeAnswer = () => held;
    const slow = tell(dispute);
    await expect.poll(() => house.desk.asked).toBe(1);
    house.desk.beforeAnswer = async () => undefined;
    house.desk.decide(dispute.id, 'won');
    await tell(dispute);
    goOn();
    await slow;
    expect(await allDisputes()).toMatchObject([{ status: 'won', closedAt: expect.any(Date) }]);
    expect(await tasks()).toEqual([]);
    expect(await booked()).toHaveLength(6);
  });

  it('may begin as a question that costs nothing, and become more', async () => {
    await buy('ok');
    const dispute = openOn({ inquiry: true });
    await tell(dispute);
    expect(await tasks()).toEqual([['dispute_inquiry', false]]);
    expect(await booked()).toEqual([]);
    dispute.status = 'needs_response';
    dispute.movements.push({ id: 'txn_late', amountMinor: -5470, feeMinor: 1500, currency: 'EUR' });
    await tell(dispute);
    expect(await tasks()).toEqual([
      ['dispute_inquiry', true],
      ['dispute_opened', false],
    ]);
    expect(await booked()).toEqual(TAKEN);
  });

  it('waits while the provider cannot be asked, and one about foreign money has no effect [15×5x 15×429]', async () => {
    await buy('ok');
    const dispute = openOn();
    house.desk.isDown = true;
    await expect(tell(dispute)).rejects.toThrow('could not be looked up');
    house.desk.isDown = false;
    expect(await tell({ ...dispute, id: 'du_unknown' })).toBe('without_effect');
    const foreign = house.desk.open({ ...house.gateway.addCharge({ amount: money(99, 'EUR'), reference: null }) });
    expect(await tell(foreign)).toBe('without_effect');
    expect(await allDisputes()).toEqual([]);
  });
});
