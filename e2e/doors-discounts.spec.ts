import { randomBytes } from 'node:crypto';
import type { Buyer } from './buyer';
import { expect, test } from './doors';
import { patiently } from './http-client';
import type { ShopDatabase } from './shop-database';

type Gift = { value?: object; limitTotal?: number | null; minimumEur?: number };

/** A discount as the merchant's form would write it. */
async function addCode(database: ShopDatabase, { value, limitTotal = null, minimumEur }: Gift = {}): Promise<string> {
  const code = `CODE${randomBytes(6).toString('hex').toUpperCase()}`;
  await database.rows(
    `insert into discounts (id, title, code, value, minimums, limit_total, status, created_at, updated_at)
     values ($1, $2, $1, $3, $4, $5, 'active', now(), now())`,
    [
      code,
      JSON.stringify({ de: 'Probe', en: 'Proof' }),
      JSON.stringify(value ?? { is: 'percent', perMille: 100 }),
      JSON.stringify(minimumEur ? { EUR: minimumEur } : {}),
      limitTotal,
    ],
  );
  return code;
}

const enter = (buyer: Buyer, code: string) => buyer.postForm('/api/cart', { action: 'enterCode', code });

test('row 1: a discount is what the server says, not what is sent', async ({ database, newBuyer, unchanged }) => {
  const buyer = newBuyer();
  await buyer.put(await database.addGoods({ priceMinor: 2000 }));
  await enter(buyer, await addCode(database));
  const order = await buyer.order();
  expect(order.agreedTotal).toEqual({ amountMinor: 2000 - 200 + 490, currency: 'EUR' });
  await unchanged(async () => {
    for (const more of [{ discount: 999 }, { discounts: [{ amountMinor: 999 }] }, { code: 'OTHER' }])
      expect((await buyer.confirm({ ...order, ...more })).status, JSON.stringify(more)).toBe(422);
    const lower = { ...order, agreedTotal: { ...order.agreedTotal, amountMinor: 490 } };
    expect((await buyer.confirm(lower)).problem).toBe('price_changed');
  });
  expect((await buyer.confirm(order)).json).toMatchObject({ is: 'paid' });
});

test('row 4: fifty redemptions of a one-use code at once: one order, forty-nine told so, none of those charged', async ({
  database,
  newBuyer,
  world,
}) => {
  const goods = await database.addGoods({ stock: 60, priceMinor: 2000 });
  const code = await addCode(database, { limitTotal: 1 });
  const buyers = Array.from({ length: 50 }, newBuyer);
  const total = { amountMinor: 2000 - 200 + 490, currency: 'EUR' } as const;
  const orders: Awaited<ReturnType<Buyer['order']>>[] = [];
  for (let at = 0; at < buyers.length; at += 10) {
    const some = buyers.slice(at, at + 10).map(async (buyer) => {
      await buyer.put(goods);
      expect((await enter(buyer, code)).status).toBe(200);
      return buyer.order({ total });
    });
    orders.push(...(await Promise.all(some)));
  }
  const answers = await Promise.all(buyers.map((buyer, index) => patiently(() => buyer.confirm(orders[index] ?? {}))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 200);
  for (const answer of refused) expect([answer.status, answer.problem]).toEqual([409, 'discount_gone']);
  expect(await world.charges()).toMatchObject([{ amount: total.amountMinor, refunded: false }]);
  expect(await database.rows('select used from discounts where id = $1', [code])).toEqual([{ used: 1 }]);
});

test('row 5: one code takes the place of another, nothing falls below nothing, and nothing is ordered without a charge', async ({
  database,
  newBuyer,
  unchanged,
  world,
}) => {
  const goods = await database.addGoods({ priceMinor: 6000 });
  const buyer = newBuyer();
  await buyer.put(goods);
  const much = await addCode(database, { value: { is: 'amount', amounts: { EUR: 99_999_999 } } });
  await enter(buyer, await addCode(database, { value: { is: 'percent', perMille: 900 } }));
  await enter(buyer, much);
  const { confirmationToken, way, ...order } = await buyer.order();
  expect(order.agreedTotal).toEqual({ amountMinor: 0, currency: 'EUR' });
  await unchanged(async () => {
    for (const amountMinor of [-1, -6000, 0.5])
      expect(
        (await buyer.confirm({ ...order, way: 'free', agreedTotal: { amountMinor, currency: 'EUR' } })).status,
      ).toBe(422);
    expect((await buyer.confirm({ ...order, way: 'free', confirmationToken })).status).toBe(422);
    const byCard = await buyer.confirm({ ...order, way, confirmationToken });
    expect([byCard.status, byCard.problem]).toEqual([409, 'nothing_to_pay']);
  });
  const answers = await Promise.all(Array.from({ length: 10 }, () => buyer.confirm({ ...order, way: 'free' })));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.json).toMatchObject({ is: 'paid' });
  expect(await world.charges()).toEqual([]);

  const payer = newBuyer();
  await payer.put(goods);
  const { confirmationToken: _card, ...honest } = await payer.order();
  await unchanged(async () => {
    const free = await payer.confirm({ ...honest, way: 'free' });
    expect([free.status, free.problem]).toEqual([409, 'payment_required']);
  });
});

test('row 7: the same thing twice, together more than there is', async ({ database, newBuyer, unchanged }) => {
  const goods = await database.addGoods({ stock: 3 });
  const buyer = newBuyer();
  await buyer.put(goods, 2);
  await unchanged(async () => {
    const more = await buyer.add(goods, 2);
    expect([more.status, more.problem]).toEqual([409, 'out_of_stock']);
  });
});

test('codes that are none, guesses without an end', async ({ database, newBuyer, unchanged }) => {
  const buyer = newBuyer();
  await buyer.put(await database.addGoods());
  const code = await addCode(database);
  await unchanged(async () => {
    for (const typed of ["' or 1=1 --", '<script>alert(1)</script>', '../admin', '%00', 'ＣＯＤＥ']) {
      const answer = await enter(buyer, typed);
      expect([answer.status, answer.problem], typed).toEqual([422, 'code_unknown']);
    }
    expect((await enter(buyer, 'X'.repeat(101))).status).toBe(422);
    for (let guess = 0; guess < 5; guess += 1) await enter(buyer, `GUESS${guess}`);
    const braked = await enter(buyer, code);
    expect([braked.status, braked.problem]).toEqual([429, 'too_often']);
    expect(Number(braked.headers['retry-after'])).toBeGreaterThan(0);
  });
});
