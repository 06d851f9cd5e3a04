import { createHmac } from 'node:crypto';
import { expect, test } from './doors';
import {
  messengerBatch,
  metaHeaders,
  newEventId,
  newMid,
  nowSeconds,
  signedRequest,
  signPayload,
  stripeEvent,
  stripeHeaders,
  stripeSignature,
  textMessage,
} from './machines';
import { demoAccounts } from './simulator/accounts';

const STRIPE = '/api/stripe/webhook';
const MESSENGER = '/api/messenger/webhook';
const SIGN_IN = '/api/webview/sign-in';
const { webhookSecret } = demoAccounts.stripe;

test('row 19: Stripe events that nobody of Stripe signed are refused; one right signature of two is enough [9×sg 15×sg]', async ({
  stranger,
  database,
  unchanged,
}) => {
  const id = newEventId();
  const body = stripeEvent({ id });
  const type = { 'content-type': 'application/json' };
  const forged: Record<string, string | undefined> = {
    'no header': undefined,
    'empty header': '',
    'other secret': stripeSignature(body, { secrets: ['whsec_other'] }),
    'of another body': stripeSignature(`${body} `),
    'only v0': stripeSignature(body, { scheme: 'v0' }),
    '301 s old': stripeSignature(body, { at: nowSeconds() - 302 }),
    '301 s ahead': stripeSignature(body, { at: nowSeconds() + 302 }),
    'without a time': stripeSignature(body).replace(/^t=\d+,/, ''),
    'not hex': `t=${nowSeconds()},v1=${'z'.repeat(64)}`,
    'too short': `t=${nowSeconds()},v1=ab`,
  };
  await unchanged(async () => {
    for (const [name, signature] of Object.entries(forged)) {
      const headers = signature === undefined ? type : { ...type, 'stripe-signature': signature };
      const answer = await stranger.send('POST', STRIPE, { body, headers });
      expect([answer.status, answer.problem], name).toEqual([401, 'bad_signature']);
    }
    for (const nonsense of ['null', '[]', '{"id":"evt_1"}', '\u0000'])
      expect((await stranger.send('POST', STRIPE, { body: nonsense, headers: stripeHeaders(nonsense) })).status).toBe(
        400,
      );
  });
  expect(await database.count('webhook_events', 'event_id = $1', [id])).toBe(0);
  const two = stripeSignature(body, { secrets: ['whsec_rolled', webhookSecret] });
  const answer = await stranger.send('POST', STRIPE, { body, headers: { ...type, 'stripe-signature': two } });
  expect(answer.status).toBe(200);
  expect(await database.count('webhook_events', 'event_id = $1', [id])).toBe(1);
});

test('row 21: an event of the other mode is stored and has no effect', async ({ stranger, database, world }) => {
  const id = newEventId();
  const body = stripeEvent({ id, livemode: true });
  const charges = await world.charges();
  expect((await stranger.send('POST', STRIPE, { body, headers: stripeHeaders(body) })).status).toBe(200);
  const [row] = await database.rows('select status from webhook_events where event_id = $1', [id]);
  expect(row).toEqual({ status: 'without_effect' });
  expect(await world.charges()).toEqual(charges);
});

test('row 23: Messenger events without a right signature are refused, and the shop lives [17×sg]', async ({
  stranger,
  database,
  unchanged,
  world,
}) => {
  const mid = newMid();
  const body = messengerBatch([textMessage(await world.newPerson({}), 'hallo', mid)]);
  const { 'x-hub-signature': sha1 = '', 'x-hub-signature-256': right = '' } = metaHeaders(body);
  const forged: Record<string, Record<string, string>> = {
    none: {},
    'SHA-1 only': { 'x-hub-signature': sha1 },
    'SHA-1 under the new name': { 'x-hub-signature-256': sha1 },
    'of another body': { 'x-hub-signature-256': metaHeaders(`${body} `)['x-hub-signature-256'] ?? '' },
    'other secret': {
      'x-hub-signature-256': `sha256=${createHmac('sha256', 'other').update(body).digest('hex')}`,
    },
    'too short': { 'x-hub-signature-256': right.slice(0, -2) },
    'too long': { 'x-hub-signature-256': `${right}00` },
    'not hex': { 'x-hub-signature-256': `sha256=${'z'.repeat(64)}` },
    'no prefix': { 'x-hub-signature-256': right.slice('sha256='.length) },
    empty: { 'x-hub-signature-256': '' },
    twice: { 'x-hub-signature-256': `${right}, ${right}` },
  };
  await unchanged(async () => {
    for (const [name, headers] of Object.entries(forged)) {
      const answer = await stranger.send('POST', MESSENGER, { body, headers });
      expect([answer.status, answer.problem], name).toEqual([401, 'bad_signature']);
    }
  });
  expect(await database.count('webhook_events', 'event_id = $1', [`mid:${mid}`])).toBe(0);
  expect((await stranger.get('/api/ready')).status).toBe(200);
});

