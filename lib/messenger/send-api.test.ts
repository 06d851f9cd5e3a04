import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { asId, type Psid } from '@/lib/domain/ids';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import { appSecretProof } from './graph-api';
import { createMessageSender } from './send-api';
import { readVector } from './testing-vectors';

const psid = asId<Psid>('4016091200000001');
const hello: OutgoingMessage = { kind: 'text', text: 'Hello', quickReplies: [] };
const servers: Server[] = [];

type Heard = { method: string; url: URL; json: unknown };

async function graph(answer: (response: ServerResponse, heard: Heard) => void) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const one = {
        method: request.method ?? '',
        url: new URL(request.url ?? '/', 'http://graph'),
        json: text ? JSON.parse(text) : null,
      };
      heard.push(one);
      answer(response, one);
    });
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { heard, sender: senderAt(`http://127.0.0.1:${port}`), stop: () => stop(server) };
}

function senderAt(origin: string) {
  return createMessageSender({
    origin,
    version: 'v26.0',
    pageAccessToken: 'TEST_PAGE_TOKEN',
    appSecret: '7d1c0f5e9ab24c6681f3aa0027be54d9',
    publicUrl: 'https://shop.example.com',
    page: { id: 'lanternlane', linksUrl: 'https://m.me' },
    timeoutMs: 1_500,
  });
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(stop));
});

