import { afterEach, beforeEach, expect, it } from 'vitest';
import { listPapersOfOrder } from '@/lib/db/invoices';
import { getOrder, type Order } from '@/lib/db/orders';
import type { RefundWish } from '@/lib/domain/orders/refund';
import { applyDispute } from './apply-dispute';
import { refundOrder } from './refund-order';
import { createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';
import { placeOrder } from './testing-orders';

let house: TestHouse;
let order: Order;
let variantId: string;
beforeEach(async () => {
  house = await createTestHouse();
  ({ order, variantId } = await placeOrder(house, { stock: 5, quantity: 3 }));
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

let asked = 0;
async function refund(wish: RefundWish) {
  asked += 1;
  const seenVersion = (await getOrder(house.deps.db, order.id))?.version ?? 0;
  const form = { orderId: order.id, requestId: `refund-${asked}`, seenVersion, restock: false, who: 'merchant:1' };
  return refundOrder(house.deps, { ...form, wish, reason: 'returned' });
}
const papers = async () => (await listPapersOfOrder(house.deps.db, order.id)).map(({ paper }) => paper);

it('each refund corrects the invoice, by its line and then by all that is left', async () => {
  await refund({ everything: false, lines: [{ variantId, quantity: 1 }], shippingMinor: 0, extraMinor: 0 });
  await refund({ everything: true });
  const [invoice, piece, rest] = await papers();
  expect(piece).toMatchObject({ label: 'RK-1001', totalMinor: 2490, corrects: { label: invoice?.label } });
  expect(piece?.lines).toMatchObject([{ variantId, quantity: 1, unitMinor: 2490, totalMinor: 2490 }]);
  expect(rest).toMatchObject({ label: 'RK-1002', totalMinor: (invoice?.totalMinor ?? 0) - 2490 });
  expect(rest?.lines).toMatchObject([{ variantId, quantity: 2, totalMinor: 4980 }]);
  const tax = [piece, rest].reduce((sum, note) => sum + (note?.taxes[0]?.taxMinor ?? 0), 0);
  expect(tax).toBe(invoice?.taxes[0]?.taxMinor);
});

it('a payment that a bank disputes is not refunded beside it', async () => {
  const [charge] = house.gateway.charges;
  if (!charge) throw new Error('nothing was charged');
  const dispute = house.desk.open(charge);
  await applyDispute(house.deps, 'stripe', dispute.id);
  expect(await refund({ everything: true })).toMatchObject({ problem: 'charge_disputed' });
  house.desk.decide(dispute.id, 'won');
  await applyDispute(house.deps, 'stripe', dispute.id);
  expect(await refund({ everything: true })).toMatchObject({ ok: true });
});
