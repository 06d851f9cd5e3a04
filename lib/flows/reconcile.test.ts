import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBreaks } from '@/lib/db/payment-breaks';
import { merchantTasks, orders } from '@/lib/db/schema/orders';
import { money } from '@/lib/domain/money';
import { confirmCheckout } from './confirm-checkout';
import { authenticated, fresh, somebody } from './matrix/testing-scenes';
import { letTimePass } from './matrix/testing-worker';
import { openDialog } from './open-dialog';
import { reconcile } from './reconcile';
import { createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

const HOUR = 60 * 60;
const run = (days = 5) => reconcile(house.deps, new Date(house.deps.now().getTime() - days * 24 * HOUR * 1000));
const breaks = async () =>
  (await listBreaks(house.deps.db)).map(({ cause, healedAt }) => [cause, healedAt !== null]).sort();
const tasks = async () => (await house.deps.db.select().from(merchantTasks)).map(({ kind }) => kind).sort();

async function bought() {
  const her = await somebody(house);
  const paid = await confirmCheckout(house.deps, her.request('ok'));
  const charge = house.gateway.charges.at(-1);
  if (!paid.ok || !charge) throw new Error('she did not pay');
  return { ...her, charge };
}

describe('both tell the same', () => {
  it('and nothing is found, however often it is asked', async () => {
    await bought();
    expect(await run()).toEqual({ healed: 0, open: 0, unreachable: [] });
    expect(await run()).toEqual({ healed: 0, open: 0, unreachable: [] });
    expect(await breaks()).toEqual([]);
  });
});

describe('a break, with its cause', () => {
  it('a payment of which nobody was told is settled', async () => {
    const her = await authenticated(house);
    expect(await run()).toMatchObject({ healed: 1, open: 0 });
    expect(await her.found()).toMatchObject({ orders: ['2980 EUR'], charges: 1 });
    expect(await breaks()).toEqual([['event_never_came', true]]);
    expect(await run()).toMatchObject({ healed: 0, open: 0 });
  });

  it('a charge that nobody ordered is told to the merchant, once', async () => {
    house.gateway.addCharge({ amount: money(999, 'EUR'), reference: null });
    expect(await run()).toMatchObject({ healed: 0, open: 1 });
    await run();
    expect(await breaks()).toEqual([['charge_without_order', false]]);
    expect(await tasks()).toEqual(['charge_without_order']);
  });

  it('an order whose charge the provider does not know', async () => {
    const her = await bought();
    house.gateway.charges.splice(house.gateway.charges.indexOf(her.charge), 1);
    await run();
    await run();
    expect(await breaks()).toEqual([['order_without_charge', false]]);
    expect(await tasks()).toEqual(['order_without_charge']);
  });

  it('a charge of another amount than its order', async () => {
    const her = await bought();
    her.charge.amount = money(1, 'EUR');
    await run();
    expect(await breaks()).toEqual([['amount_differs', false]]);
    expect(await tasks()).toEqual(['amount_differs']);
  });

  it('a refund at the provider that the shop never heard of is booked', async () => {
    const her = await bought();
    house.gateway.addRefund({ chargeId: her.charge.id, amount: money(500, 'EUR'), reference: null });
    expect(await run()).toMatchObject({ healed: 1, open: 0 });
    expect(await breaks()).toEqual([['refund_missing', true]]);
    const [order] = await house.deps.db.select().from(orders).where(eq(orders.shopperId, her.shopperId));
    expect(order?.refundedMinor).toBe(500);
  });

  it('is not looked for where the provider cannot be asked: told so, and nothing changes', async () => {
    await authenticated(house);
    house.gateway.isDown = true;
    expect(await run()).toEqual({ healed: 0, open: 0, unreachable: ['stripe'] });
    expect(await breaks()).toEqual([]);
  });
});

it('three days without the provider, every event lost: one run heals what has one right answer, and lists the rest', async () => {
  // Before the night: one is asked by her bank, one sits in Messenger's dialog, one has bought, one is free to buy.
  const asked = await authenticated(house);
  const inDialog = await somebody(house);
  const dialog = {
    shopperId: inDialog.shopperId,
    marketId: 'en-US' as const,
    dialogRequestId: fresh('dialog-request'),
  };
  const opened = await openDialog(house.deps, dialog);
  if (!opened.ok) throw new Error(opened.problem);
  const refunded = await bought();
  const strange = await bought();
  const late = await somebody(house);

  // The shop hears nothing for three days, while the world goes on.
  house.gateway.isDown = true;
  house.gateway.addCharge({ amount: opened.value.quote.total, reference: opened.value.attemptId });
  house.gateway.addRefund({ chargeId: refunded.charge.id, amount: money(500, 'EUR'), reference: null });
  house.gateway.addCharge({ amount: money(999, 'EUR'), reference: null });
  strange.charge.amount = money(1, 'EUR');
  for (let hours = 0; hours < 72; hours += 8) {
    house.advance(8 * HOUR);
    await letTimePass(house);
    expect((await run()).unreachable).toEqual(['stripe']);
  }
  // Not one piece was let go without the provider's word, and nobody could buy what cannot be paid.
  expect(await asked.stock()).toMatchObject({ held: 1 });
  expect(await inDialog.stock()).toMatchObject({ held: 1 });
  expect(await confirmCheckout(house.deps, late.request('ok'))).toMatchObject({ problem: 'payments_unavailable' });

  house.gateway.isDown = false;
  expect(await run()).toEqual({ healed: 3, open: 2, unreachable: [] });
  expect(await asked.found()).toMatchObject({ orders: ['2980 EUR'], charges: 1, receipts: 1 });
  expect(await inDialog.found()).toMatchObject({ orders: ['3280 USD'], charges: 1 });
  expect(await breaks()).toEqual([
    ['amount_differs', false],
    ['charge_without_order', false],
    ['event_never_came', true],
    ['event_never_came', true],
    ['refund_missing', true],
  ]);
  expect(await tasks()).toEqual(['amount_differs', 'charge_without_order']);
  expect(await run()).toMatchObject({ healed: 0 });
});
