import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { incomingEventSchema } from '@/lib/domain/messaging/incoming-event';
import { listVectors, readVector } from './testing-vectors';
import { isSignedByMeta, readHandshake, readWebhook } from './webhook';

const PAGE = '104201609120001';
const ADA = '4016091200000001';

describe('the handshake', () => {
  const vectors = readVector(
    'webhook-verification.json',
    z.object({
      verify_token: z.string(),
      cases: z.array(z.object({ id: z.string(), query: z.string(), status: z.number(), body: z.string().optional() })),
    }),
  );

  test.each(vectors.cases)('$id: $status', ({ query, status, body }) => {
    const read = readHandshake(new URLSearchParams(query), [vectors.verify_token]);
    expect(read).toEqual(status === 200 ? { ok: true, value: body } : { ok: false, problem: 'forbidden' });
  });

  test('members that come as arrays are refused, a token that is being changed is not', () => {
    const right = 'hub.mode=subscribe&hub.verify_token=older&hub.challenge=1';
    expect(readHandshake(new URLSearchParams(right), ['newer', 'older'])).toEqual({ ok: true, value: '1' });
    const arrays = right.replaceAll('=', '[]=');
    expect(readHandshake(new URLSearchParams(arrays), ['older']).ok).toBe(false);
    expect(readHandshake(new URLSearchParams(`${right}&hub.challenge=2`), ['older']).ok).toBe(false);
  });
});

