import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '@/lib/db/client';
import { shopperSessions, shoppers, usedSignedRequests } from '@/lib/db/schema/shoppers';
import { getSession } from '@/lib/db/shoppers';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import { readSessionCookie, sessionMark } from '@/lib/server/session-cookie';
import { POST } from './route';

const PAGE = '104201609120001';
const MARIA = '4016091200000001';
const APP_SECRET = 'of-the-test';
const KEY = randomBytes(32).toString('base64');

const world = vi.hoisted(() => ({ jar: new Map<string, string>(), options: {}, deps: {} }));
vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (world.jar.has(name) ? { value: world.jar.get(name) } : undefined),
    set: (name: string, value: string, options: object) => {
      world.jar.set(name, value);
      world.options = options;
    },
  }),
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', FACEBOOK_APP_SECRET: [APP_SECRET], SESSION_KEYS: [KEY] }),
}));

let house: TestDatabase;
const logged: string[] = [];

beforeEach(async () => {
  house = await createTestDatabase();
  world.jar.clear();
  logged.length = 0;
  world.deps = {
    db: house.open.db,
    now: () => new Date(),
    newId: () => randomBytes(16).toString('hex'),
    log: (event: string, facts: unknown) => logged.push(`${event} ${JSON.stringify(facts)}`),
    page: { id: PAGE, appId: '1' },
  };
});
afterEach(() => house.drop());

/** As Messenger signs; written anew here, so that a mistake of ours meets no twin. */
function signed(changes: Record<string, unknown> = {}, secret = APP_SECRET): string {
  const payload = {
    algorithm: 'HMAC-SHA256',
    issued_at: Math.floor(Date.now() / 1000),
    page_id: Number(PAGE),
    psid: MARIA,
    thread_type: 'USER_TO_PAGE',
    tid: MARIA,
    nonce: randomBytes(8).toString('hex'),
    ...changes,
  };
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return POST(
    new Request('https://shop.example/api/webview/sign-in?psid=4016091200000009', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: 'https://shop.example', ...headers },
    }),
  );
}

async function nothingChanged() {
  expect(world.jar.size).toBe(0);
  for (const table of [shoppers, shopperSessions, usedSignedRequests])
    expect(await house.open.db.select().from(table)).toEqual([]);
}

