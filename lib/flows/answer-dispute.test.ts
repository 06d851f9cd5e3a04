import { afterEach, beforeEach, expect, it } from 'vitest';
import { disputes } from '@/lib/db/schema/disputes';
import { merchantTasks } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { money } from '@/lib/domain/money';
import { type Dispute, type Evidence, evidenceSchema } from '@/lib/domain/payments/dispute';
import { answerDispute } from './answer-dispute';
import { applyDispute } from './apply-dispute';
import { addLineItem } from './change-cart';
import { collectEvidence } from './collect-evidence';
import { confirmCheckout } from './confirm-checkout';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: TestHouse;
let dispute: Dispute;

beforeEach(async () => {
  house = await createTestHouse();
  const { slug } = await addProduct(house, { slug: 'moon-print', stock: 10 });
  const shopperId = await addShopper(house);
  await addLineItem(house.deps, { shopperId, slug, options: {}, quantity: 2 });
  await confirmCheckout(house.deps, {
    shopperId,
    marketId: 'de',
    dialogRequestId: 'request-0000000001',
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: money(5470, 'EUR'),
    proof: { confirmationToken: 'ok', returnUrl: 'http://localhost:3000/shop/checkout' },
  });
  const [charge] = house.gateway.charges;
  if (!charge) throw new Error('nothing was charged');
  dispute = house.desk.open(charge);
  await applyDispute(house.deps, 'stripe', dispute.id);
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

async function row() {
  const [found] = await house.deps.db.select().from(disputes);
  if (!found) throw new Error('there is no dispute');
  return found;
}
async function collected(): Promise<Evidence> {
  const evidence = await collectEvidence(house.deps, await row());
  if (!evidence) throw new Error('nothing is known');
  return evidence;
}
const answer = async (evidence: Evidence) =>
  answerDispute(house.deps, { disputeId: (await row()).id, evidence, merchantId: 'm' });

it('collects by itself what the shop knows', async () => {
  const evidence = await collected();
  expect(evidenceSchema.parse(evidence)).toEqual(evidence);
  expect(evidence).toMatchObject({
    customerName: EXAMPLE_DETAILS.address.name,
    customerEmail: EXAMPLE_DETAILS.email,
    shippedOn: '',
  });
  expect(evidence.shippingAddress).toContain(EXAMPLE_DETAILS.address.street1);
  expect(evidence.productDescription).toContain('2 x moon-print (MOON-PRINT): €49.80');
  for (const words of ['K-1001', 'visa 4242', 'Total: €54.70', 'not been handed over'])
    expect(evidence.statement).toContain(words);
});

it('sends what the merchant says, keeps it sealed, and ends the task', async () => {
  const evidence = { ...(await collected()), statement: 'She has it: see the number.', trackingNumber: '00340' };
  expect(await answer(evidence)).toMatchObject({ ok: true, value: { status: 'under_review' } });
  expect(house.desk.submitted).toMatchObject([{ evidence: { statement: 'She has it: see the number.' } }]);
  expect(await row()).toMatchObject({ status: 'under_review', answeredAt: expect.any(Date) });
  expect(JSON.stringify(await row())).not.toContain('She has it');
  expect(await collected()).toEqual(evidence);
  expect(await house.deps.db.select().from(merchantTasks)).toMatchObject([{ doneAt: expect.any(Date) }]);
  expect(await answer(evidence)).toMatchObject({ problem: 'dispute_over' });
  expect(house.desk.submitted).toHaveLength(1);
});

it('two who send at once send once', async () => {
  const evidence = await collected();
  await Promise.all([answer(evidence), answer(evidence), answer({ ...evidence, statement: 'Other words.' })]);
  expect(house.desk.submitted).toHaveLength(1);
  expect(await row()).toMatchObject({ status: 'under_review' });
});

it('an answer that got lost is found by looking', async () => {
  house.desk.losesAnswers = true;
  expect(await answer(await collected())).toMatchObject({ ok: true, value: { status: 'under_review' } });
  expect(house.desk.submitted).toHaveLength(1);
});

it('says so when the provider is away, and when the bank has decided', async () => {
  const evidence = await collected();
  house.desk.isDown = true;
  expect(await answer(evidence)).toMatchObject({ problem: 'gateway_unavailable' });
  house.desk.isDown = false;
  house.desk.decide(dispute.id, 'lost');
  expect(await answer(evidence)).toMatchObject({ problem: 'dispute_over' });
  expect(await row()).toMatchObject({ status: 'lost' });
});