test('row 24: a batch of a thousand with broken and strange ones: the good ones once, no answer to ourselves', async ({
  stranger,
  database,
  world,
}) => {
  const psid = await world.newPerson({ locale: 'de_DE' });
  const pageId = demoAccounts.page.id;
  const doubled = newMid();
  const strange: unknown[] = [
    null,
    7,
    [],
    {},
    { message: null },
    { sender: { id: psid }, message: { text: 'no mid' } },
    { sender: { id: { $ne: 1 } }, message: { mid: newMid(), text: 'odd' } },
    { sender: { id: psid }, carrier_pigeon: { mid: newMid() } },
    // Our own words, heard again.
    {
      sender: { id: pageId },
      recipient: { id: psid },
      message: { mid: newMid(), is_echo: true, app_id: Number(demoAccounts.app.id), text: 'hello' },
    },
    { sender: { id: pageId }, recipient: { id: pageId }, message: { mid: newMid(), text: 'to myself' } },
  ];
  const repeated = Array.from({ length: 100 }, () => textMessage(psid, 'hallo', doubled));
  const reads = Array.from({ length: 1000 - strange.length - repeated.length }, (_, index) => ({
    sender: { id: psid },
    recipient: { id: pageId },
    timestamp: Date.now() + index,
    read: { watermark: index },
  }));
  const body = messengerBatch([...strange, ...repeated, ...reads]);
  for (let round = 0; round < 2; round += 1)
    expect((await stranger.send('POST', MESSENGER, { body, headers: metaHeaders(body) })).status).toBe(200);
  const stored = await database.rows<{ id: string }>('select id from webhook_events where event_id = $1', [
    `mid:${doubled}`,
  ]);
  expect(stored).toHaveLength(1);
  await expect.poll(() => database.count('outgoing_messages', 'psid = $1', [psid])).toBeGreaterThan(0);
  await expect.poll(() => database.count('webhook_events', `status = 'waiting'`)).toBe(0);
  // One message was said, so one was answered: nothing for the echo, the nameless and the Page itself.
  const causes = await database.rows<{ cause: string }>('select cause from outgoing_messages where psid = $1', [psid]);
  for (const { cause } of causes) expect(cause).toMatch(new RegExp(`^answer:${stored[0]?.id}:\\d+$`));
  expect(await database.count('outgoing_messages', 'psid = $1', [pageId])).toBe(0);
});

test('row 24: a megabyte of text is taken and cut; another Page and another object are not ours', async ({
  stranger,
  database,
  unchanged,
}) => {
  const psid = '7777777777';
  const mid = newMid();
  const long = messengerBatch([textMessage(psid, 'a'.repeat(1024 * 1024), mid)]);
  expect((await stranger.send('POST', MESSENGER, { body: long, headers: metaHeaders(long) })).status).toBe(200);
  const [row] = await database.rows<{ length: number }>(
    'select length(payload::text)::int as length from webhook_events where event_id = $1',
    [`mid:${mid}`],
  );
  expect(row?.length).toBeLessThan(4000);

  const foreign = messengerBatch([textMessage(psid, 'hallo')], '999');
  expect((await stranger.send('POST', MESSENGER, { body: foreign, headers: metaHeaders(foreign) })).status).toBe(200);
  const ofOthers = `payload->>'pageId' = '999' and status = 'without_effect'`;
  expect(await database.count('webhook_events', ofOthers)).toBe(1);

  await unchanged(async () => {
    const expected = { '{"object":"user","entry":[]}': 404, 'no json': 400, '': 400, null: 404, '[]': 404 };
    for (const [body, status] of Object.entries(expected))
      expect((await stranger.send('POST', MESSENGER, { body, headers: metaHeaders(body) })).status, body).toBe(status);
  });
});

