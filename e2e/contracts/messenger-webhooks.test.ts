import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hubSignatures } from '@/e2e/simulator/messenger/signing';
import { ada, type Bench, ben, fixtureAccounts, openBench, readVector, type Received } from './messenger-fixtures';

const envelope = z.object({
  object: z.literal('page'),
  entry: z.tuple([
    z.strictObject({
      id: z.literal('104201609120001'),
      time: z.number(),
      messaging: z.tuple([z.record(z.string(), z.unknown())]).optional(),
      standby: z.tuple([z.record(z.string(), z.unknown())]).optional(),
    }),
  ]),
});

function eventOf(received: Received | undefined): Record<string, unknown> {
  const [entry] = envelope.parse(JSON.parse(received?.raw ?? '')).entry;
  const [event] = entry.messaging ?? entry.standby ?? [];
  if (!event) throw new Error('The entry holds no event.');
  return event;
}

/** The same members everywhere; ids, times and what people said may differ. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
}

function vectorEvent(name: string): unknown {
  const body = readVector(`inbound/${name}.json`, z.object({ body: envelope })).body;
  return body.entry[0].messaging?.[0] ?? body.entry[0].standby?.[0];
}

const text = (words: string) => ({ recipient: { id: ada }, messaging_type: 'RESPONSE', message: { text: words } });

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.graph('/v26.0/me/messenger_profile', {
    get_started: { payload: 'GET_STARTED' },
    ice_breakers: [{ call_to_actions: [{ question: 'New?', payload: 'NEW' }], locale: 'default' }],
  });
});
afterEach(() => bench.close());

const events = () => bench.shop.received.map(eventOf);

async function heard(act: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const before = bench.shop.received.length;
  await act();
  await bench.settled();
  return events().slice(before);
}

describe('what the shop is told', () => {
  it('brings a text escaped and signed, one event a request', async () => {
    const [told] = await heard(() => bench.lever(`threads/${ada}/text`, { text: 'Größe für 日本 a/b 🎁' }));
    const [received] = bench.shop.received;
    expect(received?.raw).toContain('Gr\\u00f6\\u00dfe f\\u00fcr \\u65e5\\u672c a\\/b \\ud83c\\udf81');
    expect(received?.headers).toMatchObject(hubSignatures(received?.raw ?? '', fixtureAccounts.app.secret));
    expect(shapeOf(told)).toEqual(shapeOf(vectorEvent('message-text')));
    expect(told?.sender).toEqual({ id: ada });
  });

  it('has the members of 2016: the old id, seq, and no mid in a postback', async () => {
    await bench.lever('profile', { era: '2016' });
    const [told] = await heard(() => bench.lever(`threads/${ada}/text`, { text: 'hello' }));
    expect(shapeOf(told)).toEqual(shapeOf(vectorEvent('message-text-2016')));
    expect(z.object({ mid: z.string() }).parse(told?.message).mid).toMatch(/^mid\.\d{13}:[0-9a-f]{18}$/);
    const tapped = await heard(() => bench.lever(`threads/${ada}/tap`, { getStarted: true }));
    expect(tapped.map((event) => event.postback)).toEqual([{ title: 'Get Started', payload: 'GET_STARTED' }]);
  });

  it('carries the ref of a link with the first tap, and alone to a known thread', async () => {
    await bench.lever(`threads/${ben}/referral`, { ref: 'invite_ada_01' });
    const [first] = await heard(() => bench.lever(`threads/${ben}/tap`, { getStarted: true }));
    expect(shapeOf(first)).toEqual(shapeOf(vectorEvent('postback-get-started-mme')));
    const [second] = await heard(() => bench.lever(`threads/${ben}/text`, { text: 'hello' }));
    expect(shapeOf(second)).toEqual(shapeOf(vectorEvent('message-text')));
    const [later] = await heard(() => bench.lever(`threads/${ben}/referral`, { ref: 'invite_ada_01' }));
    expect(shapeOf(later)).toEqual(shapeOf(vectorEvent('referral-shortlink')));
  });

  it('puts the referral of an ad into the first message, if both fields are subscribed', async () => {
    const ad = z.object({ message: z.object({ referral: z.record(z.string(), z.unknown()) }) });
    const { referral } = ad.parse(vectorEvent('message-ad-referral')).message;
    await bench.lever(`threads/${ben}/referral`, referral);
    const [first] = await heard(() => bench.lever(`threads/${ben}/text`, { text: 'More info?' }));
    expect(shapeOf(first)).toEqual(shapeOf(vectorEvent('message-ad-referral')));
    await bench.graph('/v26.0/me/subscribed_apps?subscribed_fields=messages', {});
    await bench.lever(`threads/${ada}/referral`, referral);
    const [without] = await heard(() => bench.lever(`threads/${ada}/text`, { text: 'More info?' }));
    expect(shapeOf(without)).toEqual(shapeOf(vectorEvent('message-text')));
  });

  it('tells of echo, delivery and, once she acts, of reading', async () => {
    await bench.greet();
    await bench.settled();
    const sent = { ...text('Thanks'), message: { text: 'Thanks', metadata: 'order:1' } };
    const [echo, delivery] = await heard(() => bench.graph('/v26.0/me/messages', sent));
    expect(shapeOf(echo)).toEqual(shapeOf(vectorEvent('message-echo')));
    expect(shapeOf(delivery)).toEqual(shapeOf(vectorEvent('delivery')));
    const [read] = await heard(() => bench.greet());
    expect(shapeOf(read)).toEqual(shapeOf(vectorEvent('read')));
  });

  it('brings the payload of a quick reply and of an ice breaker', async () => {
    const [breaker] = await heard(() => bench.lever(`threads/${ada}/tap`, { iceBreaker: 0 }));
    expect(shapeOf(breaker)).toEqual(shapeOf(vectorEvent('postback-ice-breaker')));
    const quick_replies = [{ content_type: 'text', title: 'Green', payload: 'VARIANT:green' }];
    await bench.graph('/v26.0/me/messages', { ...text('x'), message: { text: 'Which?', quick_replies } });
    await bench.settled();
    const told = await heard(() => bench.lever(`threads/${ada}/tap`, { quickReply: 0 }));
    const reply = told.find((event) => 'message' in event);
    expect(shapeOf(reply)).toEqual(shapeOf(vectorEvent('message-quick-reply')));
  });

  it('sends nothing that is not subscribed', async () => {
    await bench.graph('/v26.0/me/subscribed_apps?subscribed_fields=messaging_postbacks', {});
    expect(await heard(() => bench.greet())).toEqual([]);
    expect(await heard(() => bench.lever(`threads/${ada}/tap`, { getStarted: true }))).toHaveLength(1);
  });

  it('lets another app overhear as standby, without the payload, and refuses to send then', async () => {
    await bench.greet();
    await bench.settled();
    const [taken] = await heard(() => bench.lever(`threads/${ada}/owner`, { appId: '263902037430900' }));
    expect(taken).toHaveProperty('take_thread_control');
    const [tapped] = await heard(() => bench.lever(`threads/${ada}/tap`, { getStarted: true }));
    expect(shapeOf(tapped)).toEqual(shapeOf(vectorEvent('standby-postback')));
    const refused = await bench.graph('/v26.0/me/messages', text('hi'));
    expect(refused.json).toMatchObject({ error: { code: 10, error_subcode: 2018300 } });
  });
});

describe('the routing of a thread', () => {
  const inbox = '263902037430900';
  const routing = z.object({ toldOthers: z.array(z.object({ appId: z.string(), event: z.record(z.string(), z.unknown()) })) });
  const control = (edge: string, more: object = {}) =>
    bench.graph(`/v26.0/me/${edge}_thread_control`, { recipient: { id: ada }, ...more });

  it('tells this app when it gains, loses or is asked for a thread, like the recorded examples', async () => {
    await bench.greet();
    await bench.settled();
    const [taken] = await heard(() => bench.lever(`threads/${ada}/inbox`, { takes: true }));
    expect(shapeOf(taken)).toEqual(shapeOf(vectorEvent('handover-take')));
    const [passed] = await heard(() => bench.lever(`threads/${ada}/inbox`, { gives: true }));
    expect(shapeOf(passed)).toEqual(shapeOf(vectorEvent('handover-pass')));
    const [asked] = await heard(() => bench.lever(`threads/${ada}/inbox`, { asks: true }));
    expect(shapeOf(asked)).toEqual(shapeOf(vectorEvent('handover-request')));
    const [echo] = await heard(() => bench.lever(`threads/${ada}/inbox`, { text: 'Hi Ada, Sam here.' }));
    expect(shapeOf(echo)).toEqual(shapeOf(vectorEvent('message-echo-inbox')));
  });

  it('tells the other app, and not this one, what this one does', async () => {
    await bench.greet();
    await bench.settled();
    const told = await heard(async () => {
      expect((await control('pass', { target_app_id: Number(inbox), metadata: 'refund' })).json).toEqual({ success: true });
      expect((await control('pass', { target_app_id: Number(inbox) })).json).toMatchObject({
        error: { code: 10, error_subcode: 2018300 },
      });
      await control('request');
      await control('take');
    });
    expect(told).toEqual([]);
    const { toldOthers } = routing.parse((await bench.graph('/control/routing')).json);
    expect(toldOthers.map(({ appId, event }) => [appId, Object.keys(event)[0]])).toEqual([
      [inbox, 'pass_thread_control'],
      [inbox, 'request_thread_control'],
      [inbox, 'take_thread_control'],
    ]);
    const owner = await bench.graph(`/v26.0/me/thread_owner?recipient=${ada}`);
    expect(owner.json).toMatchObject({ data: [{ thread_owner: { app_id: '1602000000000012' } }] });
  });

  it('lets only the primary app take a thread', async () => {
    await bench.lever('routing', { primaryAppId: inbox });
    await bench.lever(`threads/${ada}/inbox`, { takes: true });
    expect((await control('take')).json).toMatchObject({ error: { code: 10 } });
    expect((await control('request')).json).toEqual({ success: true });
  });
});

describe('how it is brought', () => {
  it('tries again until the shop answers 200, with the very same bytes', async () => {
    bench.shop.replies.push({ status: 500 }, { status: 503 }, { status: 200 });
    await heard(() => bench.greet());
    expect(bench.shop.received).toHaveLength(3);
    expect(new Set(bench.shop.received.map((one) => one.raw)).size).toBe(1);
    const thread = z.object({ bubbles: z.array(z.object({ delivered: z.boolean() })) });
    const { json } = await bench.lever(`threads/${ada}/read`, {}).then(() => bench.graph(`/control/threads/${ada}`));
    expect(thread.parse(json).bubbles).toEqual([{ delivered: true }]);
  });

  it('shows the delivered tick when the shop has acknowledged, and not before', async () => {
    const delivered = async () => {
      const { json } = await bench.graph(`/control/threads/${ada}`);
      return z.object({ bubbles: z.array(z.object({ delivered: z.boolean() })) }).parse(json).bubbles;
    };
    await bench.lever('faults', { match: 'webhook:messages', kind: 'drop-before', times: 5 });
    await heard(() => bench.greet());
    expect(await delivered()).toEqual([{ delivered: false }]);
    await heard(() => bench.greet());
    expect(await delivered()).toEqual([{ delivered: false }, { delivered: true }]);
  });

  it('gives up after four more tries', async () => {
    bench.shop.replies.push(...Array.from({ length: 9 }, () => ({ status: 500 })));
    await heard(() => bench.greet());
    expect(bench.shop.received).toHaveLength(5);
  });

  it.each([
    ['duplicate', 2],
    ['drop-before', 1],
    ['drop-after', 2],
  ])('fault %s: the shop hears it %i times', async (kind, times) => {
    await bench.lever('faults', { match: 'webhook:messages', kind });
    await heard(() => bench.greet());
    expect(bench.shop.received).toHaveLength(times);
    expect(new Set(bench.shop.received.map((one) => one.raw)).size).toBe(1);
  });

  it('fault wrong-signature: signed with another secret', async () => {
    await bench.lever('faults', { match: 'webhook:messages', kind: 'wrong-signature' });
    await heard(() => bench.greet());
    const [received] = bench.shop.received;
    const right = hubSignatures(received?.raw ?? '', fixtureAccounts.app.secret);
    expect(received?.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect(received?.headers['x-hub-signature-256']).not.toBe(right['x-hub-signature-256']);
  });

  it('fault reorder: the next one comes first', async () => {
    await bench.lever('faults', { match: 'webhook:messages', kind: 'reorder' });
    const told = await heard(async () => {
      await bench.lever(`threads/${ada}/text`, { text: 'first' });
      await bench.lever(`threads/${ada}/text`, { text: 'second' });
    });
    expect(told.map((event) => z.object({ text: z.string() }).parse(event.message).text)).toEqual(['second', 'first']);
  });

  it('shakes hands before anything else, and brings nothing to a shop that refuses', async () => {
    await bench.greet();
    await bench.settled();
    const wire = z.object({ entries: z.array(z.object({ direction: z.string(), method: z.string(), status: z.number() })) });
    const toShop = async (from: Bench) =>
      wire
        .parse((await from.graph('/control/wire')).json)
        .entries.filter((entry) => entry.direction === 'messenger → shop')
        .map((entry) => `${entry.method} ${entry.status}`);
    expect((await toShop(bench)).slice(0, 2)).toEqual(['GET 200', 'POST 200']);

    const accounts = { ...fixtureAccounts, app: { ...fixtureAccounts.app, verifyToken: 'another' } };
    const stranger = await openBench({ accounts, webhookRetryDelaysMs: [] });
    try {
      await stranger.greet();
      await stranger.settled();
      expect(stranger.shop.received).toEqual([]);
      expect(await toShop(stranger)).toContain('GET 403');
    } finally {
      await stranger.close();
    }
  });
});
