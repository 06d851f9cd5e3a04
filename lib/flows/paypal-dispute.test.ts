import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listBreaks } from '@/lib/db/payment-breaks';
import { disputes } from '@/lib/db/schema/disputes';
import { ledger, merchantTasks, orders } from '@/lib/db/schema/orders';
import { answerDispute } from './answer-dispute';
import { applyPaypalEvent } from './apply-paypal-event';
import { cancelOrder } from './cancel-order';
import { collectEvidence } from './collect-evidence';
import { giveInDispute } from './give-in-dispute';
import { reconcile } from './reconcile';
import { refundOrder } from './refund-order';
import { createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { buyWithPaypal, openPaypalFor, type TestPaypal } from './testing-paypal';

let house: TestHouse;
let paypal: TestPaypal;
let capture: string;
let orderId: string;

beforeEach(async () => {
  house = await createTestHouse();
  paypal = await openPaypalFor(house);
  const bought = await buyWithPaypal(house, paypal);
  capture = bought.capture;
  orderId = bought.order.id;
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await paypal.double.close();
  await house.drop();
});

let events = 0;
async function tell(): Promise<unknown> {
  events += 1;
  const [disputeId] = await paypal.disputes();
  const event = { eventId: `WH-${events}`, type: 'CUSTOMER.DISPUTE.UPDATED', paymentId: null, livemode: false };
  return applyPaypalEvent(house.deps, { ...event, chargeId: capture, disputeId: disputeId ?? null });
}
async function row() {
  const [found] = await house.deps.db.select().from(disputes);
  if (!found) throw new Error('there is no dispute');
  return found;
}
const tasks = async () =>
  (await house.deps.db.select().from(merchantTasks).orderBy(asc(merchantTasks.createdAt))).map(({ kind, doneAt }) => [
    kind,
    doneAt !== null,
  ]);
const booked = async () =>
  (await house.deps.db.select().from(ledger).where(eq(ledger.who, 'paypal')).orderBy(asc(ledger.id))).map(
    ({ account, amount, why }) => [account, amount, why],
  );
const answer = async () => {
  const evidence = await collectEvidence(house.deps, await row());
  if (!evidence) throw new Error('nothing is known');
  return answerDispute(house.deps, { disputeId: (await row()).id, evidence, merchantId: 'm' });
};

it('a PayPal dispute goes from question to claim to decision; each answer is asked for, each movement booked once', async () => {
  await paypal.play({ capture });
  expect(await tell()).toBe('done');
  expect(await row()).toMatchObject({ provider: 'paypal', orderId, status: 'inquiry', amountMinor: 2980 });
  expect(await tasks()).toEqual([['dispute_inquiry', false]]);
  expect(await answer()).toMatchObject({ ok: true, value: { status: 'inquiry_review' } });
  expect(await tasks()).toEqual([['dispute_inquiry', true]]);

  await paypal.play({ capture, goOn: 'reply' });
  await tell();
  // She wrote again: that is newer, although the way of a dispute at a bank knows no way back.
  expect(await row()).toMatchObject({ status: 'inquiry' });
  expect(await tasks()).toEqual([['dispute_inquiry', false]]);

  await paypal.play({ capture, goOn: 'escalate' });
  await tell();
  expect(await row()).toMatchObject({ status: 'needs_response', closedAt: null });
  expect(await answer()).toMatchObject({ ok: true, value: { status: 'under_review' } });
  await paypal.play({ capture, close: 'lost' });
  await Promise.all([tell(), tell(), tell()]);
  expect(await row()).toMatchObject({ status: 'lost', closedAt: expect.any(Date) });
  expect((await tasks()).every(([, done]) => done)).toBe(true);
  expect(await booked()).toEqual([
    ['charge', -2980, 'dispute_withdrawn'],
    ['dispute', 2980, 'dispute_withdrawn'],
    ['charge', -1400, 'dispute_withdrawn'],
    ['fee', 1400, 'dispute_withdrawn'],
  ]);
});

it('a PayPal chargeback that is won brings money and fee back, and blocks refund and calling off meanwhile', async () => {
  await paypal.play({ capture, kind: 'chargeback' });
  await tell();
  const [order] = await house.deps.db.select().from(orders);
  const wish = { everything: true as const };
  const refund = { orderId, requestId: 'refund-0000000001', reason: 'goodwill' as const, restock: false, who: 'm' };
  expect(await refundOrder(house.deps, { ...refund, wish, seenVersion: order?.version ?? 0 })).toMatchObject({
    problem: 'charge_disputed',
  });
  expect(await cancelOrder(house.deps, { orderId, shopperId: null, who: 'm' })).toMatchObject({
    problem: 'charge_disputed',
  });
  await paypal.play({ capture, close: 'won' });
  await tell();
  expect((await booked()).map(([account, amount]) => [account, amount])).toEqual([
    ['charge', -2980],
    ['dispute', 2980],
    ['charge', -1400],
    ['fee', 1400],
    ['charge', 2980],
    ['dispute', -2980],
    ['charge', 1400],
    ['fee', -1400],
  ]);
  expect(await cancelOrder(house.deps, { orderId, shopperId: null, who: 'm' })).toMatchObject({ ok: true });
});

it('giving in pays her back at PayPal and is booked once, however often it is asked', async () => {
  await paypal.play({ capture });
  await tell();
  const asked = { disputeId: (await row()).id, merchantId: 'm' };
  const [first, second] = await Promise.all([giveInDispute(house.deps, asked), giveInDispute(house.deps, asked)]);
  expect([first, second].filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(await giveInDispute(house.deps, asked)).toMatchObject({ problem: 'dispute_over' });
  await tell();
  expect(await row()).toMatchObject({ status: 'lost' });
  expect(await booked()).toEqual([
    ['charge', -2980, 'dispute_withdrawn'],
    ['dispute', 2980, 'dispute_withdrawn'],
  ]);
});

it('a PayPal dispute that no event told of is found by reconciliation, and so is its end', async () => {
  const since = new Date(Date.now() - 24 * 60 * 60_000);
  await paypal.play({ capture, kind: 'claim' });
  expect(await reconcile(house.deps, since)).toEqual({ healed: 1, open: 0, unreachable: [] });
  expect(await row()).toMatchObject({ status: 'needs_response', orderId });
  expect(await reconcile(house.deps, since)).toEqual({ healed: 0, open: 0, unreachable: [] });
  await paypal.play({ capture, close: 'cancelled' });
  expect(await reconcile(house.deps, since)).toMatchObject({ healed: 1 });
  expect(await row()).toMatchObject({ status: 'won' });
  expect(await listBreaks(house.deps.db)).toMatchObject([{ cause: 'event_never_came', provider: 'paypal' }]);
});