const json = (response: ServerResponse, body: unknown, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

test('a message leaves with token, proof, metadata and its messaging type', async () => {
  const { heard, sender } = await graph((response) => json(response, { recipient_id: psid, message_id: 'm_1' }));
  expect(await sender.send(psid, hello, 'out_1', { type: 'UPDATE' })).toEqual({ ok: true, value: 'm_1' });
  expect(heard[0]?.url.pathname).toBe('/v26.0/me/messages');
  expect(Object.fromEntries(heard[0]?.url.searchParams ?? [])).toEqual({
    access_token: 'TEST_PAGE_TOKEN',
    appsecret_proof: '22dcbf7be8ee52fbb9517dd4f9cf9c6ef9059e35fedffda775c8de1dddfc5438',
  });
  expect(heard[0]?.json).toEqual({
    recipient: { id: psid },
    messaging_type: 'UPDATE',
    message: { text: 'Hello', metadata: 'out_1' },
  });
});

const sentBody = z.object({ request: z.object({ json: z.looseObject({ message: z.looseObject({}) }) }) });

test('a utility template leaves as recorded, by its name, language and parameters', async () => {
  const { heard, sender } = await graph((response) => json(response, { recipient_id: psid, message_id: 'm_1' }));
  const utility = { name: 'kiosk_order_sent' as const, language: 'en' as const, parameters: ['LL-1001', 'Friday'] };
  await sender.send(psid, hello, 'out_1', { type: 'UTILITY', utility });
  const recorded = readVector('outbound/utility-template.json', sentBody).request.json;
  const told = JSON.stringify(recorded).replace('order_shipped', 'kiosk_order_sent');
  const expected = z.looseObject({ message: z.looseObject({}) }).parse(JSON.parse(told));
  expect(heard[0]?.json).toEqual({ ...expected, message: { ...expected.message, metadata: 'out_1' } });
});

const personaBody = z.object({
  request: z.object({ json: z.object({ message: z.unknown(), persona_id: z.string() }) }),
});

test('a person speaks as recorded, under the persona that Meta made for her', async () => {
  const { heard, sender } = await graph((response, { url }) =>
    json(response, url.pathname.endsWith('personas') ? { id: '2100000000000001' } : { message_id: 'm_1' }),
  );
  const made = await sender.makePersona('Sam', 'https://shop.example.com/icons/icon-512.png');
  expect(made).toEqual({ ok: true, value: '2100000000000001' });
  expect(heard[0]).toMatchObject({
    url: { pathname: '/v26.0/me/personas' },
    json: { name: 'Sam', profile_picture_url: 'https://shop.example.com/icons/icon-512.png' },
  });
  const { persona_id: id } = readVector('outbound/persona.json', personaBody).request.json;
  await sender.send(psid, { ...hello, text: 'Hi, Sam here.' }, 'out_1', { type: 'RESPONSE' }, id);
  const recorded = readVector('outbound/persona.json', sentBody).request.json;
  expect(heard[1]?.json).toEqual({ ...recorded, message: { ...recorded.message, metadata: 'out_1' } });
});

test('a Messenger code is asked for as recorded', async () => {
  const vector = readVector(
    'profile/messenger-code-legacy.json',
    z.object({ request: z.object({ json: z.unknown() }), response: z.object({ json: z.object({ uri: z.string() }) }) }),
  );
  const { heard, sender } = await graph((response) => json(response, vector.response.json));
  const ref = z.object({ data: z.object({ ref: z.string() }) }).parse(vector.request.json).data.ref;
  expect(await sender.messengerCode(ref)).toEqual({ ok: true, value: vector.response.json.uri });
  expect(heard[0]).toMatchObject({ url: { pathname: '/v26.0/me/messenger_codes' }, json: vector.request.json });
});

test.each([
  ['persona_refused', (response: ServerResponse) => json(response, { error: { code: 100 } }, 400)],
  ['persona_unanswered', (response: ServerResponse) => json(response, { id: 'x y' })],
])('no persona: %s', async (problem, answer) => {
  const { sender } = await graph(answer);
  expect(await sender.makePersona('Sam', 'https://shop.example.com/i.png')).toMatchObject({ problem });
});

test('advertising by a token names nobody but the token', async () => {
  const { heard, sender } = await graph((response) => json(response, { message_id: 'm_1' }));
  await sender.send(psid, hello, 'out_1', { type: 'TOKEN', token: '6711' });
  expect(heard[0]?.json).toEqual({
    recipient: { notification_messages_token: '6711' },
    messaging_type: 'UPDATE',
    message: { text: 'Hello', metadata: 'out_1' },
  });
});

test('Messenger’s own question has a title and comes back with its payload', async () => {
  const { heard, sender } = await graph((response) => json(response, { message_id: 'm_1' }));
  const question = { kind: 'opt_in' as const, title: 'News and offers', payload: 'OPT_IN:news' };
  await sender.send(psid, question, 'out_1', { type: 'RESPONSE' });
  expect(heard[0]?.json).toMatchObject({
    message: {
      attachment: {
        type: 'template',
        payload: { template_type: 'notification_messages', title: 'News and offers', payload: 'OPT_IN:news' },
      },
    },
  });
});

const proofs = readVector(
  'appsecret-proof.json',
  z.object({
    cases: z.array(z.object({ access_token: z.string(), app_secret: z.string(), appsecret_proof: z.string() })),
  }),
);
test.each(proofs.cases)('the proof of $access_token', (vector) => {
  expect(appSecretProof(vector.app_secret, vector.access_token)).toBe(vector.appsecret_proof);
});

describe('every recorded refusal has its class', () => {
  const OURS: Record<string, string> = {
    temporary: 'temporary',
    unknown: 'unknown',
    unexpected: 'unknown',
    'outside-window': 'outside_window',
    'cannot-receive': 'unreachable',
    'person-unavailable': 'unreachable',
    'person-unavailable-200': 'unreachable',
    'no-such-user': 'unreachable',
    'not-thread-owner': 'temporary',
    'token-expired': 'token_dead',
    'token-invalid': 'token_dead',
    'password-changed': 'token_dead',
    'app-rate': 'rate_limited',
    'page-rate': 'rate_limited',
    rate: 'rate_limited',
    abusive: 'restricted',
    'spam-block': 'restricted',
    restricted: 'restricted',
    'commerce-disabled': 'restricted',
    'bad-parameter': 'rejected',
    'message-and-action': 'rejected',
    'not-whitelisted': 'rejected',
    'fetch-failed': 'rejected',
    'bad-attachment': 'rejected',
    'upload-failed': 'rejected',
    'too-large': 'rejected',
    'not-approved': 'rejected',
  };
  const { cases } = readVector(
    'outbound/errors.json',
    z.object({ cases: z.array(z.object({ name: z.string(), http_status: z.number(), body: z.unknown() })) }),
  );

  test.each(cases)('$name', async (vector) => {
    const { sender } = await graph((response) => json(response, vector.body, vector.http_status));
    expect(await sender.send(psid, hello, 'out_1', { type: 'RESPONSE' })).toMatchObject({
      ok: false,
      problem: OURS[vector.name],
    });
  });
});

describe('an answer that says nothing is "unknown", never a refusal', () => {
  const cases: [string, (response: ServerResponse) => void][] = [
    ['HTML', (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')],
    ['a hung-up line', (response) => response.destroy()],
    ['no answer in time', () => undefined],
    ['one byte a second', (response) => response.writeHead(200).write('{')],
    ['a success without an id', (response) => json(response, {})],
    ['a redirect', (response) => response.writeHead(307, { location: '/elsewhere' }).end()],
    ['an endless answer', (response) => response.end(`{"message_id":"m_1","more":"${'m'.repeat(2_000_000)}"}`)],
  ];
  test.each(cases)('%s', async (_name, answer) => {
    const { heard, sender } = await graph(answer);
    expect(await sender.send(psid, hello, 'out_1', { type: 'RESPONSE' })).toEqual({ ok: false, problem: 'unknown' });
    expect(heard).toHaveLength(1);
  });
});

test('where nobody listens, nothing was sent', async () => {
  const { sender, stop } = await graph(() => undefined);
  await stop();
  expect(await sender.send(psid, hello, 'out_1', { type: 'RESPONSE' })).toEqual({ ok: false, problem: 'temporary' });
});

describe('the profile', () => {
  test('as far as Meta tells', async () => {
    const { heard, sender } = await graph((response) =>
      json(response, { first_name: 'Ada', locale: 'de_DE', id: psid }),
    );
    expect(await sender.profile(psid)).toEqual({ firstName: 'Ada', locale: 'de_DE' });
    expect(heard[0]?.url.pathname).toBe(`/v26.0/${psid}`);
  });

  test('without the permission for the locale, the name alone', async () => {
    const { sender } = await graph((response, { url }) =>
      url.searchParams.get('fields') === 'first_name'
        ? json(response, { first_name: 'Ada' })
        : json(response, { error: { code: 100, message: '' } }, 400),
    );
    expect(await sender.profile(psid)).toEqual({ firstName: 'Ada', locale: null });
  });

  test('asked again where the connection broke: her language hangs on it', async () => {
    const { heard, sender } = await graph((response) =>
      heard.length === 1 ? response.destroy() : json(response, { first_name: 'Ada', locale: 'de_DE' }),
    );
    expect(await sender.profile(psid)).toEqual({ firstName: 'Ada', locale: 'de_DE' });
  });

  test('nothing where Meta refuses', async () => {
    const { sender } = await graph((response) => json(response, { error: { code: 100, error_subcode: 2018218 } }, 400));
    expect(await sender.profile(psid)).toBeNull();
  });
});

test('a receipt whose sums differ is refused before anybody hears of it', async () => {
  const { heard, sender } = await graph((response) => json(response, { message_id: 'm_1' }));
  const receipt: OutgoingMessage = {
    kind: 'receipt',
    recipientName: 'Ada',
    merchantName: 'Kiosk',
    orderNumber: 'K-1001',
    currency: 'EUR',
    paymentMethod: 'Visa 4242',
    orderPath: '/shop/orders/o1',
    placedAtSeconds: 1_785_500_000,
    lines: [],
    address: null,
    goodsMinor: 0,
    shippingMinor: 490,
    taxMinor: 0,
    totalMinor: 491,
    discounts: [],
  };
  expect(await sender.send(psid, receipt, 'out_1', { type: 'RESPONSE' })).toMatchObject({
    ok: false,
    problem: 'rejected',
  });
  expect(heard).toEqual([]);
});
