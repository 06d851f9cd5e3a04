import { z } from 'zod';
import { expect, test } from './doors';
import { patiently } from './http-client';
import {
  messengerBatch,
  metaHeaders,
  newMid,
  signedRequest,
  stripeEvent,
  stripeHeaders,
  textMessage,
} from './machines';
import type { World } from './world';

const STRIPE = '/api/stripe/webhook';
const MESSENGER = '/api/messenger/webhook';

const deliver = (world: World, wish: object) => world.control('/control/deliveries', wish, world.stripeOrigin);

test('row 20: a true event of Stripe, a hundred times in parallel: 200 each, one effect', async ({
  newBuyer,
  database,
  stranger,
  world,
}) => {
  const goods = await database.addGoods({ stock: 5 });
  const { orderId } = await newBuyer().buy(goods, 2);
  const [attempt] = await database.rows<{ payment: string }>(
    `select a.provider_payment_id as payment from payment_attempts a join orders o on o.attempt_id = a.id where o.id = $1`,
    [orderId],
  );
  const id = `evt_${orderId.replace(/\W/g, 'x')}`;
  const body = stripeEvent({ id, paymentId: attempt?.payment });
  const before = { ledger: await database.count('ledger'), messages: await database.count('outgoing_messages') };
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      patiently(() => stranger.send('POST', STRIPE, { body, headers: stripeHeaders(body) })),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const states = () => database.rows('select status, tries from webhook_events where event_id = $1', [id]);
  await expect.poll(states).toEqual([{ status: 'done', tries: 1 }]);
  expect({
    ledger: await database.count('ledger'),
    messages: await database.count('outgoing_messages'),
  }).toEqual(before);
  expect(await world.charges()).toHaveLength(1);
  expect(await database.stockOf(goods)).toEqual({ available: 3, held: 0, sold: 2 });
});

test('row 24: one message of Messenger, a hundred times in parallel: 200 each, answered once', async ({
  database,
  stranger,
  world,
}) => {
  const psid = await world.newPerson({ locale: 'de_DE' });
  const mid = newMid();
  const body = messengerBatch([textMessage(psid, 'hallo', mid)]);
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      patiently(() => stranger.send('POST', MESSENGER, { body, headers: metaHeaders(body) })),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const states = () =>
    database.rows<{ id: string; status: string }>('select id, status, tries from webhook_events where event_id = $1', [
      `mid:${mid}`,
    ]);
  await expect.poll(states).toMatchObject([{ status: 'done', tries: 1 }]);
  const [event] = await states();
  const causes = await database.rows<{ cause: string }>(
    'select cause from outgoing_messages where psid = $1 order by cause',
    [psid],
  );
  // One answer may be several bubbles; each of them once.
  expect(causes.length).toBeGreaterThan(0);
  expect(causes.map(({ cause }) => cause)).toEqual(causes.map((_, index) => `answer:${event?.id}:${index}`));
});

test('the webhook comes before the answer: one order, and the answer says the same [6×wf 8×wf 9×wf]', async ({
  newBuyer,
  database,
  world,
}) => {
  const goods = await database.addGoods({ stock: 5 });
  const buyer = newBuyer();
  await buyer.put(goods);
  const order = await buyer.order();
  // Stripe has charged and told so by its event; what it answers to the shop's own request gets lost.
  await world.control('/control/faults', { match: '/confirm', kind: 'drop-after', times: 1 }, world.stripeOrigin);
  await buyer.confirm(order);
  const look = async () => (await buyer.get(`/api/checkout/attempt?requestId=${order.requestId}`)).json;
  await expect.poll(look, { timeout: 20_000 }).toMatchObject({ is: 'paid' });
  expect((await buyer.confirm(order)).json).toEqual(await look());
  expect(await world.charges()).toHaveLength(1);
  expect(await database.stockOf(goods)).toEqual({ available: 4, held: 0, sold: 1 });
});

test('events held back for the whole purchase, then all at once in reverse: one order, one receipt', async ({
  newBuyer,
  database,
  world,
}) => {
  const psid = await world.newPerson({ locale: 'de_DE' });
  await world.control(`/control/threads/${psid}/text`, { text: 'hallo' });
  const goods = await database.addGoods({ stock: 5 });
  const buyer = newBuyer();
  await buyer.post('/api/webview/sign-in', { signedRequest: signedRequest(psid) });
  await deliver(world, { hold: true });
  const { orderId } = await buyer.buy(goods);
  await world.receipts(psid, 1);
  const held = z
    .object({ held: z.array(z.object({ event: z.string() })) })
    .parse(await world.control('/control/deliveries', undefined, world.stripeOrigin)).held;
  expect(held.length).toBeGreaterThan(1);
  await deliver(world, { hold: false, flush: 'reversed' });

  const ids = held.map(({ event }) => event);
  const worked = () =>
    database.count('webhook_events', `event_id = any($1) and status in ('done', 'without_effect')`, [ids]);
  await expect.poll(worked, { timeout: 20_000 }).toBe(new Set(ids).size);
  expect(await database.count('orders', 'id = $1', [orderId])).toBe(1);
  expect(await world.charges()).toHaveLength(1);
  await world.receipts(psid, 1);
  expect(await database.stockOf(goods)).toEqual({ available: 4, held: 0, sold: 1 });
});
