import { createHmac } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { variants } from '@/lib/db/schema/catalogue';
import { webhookEvents } from '@/lib/db/schema/messages';
import { buyPayload } from '@/lib/domain/messaging/buy-payload';
import { answerMessengerEvent } from '@/lib/flows/answer-messenger-event';
import { addProduct, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { workEvents } from '@/lib/flows/work-events';
import { listVectors, readVector } from '@/lib/messenger/testing-vectors';
import { POST } from './route';

// Every recorded event at the very door: written as Meta writes, signed, delivered twice, worked.
const SECRET = '7d1c0f5e9ab24c6681f3aa0027be54d9';
const world = vi.hoisted(() => ({ deps: {} }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ FACEBOOK_PAGE_ID: '104201609120001', FACEBOOK_APP_SECRET: [SECRET], FACEBOOK_VERIFY_TOKEN: ['x'] }),
}));

const shape = z.object({ body: z.unknown(), expect: z.object({ status: z.number(), json_body: z.unknown() }) });
const vectors = listVectors('inbound').map((name) => ({ name, ...readVector(name, shape) }));
const isQuestion = (name: string) => /checkout/.test(name);

let house: TestHouse;
beforeAll(async () => {
  house = await createTestHouse();
  world.deps = house.deps;
});
afterAll(() => house.drop());

// As Meta serialises: `\uXXXX` beyond ASCII, `\/` for slashes. Written anew here, so that a mistake meets no twin.
function wire(body: unknown): string {
  return JSON.stringify(body)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function deliver(body: unknown): Promise<Response> {
  const raw = wire(body);
  const signature = `sha256=${createHmac('sha256', SECRET).update(raw).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  return POST(new Request('https://shop.example/api/messenger/webhook', { method: 'POST', body: raw, headers }));
}

const work = () => workEvents(house.deps, { messenger: answerMessengerEvent });
const TRACES = [
  'webhook_events',
  'outgoing_messages',
  'orders',
  'payment_attempts',
  'shoppers',
  'visits',
  'merchant_tasks',
];
async function traces(): Promise<Record<string, unknown>> {
  const counts = TRACES.map(
    (table) => sql`(select count(*) from ${sql.identifier(table)}) as ${sql.identifier(table)}`,
  );
  return (await house.deps.db.execute(sql`select ${sql.join(counts, sql`, `)}`)).rows[0] ?? {};
}

test('every event is answered as recorded; worked, none fails; a second delivery changes nothing', async () => {
  for (const { name, body, expect: wanted } of vectors.filter(({ name }) => !isQuestion(name)))
    expect((await deliver(body)).status, name).toBe(wanted.status);
  while ((await work()) > 0);
  const open = await house.deps.db.select().from(webhookEvents).where(eq(webhookEvents.status, 'set_aside'));
  expect(open).toEqual([]);
  const before = await traces();
  for (const { name, body, expect: wanted } of vectors.filter(({ name }) => !isQuestion(name)))
    expect((await deliver(body)).status, name).toBe(wanted.status);
  while ((await work()) > 0);
  expect(await traces()).toEqual(before);
  expect(before).toMatchObject({ orders: '0', payment_attempts: '0' });
});

describe('what asks for an answer', () => {
  let variantId: string;
  beforeEach(async () => {
    ({ variantId } = await addProduct(house, { slug: house.deps.newId().toLowerCase(), stock: 2 }));
  });

  /** The same event about a thing of ours: Meta's example names one of an order that nobody here made. */
  async function ask(name: string, more: { sold?: boolean; amount?: string } = {}) {
    const { body } = readVector(`inbound/${name}.json`, shape);
    const offerId = `offer-${house.deps.newId().slice(0, 13)}`;
    const payload = buyPayload({ offerId, variantId });
    if (more.sold)
      await house.deps.db.update(variants).set({ available: 0, held: 2 }).where(eq(variants.id, variantId));
    let text = JSON.stringify(body).replace(/CHECKOUT:ord_\w+/, payload);
    if (more.amount) text = text.replace('"30.93"', JSON.stringify(more.amount));
    const answer = await deliver(JSON.parse(text));
    expect(answer.status).toBe(200);
    return answer.json();
  }
  const recorded = (name: string) => readVector(`inbound/${name}.json`, shape).expect.json_body;
  const option = z.strictObject({
    option_id: z.string(),
    option_title: z.string(),
    price_list: z.array(z.strictObject({ label: z.string(), amount: z.string().regex(/^\d+\.\d{2}$/) })).min(1),
  });
  const shipping = z.strictObject({ shipping: z.array(option) });

  test.each(['checkout-update', 'checkout-update-string-id'])(
    '%s: ways to send, in the recorded form',
    async (name) => {
      expect(shipping.parse(recorded(name)).shipping).toHaveLength(2);
      expect(shipping.parse(await ask(name)).shipping.length).toBeGreaterThan(0);
    },
  );

  test('pre-checkout: yes for the right total, no for a wrong one and for what is sold out', async () => {
    expect(await ask('pre-checkout-accept', { amount: '32.80' })).toEqual(recorded('pre-checkout-accept'));
    expect(await ask('pre-checkout-wrong-total')).toEqual(recorded('pre-checkout-wrong-total'));
    expect(await ask('pre-checkout-refuse', { amount: '32.80', sold: true })).toEqual(recorded('pre-checkout-refuse'));
  });

  test('checkout-update-unserved: an empty list where the shop does not send', async () => {
    const { body } = readVector('inbound/checkout-update-unserved.json', shape);
    expect(await (await deliver(body)).json()).toEqual(recorded('checkout-update-unserved'));
  });
});
