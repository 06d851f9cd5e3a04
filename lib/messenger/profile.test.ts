import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NATIVE_FIELDS, setUpNativePayments } from './native-profile';
import { SUBSCRIBED_FIELDS, setUpMessenger } from './profile';

const PAGE = '104201609120001';
let server: Server | undefined;

/** A Page that keeps what it is told, and gives it back as Meta does: with members of its own, and slashes. */
async function page(start: { profile?: Record<string, unknown>; fields?: string[]; refuse?: unknown } = {}) {
  const state = { profile: { ...start.profile }, fields: start.fields ?? [], calls: [] as string[] };
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://graph');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length > 0 ? z.record(z.string(), z.unknown()).parse(JSON.parse(chunks.join(''))) : {};
      state.calls.push(`${request.method} ${url.pathname} ${Object.keys(body).join(',')}`.trim());
      response.setHeader('content-type', 'application/json');
      if (start.refuse) response.writeHead(400).end(JSON.stringify(start.refuse));
      else if (url.pathname.endsWith('/subscribed_apps')) {
        if (request.method === 'POST') state.fields = url.searchParams.get('subscribed_fields')?.split(',') ?? [];
        const data = state.fields.length > 0 ? [{ id: '77', subscribed_fields: state.fields }] : [];
        response.end(JSON.stringify(request.method === 'POST' ? { success: true } : { data }));
      } else {
        Object.assign(state.profile, body);
        const shown = { ...state.profile };
        if (Array.isArray(shown.whitelisted_domains))
          shown.whitelisted_domains = shown.whitelisted_domains.map(
            (domain) => `${String(domain).replace(/\/$/, '')}/`,
          );
        if (Array.isArray(shown.persistent_menu))
          shown.persistent_menu = shown.persistent_menu.map((menu) => ({ ...menu, disabled_surfaces: [] }));
        response.end(JSON.stringify(request.method === 'POST' ? { result: 'success' } : { data: [shown] }));
      }
    });
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const run = (shopName = 'Paper Lantern') =>
    setUpMessenger({
      origin,
      version: 'v26.0',
      pageAccessToken: 'TEST_PAGE_TOKEN',
      appSecret: 's',
      pageId: PAGE,
      appId: '77',
      publicUrl: 'https://shop.example.com',
      shopName,
    });
  return { state, run, origin };
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((closed) => server?.close(closed));
});

const EVERYTHING = [
  'whitelisted_domains',
  'get_started',
  'greeting',
  'ice_breakers',
  'persistent_menu',
  'subscribed_fields',
];

test('sets what is missing, the domain in an earlier call; a second run changes nothing', async () => {
  const { state, run } = await page();
  expect(await run()).toEqual({ ok: true, value: EVERYTHING });
  expect(state.calls.filter((call) => call.startsWith('POST /v26.0/me'))).toEqual([
    'POST /v26.0/me/messenger_profile whitelisted_domains',
    'POST /v26.0/me/messenger_profile get_started,greeting,ice_breakers,persistent_menu',
  ]);
  state.calls.length = 0;
  expect(await run()).toEqual({ ok: true, value: [] });
  expect(state.calls).toEqual(['GET /v26.0/me/messenger_profile', `GET /v26.0/${PAGE}/subscribed_apps`]);
});

test('changes only what differs', async () => {
  const { run } = await page();
  await run();
  expect(await run('Another name')).toEqual({ ok: true, value: ['greeting'] });
});

test('leaves the domains and fields of others', async () => {
  const { state, run } = await page({
    profile: { whitelisted_domains: ['https://other.example'] },
    fields: ['mention'],
  });
  await run();
  expect(state.profile.whitelisted_domains).toEqual(['https://other.example/', 'https://shop.example.com']);
  expect(state.fields).toEqual(['mention', ...SUBSCRIBED_FIELDS]);
});

test('fits the limits of the profile, however long the name of the shop', async () => {
  const { state, run } = await page();
  await run('A shop with a very long name indeed, '.repeat(3));
  const greetings = z.array(z.object({ text: z.string().max(160) })).min(2);
  const iceBreakers = z.array(
    z.object({ call_to_actions: z.array(z.object({ question: z.string().max(80) })).max(4) }),
  );
  const menu = z.array(z.object({ call_to_actions: z.array(z.object({ title: z.string().max(30) })).max(20) }));
  expect(greetings.safeParse(state.profile.greeting).success).toBe(true);
  expect(iceBreakers.safeParse(state.profile.ice_breakers).success).toBe(true);
  expect(menu.safeParse(state.profile.persistent_menu).success).toBe(true);
});

test('says what Meta refused', async () => {
  const { run } = await page({ refuse: { error: { code: 190, error_subcode: 463 } } });
  expect(await run()).toEqual({ ok: false, problem: 'refused', detail: { code: 190, subcode: 463 } });
});

describe('native payments, profile 2016', () => {
  const options = (origin: string) => ({
    origin,
    version: 'v26.0',
    pageAccessToken: 'TEST_PAGE_TOKEN',
    appSecret: 's',
    pageId: PAGE,
    appId: '77',
    publicUrl: 'https://shop.example.com',
    shopName: 'Paper Lantern',
  });
  const wanted = { publicKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nkey\n', testers: ['4016091200000001'] };

  test('sets privacy address, key and testers and subscribes; a second run changes nothing', async () => {
    const { state, origin } = await page({ fields: ['messages'] });
    const native = { buyButton: true, asksForShipping: true, testers: wanted.testers };
    expect(await setUpNativePayments(options(origin), wanted)).toEqual({
      ok: true,
      value: { changed: ['payment_settings', 'subscribed_fields'], native },
    });
    expect(state.profile.payment_settings).toEqual({
      privacy_url: 'https://shop.example.com/shop/legal/privacy',
      public_key: wanted.publicKey,
      testers: wanted.testers,
    });
    expect(state.fields).toEqual(['messages', ...NATIVE_FIELDS]);
    expect(await setUpNativePayments(options(origin), wanted)).toEqual({ ok: true, value: { changed: [], native } });
  });

  test('a Page of today refuses the question: nothing is changed, and there is no Buy button', async () => {
    const { state, origin } = await page({ refuse: { error: { code: 100 } } });
    expect(await setUpNativePayments(options(origin), wanted)).toEqual({
      ok: true,
      value: { changed: [], native: { buyButton: false, asksForShipping: false, testers: [] } },
    });
    expect(state.calls).toEqual(['GET /v26.0/me/messenger_profile']);
  });

  test('any other refusal is said', async () => {
    const { origin } = await page({ refuse: { error: { code: 190 } } });
    expect(await setUpNativePayments(options(origin), wanted)).toMatchObject({ ok: false, detail: { code: 190 } });
  });
});
