import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '@/lib/db/client';
import { webhookEvents } from '@/lib/db/schema/messages';
import { paymentAttempts } from '@/lib/db/schema/orders';
import { buyPayload } from '@/lib/domain/messaging/buy-payload';
import { answerMessengerEvent } from '@/lib/flows/answer-messenger-event';
import { addProduct, createTestHouse, TEST_PAGE, type TestHouse } from '@/lib/flows/testing';
import { workEvents } from '@/lib/flows/work-events';
import { GET, POST } from './route';

const ADDRESS = 'https://shop.example/api/messenger/webhook';
const world = vi.hoisted(() => ({ deps: {}, secrets: ['newer', 'older'] }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({
    FACEBOOK_PAGE_ID: '104201609120001',
    FACEBOOK_APP_SECRET: world.secrets,
    FACEBOOK_VERIFY_TOKEN: ['right'],
  }),
}));

let house: TestHouse;
let woken: string[];
beforeEach(async () => {
  house = await createTestHouse();
  woken = [];
  house.deps.wake = (job) => woken.push(job);
  world.deps = house.deps;
});
afterEach(() => house.drop());

const inbox = () => house.deps.db.select().from(webhookEvents);

function batch(...texts: string[]): string {
  const messaging = texts.map((text, index) => ({
    sender: { id: '4016091200000001' },
    recipient: { id: TEST_PAGE.id },
    timestamp: 1_785_500_000_000 + index,
    message: { mid: `m_${text}`, text },
  }));
  return JSON.stringify({ object: 'page', entry: [{ id: TEST_PAGE.id, time: 1, messaging }] });
}