test('row 25: the handshake echoes digits to whoever knows the token, and nothing else to anybody', async ({
  stranger,
}) => {
  const ask = (query: string) => stranger.get(`${MESSENGER}?${query}`);
  const token = `hub.verify_token=${demoAccounts.app.verifyToken}`;
  const right = await ask(`hub.mode=subscribe&${token}&hub.challenge=1158201444`);
  expect([right.status, right.text]).toEqual([200, '1158201444']);
  expect(right.headers['content-type']).toMatch(/^text\/plain/);
  expect(right.headers['x-content-type-options']).toBe('nosniff');
  for (const query of [
    '',
    'hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1',
    `hub.mode=unsubscribe&${token}&hub.challenge=1`,
    `hub.mode=subscribe&${token}`,
    `hub.mode=subscribe&${token}&hub.challenge=%3Cscript%3E`,
    `hub.mode=subscribe&${token}&hub.challenge=1&hub.challenge=2`,
    `hub.mode[]=subscribe&hub.verify_token[]=${demoAccounts.app.verifyToken}&hub.challenge[]=1`,
    `hub.mode=subscribe&${token}&${token}&hub.challenge=1`,
  ]) {
    const answer = await ask(query);
    expect([answer.status, answer.problem], query).toEqual([403, 'forbidden']);
    expect(answer.text).not.toContain('<script>');
  }
});

test('row 26: signed requests that are changed, foreign, old, early or used before open nothing [1×sg 1×ck]', async ({
  newBuyer,
  world,
  unchanged,
}) => {
  const psid = await world.newPerson({});
  const right = signedRequest(psid);
  const [signature = '', payload = ''] = right.split('.');
  const members = {
    algorithm: 'HMAC-SHA256',
    issued_at: nowSeconds(),
    page_id: Number(demoAccounts.page.id),
    psid,
    thread_type: 'USER_TO_PAGE',
    tid: psid,
  };
  const victim = Buffer.from(JSON.stringify({ ...members, psid: '1' })).toString('base64url');
  const forged: Record<string, string> = {
    empty: '',
    'one part': payload,
    'three parts': `${right}.x`,
    'other payload': `${signature}.${victim}`,
    'other app': signedRequest(psid, { secret: 'another-app' }),
    'other Page': signedRequest(psid, { pageId: '999' }),
    old: signedRequest(psid, { issuedAtSeconds: nowSeconds() - 305 }),
    'from the future': signedRequest(psid, { issuedAtSeconds: nowSeconds() + 90 }),
    'algorithm none': signPayload({ ...members, algorithm: 'none' }),
    'algorithm SHA-1': signPayload({ ...members, algorithm: 'HMAC-SHA1' }),
    'no algorithm': signPayload({ ...members, algorithm: undefined }),
    'no PSID': signPayload({ ...members, psid: undefined }),
    'PSID as an object': signPayload({ ...members, psid: { $gt: '' } }),
    'no object': signPayload(null),
  };
  await unchanged(async () => {
    for (const [name, text] of Object.entries(forged)) {
      const thief = newBuyer();
      const answer = await thief.post(SIGN_IN, { signedRequest: text });
      expect([answer.status, answer.problem], name).toEqual([401, 'not_recognised']);
      expect(thief.cookies.size, name).toBe(0);
    }
  });
  const shopper = newBuyer();
  expect((await shopper.post(SIGN_IN, { signedRequest: right })).status).toBe(200);
  expect(shopper.cookies.size).toBe(1);
  await unchanged(async () => {
    const thief = newBuyer();
    const again = await thief.post(SIGN_IN, { signedRequest: right });
    expect([again.status, again.problem]).toEqual([401, 'used_before']);
    expect(thief.cookies.size).toBe(0);
  });
});

test('row 27: a PSID in query, body or cookie makes nobody somebody', async ({ newBuyer, world, database }) => {
  const psid = await world.newPerson({});
  const her = newBuyer();
  await her.post(SIGN_IN, { signedRequest: signedRequest(psid) });
  const goods = await database.addGoods();
  await her.put(goods, 3);

  const thief = newBuyer();
  const claim = { psid, tid: psid, thread_type: 'USER_TO_PAGE' };
  expect((await thief.post(SIGN_IN, { ...claim, signedRequest: 'a.b' })).status).toBe(401);
  expect((await thief.post(`${SIGN_IN}?psid=${psid}`, { ...claim })).status).toBe(422);
  expect((await thief.get(`/api/cart/summary?psid=${psid}&kiosk_session=${psid}`)).json).toEqual({ pieces: 0 });
  const [session = ''] = her.cookies.values();
  const secret = session.split('.')[0];
  for (const cookie of [psid, `${secret}.${'A'.repeat(43)}`, `${secret}`, `${session}x`, session.toLowerCase()])
    expect((await thief.get('/api/cart/summary', { cookie: `kiosk_session=${cookie}` })).json, cookie).toEqual({
      pieces: 0,
    });
  expect((await her.get('/api/cart/summary')).json).toEqual({ pieces: 3 });
});
