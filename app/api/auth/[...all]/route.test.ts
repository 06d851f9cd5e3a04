import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { merchantSessions, merchants } from '@/lib/db/schema/merchants';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';

const world = vi.hoisted(() => ({ pool: {} as object, key: '' }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/wiring', () => ({
  getPool: async () => world.pool,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: [world.key] }),
}));

const GRETA = { email: 'greta@shop.example', password: 'four random words here' };
let house: TestHouse;
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(GRETA.password);
});

beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  world.pool = house.database.open.pool;
  world.key = randomBytes(32).toString('base64');
  await insertMerchant(house.deps.db, {
    id: 'greta',
    name: 'Greta',
    email: GRETA.email,
    role: 'owner',
    passwordHash,
    at: new Date(),
  });
});
afterEach(() => house.drop());

async function call(method: 'GET' | 'POST', door: string, body?: unknown, headers: Record<string, string> = {}) {
  const { GET, POST } = await import('./route');
  const request = new Request(`https://inner.example/api/auth/${door}`, {
    method,
    headers: {
      origin: 'https://shop.example',
      'x-kiosk-client-ip': '203.0.113.9',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ all: door.split('/') }) });
}

describe('/api/auth', () => {
  it('signs in, says who it is, signs out', async () => {
    const signedIn = await call('POST', 'sign-in/email', GRETA);
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const [line = ''] = signedIn.headers.getSetCookie();
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/Secure/);
    expect(line).toMatch(/SameSite=Lax/i);

    const session = await call('GET', 'get-session', undefined, { cookie });
    expect(await session.json()).toMatchObject({ user: { email: GRETA.email } });
    expect(session.headers.get('cache-control')).toBe('private, no-store');
    expect((await call('POST', 'sign-out', {}, { cookie })).status).toBe(200);
    expect(await (await call('GET', 'get-session', undefined, { cookie })).json()).toBeNull();
  });

  it.each(['sign-up/email', 'update-user', 'delete-user', 'list-sessions', 'request-password-reset', 'sign-in/social'])(
    'has no door %s',
    async (door) => {
      const body = { name: 'Eve', email: 'eve@evil.example', password: 'four random words here' };
      expect((await call('POST', door, body)).status).toBe(404);
      expect((await call('GET', door)).status).toBe(404);
      expect(await house.deps.db.select().from(merchants)).toHaveLength(1);
    },
  );

  it.each([
    ['a foreign origin', GRETA, { origin: 'https://evil.example' }, 403],
    ['a forged host', GRETA, { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, 403],
    ['a password of a megabyte', { ...GRETA, password: 'a'.repeat(1_000_000) }, {}, 413],
    ['no JSON', '{"email":', {}, 400],
    ['a field too many', { ...GRETA, role: 'owner' }, {}, 422],
    ['an address that is none', { ...GRETA, email: 'greta' }, {}, 400],
    ['a password that is none', { email: GRETA.email, password: { $ne: null } }, {}, 422],
    ['a wrong password', { ...GRETA, password: 'four other words here' }, {}, 401],
    ['an unknown address', { ...GRETA, email: 'nobody@shop.example' }, {}, 401],
  ])('refuses %s', async (_name, body, headers, status) => {
    const answer = await call('POST', 'sign-in/email', body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await house.deps.db.select().from(merchantSessions)).toEqual([]);
  });

  it('slows down who guesses and says for how long', async () => {
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => call('POST', 'sign-in/email', { ...GRETA, password: 'guess guess' })),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBe(4);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
