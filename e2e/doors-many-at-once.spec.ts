import { z } from 'zod';
import { type Buyer, type Confirm, newRequestId } from './buyer';
import { expect, test } from './doors';
import { type Answer, patiently } from './http-client';

const outcomeSchema = z.object({ is: z.string() });

/** A crowd slows shop and provider down: who is told that nothing was charged tries once more, as the page offers it. */
async function insist(buyer: Buyer, order: Confirm | undefined): Promise<Answer> {
  if (!order) throw new Error('somebody has no order');
  const answer = await patiently(() => buyer.confirm(order));
  if (outcomeSchema.safeParse(answer.json).data?.is !== 'over') return answer;
  const again = { ...order, requestId: newRequestId(), confirmationToken: await buyer.token() };
  return patiently(() => buyer.confirm(again));
}

test('50 parallel confirms of one cart: one charge, one order, 50 equal answers', async ({
  database,
  newBuyer,
  world,
}) => {
  const goods = await database.addGoods({ stock: 60 });
  const buyer = newBuyer();
  await buyer.put(goods, 2);
  const order = await buyer.order();

  const answers = await Promise.all(Array.from({ length: 50 }, () => patiently(() => buyer.confirm(order))));

  expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect(answers[0]?.json).toMatchObject({ is: 'paid' });
  const charges = await world.charges();
  expect(charges).toMatchObject([{ amount: order.agreedTotal.amountMinor, currency: 'eur', refunded: false }]);
  expect(await database.count('orders', 'charge_id = $1', [charges[0]?.id])).toBe(1);
  expect(await database.stockOf(goods)).toEqual({ available: 58, held: 0, sold: 2 });
});

test('row 6: 200 buyers for 10 units: 10 orders, 190 told so, none of those charged', async ({
  database,
  newBuyer,
  world,
}) => {
  const goods = await database.addGoods({ stock: 10 });
  const buyers = Array.from({ length: 200 }, newBuyer);
  const total = { amountMinor: goods.priceMinor + 490, currency: 'EUR' } as const;
  const orders: Confirm[] = [];
  for (let at = 0; at < buyers.length; at += 20) {
    const some = buyers.slice(at, at + 20).map(async (buyer) => {
      await buyer.put(goods);
      return buyer.order({ total });
    });
    orders.push(...(await Promise.all(some)));
  }

  const answers = await Promise.all(buyers.map((buyer, index) => insist(buyer, orders[index])));

  const told: Record<string, number> = {};
  for (const { status, problem, json } of answers) {
    const words = `${status} ${problem ?? outcomeSchema.parse(json).is}`;
    told[words] = (told[words] ?? 0) + 1;
  }
  expect(told).toEqual({ '200 paid': 10, '409 out_of_stock': 190 });
  expect(await world.charges()).toHaveLength(10);
  expect(await database.stockOf(goods)).toEqual({ available: 0, held: 0, sold: 10 });
  expect(await database.count('orders', `quote->'lines'->0->>'variantId' = $1`, [goods.variantId])).toBe(10);
});