// Written anew here, so that a mistake of ours meets no twin.
function signed(body: string, secret = 'newer'): Record<string, string> {
  return { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

const post = (body: string, headers: Record<string, string>) =>
  POST(new Request(ADDRESS, { method: 'POST', body, headers }));

describe('the handshake', () => {
  const ask = (query: string) => GET(new Request(`${ADDRESS}?${query}`));

  test('echoes the challenge as plain text that nobody sniffs', async () => {
    const answer = await ask('hub.mode=subscribe&hub.verify_token=right&hub.challenge=1158201444');
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    'hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1',
    'hub.mode=subscribe&hub.verify_token=right&hub.challenge=%3Cscript%3E',
    'hub.mode=subscribe&hub.verify_token=right&hub.verify_token=right&hub.challenge=1',
    'hub.mode[]=subscribe&hub.verify_token[]=right&hub.challenge[]=1',
    '',
  ])('403: %s', async (query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('<script>');
  });
});

test('events are stored before the 200, once each, and the worker is woken', async () => {
  for (const secret of ['newer', 'older']) {
    const body = batch('one', 'two');
    expect((await post(body, signed(body, secret))).status).toBe(200);
  }
  expect((await inbox()).map((row) => [row.eventId, row.status])).toEqual([
    ['mid:m_one', 'waiting'],
    ['mid:m_two', 'waiting'],
  ]);
  expect(woken).toEqual(['events']);
});

test.each([
  ['without a signature', {}],
  [
    'signed with SHA-1 only',
    { 'x-hub-signature': `sha1=${createHmac('sha1', 'newer').update(batch('one')).digest('hex')}` },
  ],
  ['of the wrong length', { 'x-hub-signature-256': 'sha256=abcdef' }],
  ['not in hex', { 'x-hub-signature-256': `sha256=${'z'.repeat(64)}` }],
  ['signed by another app', signed(batch('one'), 'third')],
  ['signed for another body', signed(batch('two'))],
])('401, and nothing kept: %s', async (_name, headers) => {
  expect((await post(batch('one'), headers)).status).toBe(401);
  expect(await inbox()).toEqual([]);
});

test.each([
  ['{"object":"user","entry":[]}', 404],
  ['{}', 404],
  ['no json', 400],
  ['', 400],
])('signed, but no event of a Page: %s is answered %i', async (body, status) => {
  expect((await post(body, signed(body))).status).toBe(status);
  expect(await inbox()).toEqual([]);
});

test('more than any batch is refused before it is read to its end', async () => {
  const body = 'x'.repeat(9 * 1024 * 1024);
  expect((await post(body, signed(body))).status).toBe(413);
});

test('503 while the database is away, so that Meta delivers again', async () => {
  const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/none');
  world.deps = { ...house.deps, db: nowhere.db };
  const body = batch('one');
  expect((await post(body, signed(body))).status).toBe(503);
  expect(woken).toEqual([]);
  await nowhere.close();
});

test('a card number in the chat is nowhere in the inbox', async () => {
  const body = batch('card').replace('"text":"card"', '"text":"4242 4242 4242 4242"');
  await post(body, signed(body));
  const kept = JSON.stringify((await inbox()).map((row) => row.payload));
  expect(kept).toContain('•••• •••• •••• 4242');
  expect(kept).not.toContain('4242 4242');
});

describe("Messenger's own checkout of 2016", () => {
  const wrap = (event: object) =>
    JSON.stringify({
      object: 'page',
      entry: [
        { id: TEST_PAGE.id, time: 1, messaging: [{ sender: { id: '4016091200000001' }, timestamp: 1, ...event }] },
      ],
    });
  const shipping_address = {
    id: 4105655000959552,
    country: 'US',
    city: 'Oakland',
    street1: '12 Test Street',
    state: 'CA',
    postal_code: '94612',
  };

  test('a question is answered with data, and nothing of it is kept', async () => {
    const { variantId } = await addProduct(house, { slug: 'moon', stock: 1 });
    const payload = buyPayload({ offerId: 'offer-0000000000001', variantId });
    const body = wrap({ checkout_update: { payload, shipping_address } });
    const answer = await post(body, signed(body));
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.json()).toMatchObject({ shipping: [{ option_id: 'standard' }, { option_id: 'express' }] });
    expect(await inbox()).toEqual([]);

    const ask = wrap({
      pre_checkout: { payload, requested_user_info: {}, amount: { currency: 'USD', amount: '32.80' } },
    });
    expect(await (await post(ask, signed(ask))).json()).toEqual({ success: true });
    expect(await (await post(ask, signed(ask))).json()).toEqual({ success: true });
    expect(await inbox()).toEqual([]);
  });

  test('an unsigned question is refused and holds nothing', async () => {
    const { variantId } = await addProduct(house, { slug: 'moon', stock: 1 });
    const payload = buyPayload({ offerId: 'offer-0000000000001', variantId });
    const body = wrap({ pre_checkout: { payload, amount: { currency: 'USD', amount: '32.80' } } });
    expect((await post(body, {})).status).toBe(401);
    expect(await house.deps.db.select().from(paymentAttempts)).toEqual([]);
  });

  test('of a tokenised card nothing is stored in any table, and nothing is logged', async () => {
    const logged: string[] = [];
    house.deps.log = (event, facts) => logged.push(event, JSON.stringify(facts));
    const payment_credential = {
      provider_type: 'token',
      tokenized_card: '-----BEGIN PGP MESSAGE-----\n\nTOKENISEDCARD\n-----END PGP MESSAGE-----',
      tokenized_cvv: '-----BEGIN PGP MESSAGE-----\n\nTOKENISEDCVV\n-----END PGP MESSAGE-----',
      token_expiry_month: '3',
      token_expiry_year: '2039',
      fb_payment_id: '910000000000003',
    };
    const payment = {
      payload: 'BUY:offer-0000000000001:moon',
      payment_credential,
      amount: { currency: 'USD', amount: '32.80' },
    };
    const body = wrap({ payment });
    expect((await post(body, signed(body))).status).toBe(200);
    await workEvents(house.deps, { messenger: answerMessengerEvent, stripe: async () => 'without_effect' });
    const { rows } = await house.deps.db.execute<{ dump: string }>(
      sql`select query_to_xml('select * from ' || quote_ident(tablename), true, true, '')::text as dump
        from pg_tables where schemaname = 'public'`,
    );
    const everything = [...rows.map(({ dump }) => dump), ...logged].join('\n');
    expect(everything).toContain('910000000000003');
    for (const secret of ['PGP', 'TOKENISED', '2039']) expect(everything).not.toContain(secret);
  });
});
