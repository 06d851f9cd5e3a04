import { writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '@/lib/domain/ids';
import { addLineItem } from './change-cart';
import { checkAttempts } from './check-attempts';
import { confirmCheckout } from './confirm-checkout';
import { adjustStock } from './edit-stock';
import { lookUpAttempt } from './look-up-attempt';
import { authenticated, fresh, somebody } from './matrix/testing-scenes';
import { reconcile } from './reconcile';
import { settlePayment } from './settle-payment';
import { addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

const SIZES = [2, 3, 10, 50, 200];
const facts = { races: 0, requests: 0 };
let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});
afterAll(async () => {
  if (process.env.PROOF_FACTS) await writeFile(process.env.PROOF_FACTS, JSON.stringify(facts));
});

/** Everybody at the same moment. */
function atOnce<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  facts.races += 1;
  facts.requests += count;
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)));
}
const BOUGHT = { orders: ['2980 EUR'], keptMinor: 2980, charges: 1, receipts: 1 };

describe.each(SIZES)('%i at once', (size) => {
  it('equal confirms: one charge, one order, equal answers', async () => {
    const her = await somebody(house);
    const answers = await atOnce(size, () => confirmCheckout(house.deps, her.request('ok')));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await her.found()).toMatchObject(BOUGHT);
  }, 60_000);

  it('different confirms of one cart: at most one is paid, the rest are told why not', async () => {
    const her = await somebody(house);
    const answers = await atOnce(size, () =>
      confirmCheckout(house.deps, her.request('ok', { dialogRequestId: fresh('own-request') })),
    );
    expect(answers.filter((answer) => answer.ok && answer.value.is === 'paid')).toHaveLength(1);
    expect(await her.found()).toMatchObject(BOUGHT);
  }, 60_000);

  it('buyers of one piece: one gets it, nobody else is charged', async () => {
    const her = await somebody(house);
    const stock = { variantId: her.print.variantId, difference: -9, editId: fresh('edit') };
    await adjustStock(house.deps, { ...stock, reason: 'count', merchantId: 'm' });
    const others = await Promise.all(Array.from({ length: size }, () => addShopper(house)));
    for (const shopperId of others)
      await addLineItem(house.deps, { shopperId, slug: her.print.slug, options: {}, quantity: 1 });
    const answers = await atOnce(size, (index) =>
      confirmCheckout(
        house.deps,
        her.request('ok', { shopperId: others[index] ?? her.shopperId, dialogRequestId: fresh('buyer') }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(house.gateway.charges).toHaveLength(1);
    expect(await her.stock()).toEqual({ available: 0, held: 0, sold: 1 });
  }, 60_000);

  it('settling, asking, sweeping and reconciling the same payment: one order', async () => {
    const her = await authenticated(house);
    const state = await house.gateway.retrieve(asId(her.paymentId));
    if (state.is !== 'succeeded') throw new Error('she has not paid');
    house.advance(50);
    const key = { shopperId: her.shopperId, dialogRequestId: her.attempt.dialogRequestId };
    const ways = [
      () => settlePayment(house.deps, her.attempt.id, state.charge),
      () => lookUpAttempt(house.deps, key),
      () => checkAttempts(house.deps),
      () => reconcile(house.deps, new Date(0)),
    ];
    await atOnce(size, async (index) => ways[index % ways.length]?.());
    expect(await her.found()).toMatchObject(BOUGHT);
  }, 60_000);
});