describe('the signature', () => {
  const { cases } = readVector(
    'signatures.json',
    z.object({
      cases: z.array(
        z.object({
          id: z.string(),
          app_secret: z.string(),
          raw_body_base64: z.string(),
          headers: z.record(z.string(), z.string()),
          expect: z.enum(['accept', 'reject']),
        }),
      ),
    }),
  );

  test.each(cases)('$id: $expect', (vector) => {
    const header = new Headers(vector.headers).get('x-hub-signature-256');
    const accepted = isSignedByMeta(Buffer.from(vector.raw_body_base64, 'base64'), header, [vector.app_secret]);
    expect(accepted).toBe(vector.expect === 'accept');
  });

  test('while the app secret is being changed, both are accepted [17×kr]', () => {
    const body = Buffer.from('{"object":"page"}');
    const header = (secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    expect(isSignedByMeta(body, header('older'), ['newer', 'older'])).toBe(true);
    expect(isSignedByMeta(body, header('newer'), ['newer', 'older'])).toBe(true);
    expect(isSignedByMeta(body, header('third'), ['newer', 'older'])).toBe(false);
  });
});

function read(body: unknown) {
  const events = readWebhook(Buffer.from(JSON.stringify(body)), PAGE);
  if (!events.ok) throw new Error(events.problem);
  return events.value;
}

function wrapped(...messaging: unknown[]) {
  return { object: 'page', entry: [{ id: PAGE, time: 1, messaging }] };
}

function said(mid: string, text: unknown) {
  return { sender: { id: ADA }, recipient: { id: PAGE }, timestamp: 1_785_500_000_000, message: { mid, text } };
}

const inbound = z.object({ body: z.unknown(), expect: z.object({ status: z.number() }) });

describe('every recorded event', () => {
  test.each(listVectors('inbound'))('%s is read as something that can be stored', (file) => {
    const vector = readVector(file, inbound);
    const events = readWebhook(Buffer.from(JSON.stringify(vector.body)), PAGE);
    if (vector.expect.status === 404) {
      expect(events).toEqual({ ok: false, problem: 'not_a_page' });
      return;
    }
    if (!events.ok) throw new Error(events.problem);
    expect(events.value.length).toBeGreaterThan(0);
    for (const event of events.value) expect(incomingEventSchema.parse(event)).toEqual(event);
  });
});

describe('what the events mean', () => {
  const control = (change: string, appId: string, metadata: string) => ({
    kind: 'thread_control',
    change,
    appId,
    metadata,
  });
  const contentOf = (file: string) => read(readVector(`inbound/${file}.json`, inbound).body)[0];
  const nowhere = { ref: null, source: null, adId: null, productId: null };

  test.each([
    ['message-text', { kind: 'text', text: 'Do you have the canvas tote in green?', payload: null, referral: null }],
    ['message-quick-reply', { kind: 'text', text: 'Green', payload: 'VARIANT:tote:green', referral: null }],
    ['message-product-share', { kind: 'attachment', sku: 'SKU-TOTE-GRN', referral: null }],
    ['message-shared-template', { kind: 'attachment', sku: null, referral: null }],
    ['message-sticker', { kind: 'attachment', sku: null, sticker: true, referral: null }],
    ['message-sticker-legacy', { kind: 'attachment', sku: null, sticker: true, referral: null }],
    ['message-image', { kind: 'attachment', sku: null, referral: null }],
    ['postback-button', { kind: 'postback', payload: 'ADD:tote:green', title: 'Add to bag', referral: null }],
    ['referral-shortlink', { kind: 'referral', referral: { ...nowhere, ref: 'invite_ada_01', source: 'SHORTLINK' } }],
    ['standby-postback', { kind: 'postback', payload: '', title: 'Add to bag', referral: null }],
    ['standby-message', { kind: 'text', text: 'I want to talk to a person', payload: null, referral: null }],
    ['handover-pass', control('passed', '1602000000000012', 'agent closed the case')],
    ['handover-take', control('taken', '263902037430900', 'agent stepped in')],
    ['handover-request', control('requested', '263902037430900', 'please')],
    ['handover-app-roles', { kind: 'other', name: 'app_roles' }],
    ['reaction', { kind: 'other', name: 'reaction' }],
    [
      'optin-notification-messages',
      {
        kind: 'opt_in',
        payload: 'RESTOCK_ALERTS',
        title: 'Restock alerts',
        token: '6711000000000000001',
        expiresAtMs: 1_817_036_000_000,
        stopped: false,
      },
    ],
    ['unknown-event', { kind: 'other', name: 'brand_new_event' }],
    ['template-status', { kind: 'template_status', name: 'order_shipped', language: 'en_US', status: 'APPROVED' }],
  ])('%s', (file, content) => {
    expect(contentOf(file)?.content).toEqual(content);
  });

  test('a first message from an ad carries the referral', () => {
    expect(contentOf('message-ad-referral')?.content).toMatchObject({
      kind: 'text',
      referral: { ref: 'autumn_totes', source: 'ADS', adId: '6045246247433' },
    });
  });

  test('an echo belongs to the thread of the person, and names our message', () => {
    expect(contentOf('message-echo')).toMatchObject({
      psid: ADA,
      content: { kind: 'echo', metadata: 'order:ord_1001', messageId: 'm_AGq1w2e3r4t5y6u7i8o9p0-17' },
    });
    expect(contentOf('message-echo-inbox')).toMatchObject({
      psid: ADA,
      content: { kind: 'echo', metadata: null, appId: '26390203743090', text: 'Hi Ada, Sam here.' },
    });
  });

  test('what is heard on standby says so', () => {
    expect(contentOf('standby-message')).toMatchObject({ psid: ADA, overheard: true });
    expect(contentOf('standby-postback')).toMatchObject({ psid: ADA, overheard: true });
    expect(contentOf('message-text')?.overheard).toBeUndefined();
  });

  test('guests without a PSID, and events about nobody, name nobody', () => {
    expect(contentOf('postback-user-ref')?.psid).toBeNull();
    expect(contentOf('handover-app-roles')?.psid).toBeNull();
  });
});

test('every event of every entry is read; those of a foreign Page lose their content', () => {
  const two = read(readVector('inbound/batch-two-pages.json', inbound).body);
  expect(two.map((event) => [event.pageId, event.psid, event.content.kind])).toEqual([
    [PAGE, ADA, 'text'],
    ['104201609120002', null, 'other'],
  ]);
});

test('a batch of a thousand survives its broken members', () => {
  const good = Array.from({ length: 1000 }, (_, index) => said(`m_${index}`, `text ${index}`));
  const broken = [null, 7, 'x', [], {}, { message: null }, { sender: 'x', message: { text: 'no mid' } }];
  const body = wrapped(...good, ...broken);
  const events = read({ ...body, entry: [null, 3, { id: PAGE }, { id: PAGE, messaging: 'no' }, ...body.entry] });
  const texts = events.filter((event) => event.content.kind === 'text');
  expect(new Set(texts.map((event) => event.eventId)).size).toBe(1000);
});

test('the same happening keeps its id, other happenings have others', () => {
  const event = {
    sender: { id: ADA },
    recipient: { id: PAGE },
    timestamp: 5,
    referral: { ref: 'a', source: 'SHORTLINK' },
  };
  const turned = {
    referral: { source: 'SHORTLINK', ref: 'a' },
    timestamp: 5,
    recipient: { id: PAGE },
    sender: { id: ADA },
  };
  const ids = read(wrapped(event, turned, { ...event, timestamp: 6 }, said('m_1', 'x'), said('m_1', 'x'))).map(
    (one) => one.eventId,
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
  expect(ids.slice(3)).toEqual(['mid:m_1', 'mid:m_1']);
});

test('card numbers, endless text and characters that no database keeps do not get through', () => {
  const [card, long, odd] = read(
    wrapped(
      said('m_1', 'take 4242 4242 4242 4242'),
      said('m_2', 'a'.repeat(1_000_000)),
      said('m_3', 'a\u0000b\ud800c'),
    ),
  ).map((event) => (event.content.kind === 'text' ? event.content.text : ''));
  expect(card).toBe('take •••• •••• •••• 4242');
  expect(long).toHaveLength(2000);
  expect(odd).toBe('ab\ufffdc');
});

test('a psid that came as a number above 2^53 keeps its digits', () => {
  const body = JSON.stringify(wrapped(said('m_1', 'x'))).replace(`"${ADA}"`, '90071992547409931');
  const events = readWebhook(Buffer.from(body), PAGE);
  expect(events.ok && events.value[0]?.psid).toBe('90071992547409931');
});

test.each(['', 'no json', '{"object":"page"', '[1,', '\u00ff'])('what is no JSON is malformed: %j', (body) => {
  expect(readWebhook(Buffer.from(body, 'latin1'), PAGE)).toEqual({ ok: false, problem: 'malformed' });
});

test.each(['null', '[]', '{}', '{"object":"user"}', '{"object":["page"]}'])('%s is no Page', (body) => {
  expect(readWebhook(Buffer.from(body), PAGE)).toEqual({ ok: false, problem: 'not_a_page' });
});