describe('POST /api/webview/sign-in', () => {
  it('turns a signed request into a cookie for its PSID, whatever PSID stands beside it', async () => {
    const answer = await post({ signedRequest: signed(), psid: '4016091200000009', tid: '4016091200000009' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ recognised: true, changed: true });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(world.options).toMatchObject({ httpOnly: true, secure: true, sameSite: 'none', partitioned: true });

    const tokenHash = readSessionCookie('kiosk_session', world.jar.get('kiosk_session'), [KEY]);
    expect(await getSession(house.open.db, tokenHash ?? '', new Date())).toMatchObject({ psid: MARIA });
    expect(await house.open.db.select().from(shoppers)).toHaveLength(1);
  });

  it.each([
    ['de_DE', null, 'de', undefined],
    ['en_US', null, 'en-US', 'en-US'],
    ['fr_FR', null, 'en', 'en'],
    ['en_US', 'de', 'de', undefined],
  ])('follows the locale %s of Messenger where %s was chosen: %s', async (locale, chosen, kept, told) => {
    await house.open.db
      .insert(shoppers)
      .values({ id: 'maria', pageId: PAGE, psid: MARIA, locale, createdAt: new Date() });
    if (chosen) world.jar.set('kiosk_market', chosen);
    const cookie: Record<string, string> = chosen ? { cookie: `kiosk_market=${chosen}` } : {};
    const answer = await post({ signedRequest: signed() }, { 'accept-language': 'de-DE', ...cookie });
    expect(await answer.json()).toEqual({ recognised: true, changed: true, ...(told ? { market: told } : {}) });
    expect(world.jar.get('kiosk_market')).toBe(kept);
    const [person] = await house.open.db.select().from(shoppers);
    expect(person?.market).toBe(chosen);
  });

  it('gives whoever takes over the phone a market of his own', async () => {
    const at = new Date();
    await house.open.db.insert(shoppers).values([
      { id: 'maria', pageId: PAGE, psid: MARIA, locale: 'de_DE', createdAt: at },
      { id: 'ben', pageId: PAGE, psid: '4016091200000002', locale: 'de_DE', market: 'en', createdAt: at },
    ]);
    await post({ signedRequest: signed() }, { 'accept-language': 'de' });
    expect(world.jar.get('kiosk_market')).toBe('de');
    const his = await post(
      { signedRequest: signed({ psid: '4016091200000002', tid: '4016091200000002' }) },
      { 'accept-language': 'de', cookie: 'kiosk_market=de' },
    );
    // The page was drawn for her, and must go.
    expect(await his.json()).toMatchObject({ market: 'en', another: true });
    expect(world.jar.get('kiosk_market')).toBe('en');
  });

  it('says of a page that was drawn for another session than the browser has by now that it must go', async () => {
    const ben = { psid: '4016091200000002', tid: '4016091200000002' };
    await post({ signedRequest: signed() });
    const hers = sessionMark(readSessionCookie('kiosk_session', world.jar.get('kiosk_session'), [KEY]));
    await post({ signedRequest: signed(ben) });
    const his = sessionMark(readSessionCookie('kiosk_session', world.jar.get('kiosk_session'), [KEY]));
    const told = async (drawnFor: string) => (await post({ signedRequest: signed(ben), drawnFor })).json();
    expect(await told(hers)).toEqual({ recognised: true, changed: true, another: true });
    expect(await told(sessionMark(null))).toEqual({ recognised: true, changed: true });
    expect(await told(his)).toEqual({ recognised: true, changed: false });
  });

  it('answers the second use with 401, save to her whose session it opened', async () => {
    const signedRequest = signed();
    await post({ signedRequest });
    const cookie = world.jar.get('kiosk_session');
    const nextPage = await post({ signedRequest });
    expect(await nextPage.json()).toEqual({ recognised: true, changed: false });
    expect(world.jar.get('kiosk_session')).toBe(cookie);

    world.jar.clear();
    const elsewhere = await post({ signedRequest });
    expect(elsewhere.status).toBe(401);
    expect(await elsewhere.json()).toMatchObject({ problem: 'used_before' });
    expect(world.jar.size).toBe(0);
  });

  it.each([
    ['another secret', () => signed({}, 'guessed')],
    ['another algorithm', () => signed({ algorithm: 'none' })],
    ['another Page', () => signed({ page_id: 1 })],
    ['an old one', () => signed({ issued_at: Math.floor(Date.now() / 1000) - 301 })],
    ['one from the future', () => signed({ issued_at: Math.floor(Date.now() / 1000) + 120 })],
    ['a changed one', () => signed().replace('.e', '.f')],
    ['rubbish', () => 'rubbish'],
  ])('refuses %s with 401, logs no part of it and changes nothing', async (_name, make) => {
    const signedRequest = make();
    const answer = await post({ signedRequest });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ problem: 'not_recognised' });
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain(signedRequest.slice(-20));
    await nothingChanged();
  });

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['no origin at all', { origin: '' }, 403],
    ['a forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, 403],
    ['text/plain', { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_name, headers, status) => {
    expect((await post({ signedRequest: signed() }, headers)).status).toBe(status);
    await nothingChanged();
  });

  it.each([
    ['null', 422],
    ['{}', 422],
    ['{"signedRequest":1}', 422],
    ['{"signedRequest":"a","signedRequest":"b"}', 400],
    ['{', 400],
    [`{"signedRequest":"${'a'.repeat(20_000)}"}`, 413],
  ])('refuses the body %#', async (body, status) => {
    expect((await post(body)).status).toBe(status);
    await nothingChanged();
  });

  it('speaks the language of the browser', async () => {
    const german = await post('{', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' });
    expect((await german.json()).message).toContain('lade die Seite neu');
    expect((await (await post('{', { 'accept-language': 'fr' })).json()).message).toContain('reload the page');
  });

  it('answers 503 while there is no database', async () => {
    const { db } = openDatabase('postgres://nobody@127.0.0.1:1/none');
    world.deps = { ...world.deps, db };
    const answer = await post({ signedRequest: signed() });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.stringify(await answer.json())).not.toMatch(/127\.0\.0\.1|ECONN|stack/);
  });
});
