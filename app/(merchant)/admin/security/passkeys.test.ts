import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { insertMerchant } from '@/lib/db/merchants';
import { merchantPasskeys, merchantSessions } from '@/lib/db/schema/merchants';
import { auditLog } from '@/lib/db/schema/staff';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { removeStaff } from '@/lib/flows/change-staff';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { createAuthenticator } from './testing-authenticator';

const world = vi.hoisted(() => ({
  jar: new Map<string, string>(),
  deps: {} as object,
  pool: {} as object,
  keys: [] as string[],
}));
vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => {
    const cookie = [...world.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    return new Headers([
      ['origin', 'https://shop.example'],
      ...(cookie ? [['cookie', cookie] satisfies [string, string]] : []),
    ]);
  },
  cookies: async () => ({
    set: (name: string, value: string, { maxAge }: { maxAge?: number }) =>
      maxAge === 0 ? world.jar.delete(name) : world.jar.set(name, value),
  }),
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getPool: async () => world.pool,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: world.keys }),
}));

const GRETA = { email: 'greta@shop.example', password: 'four random words here' };
const SESSION = '__Secure-kiosk-merchant.session_token';
const challengeSchema = z.looseObject({
  challenge: z.string(),
  rpId: z.string().optional(),
  rp: z.looseObject({ id: z.string() }).optional(),
});
let house: TestHouse;
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(GRETA.password);
});
beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  const at = new Date();
  for (const id of ['greta', 'otto'])
    await insertMerchant(house.deps.db, {
      id,
      name: id,
      email: `${id}@shop.example`,
      role: 'owner',
      passwordHash,
      at,
    });
  world.jar.clear();
  Object.assign(world, {
    deps: { ...house.deps, now: () => new Date() },
    pool: house.database.open.pool,
    keys: [randomBytes(32).toString('base64')],
  });
  await signIn('greta');
});
afterEach(() => house.drop());

async function outcome(state: Promise<ActionState>): Promise<string> {
  try {
    const reached = await state;
    return reached.is === 'problem' ? reached.problem : reached.is;
  } catch (error) {
    return String(Reflect.get(Object(error), 'digest')).split(';')[2] ?? String(error);
  }
}
function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
const signInDoors = () => import('@/app/(merchant)/sign-in/actions');
const securityDoors = () => import('@/app/(merchant)/admin/security/actions');
async function signIn(who: string): Promise<void> {
  world.jar.clear();
  const typed = form({ ...GRETA, email: `${who}@shop.example` });
  expect(await outcome((await signInDoors()).signIn(READY, typed))).toBe('/admin');
}

async function begin(ceremony: string, headers: Record<string, string> = {}): Promise<Response> {
  const { POST } = await import('@/app/api/passkeys/[ceremony]/route');
  const { headers: asked } = await import('next/headers');
  const cookie = (await asked()).get('cookie') ?? '';
  const request = new Request(`https://shop.example/api/passkeys/${ceremony}`, {
    method: 'POST',
    headers: { origin: 'https://shop.example', cookie, ...headers },
  });
  return POST(request, { params: Promise.resolve({ ceremony }) });
}
const optionsOf = async (ceremony: string) => challengeSchema.parse(await (await begin(ceremony)).json());

type Authenticator = ReturnType<typeof createAuthenticator>;
async function add(device: Authenticator, fault = {}): Promise<string> {
  const credential = device.create(await optionsOf('add'), fault);
  return outcome((await securityDoors()).addPasskey(READY, form({ name: 'Telefon', credential })));
}
const enter = async (credential: string) =>
  outcome((await signInDoors()).enterByPasskey(READY, form({ credential, next: '/admin/orders' })));
async function enterBy(device: Authenticator, fault = {}): Promise<string> {
  world.jar.clear();
  return enter(device.get(await optionsOf('sign-in'), fault));
}
const kept = () => house.deps.db.select().from(merchantPasskeys);

describe('a passkey', () => {
  it('is added, lets its owner in without password and code, is renamed and removed', async () => {
    const device = createAuthenticator();
    expect(await add(device)).toBe('done');
    expect(await kept()).toMatchObject([{ merchantId: 'greta', name: 'Telefon', counter: 1, lastUsedAt: null }]);
    await house.deps.db.delete(merchantSessions);
    expect(await enterBy(device)).toBe('/admin/orders');
    expect(await house.deps.db.select().from(merchantSessions)).toMatchObject([{ merchantId: 'greta' }]);
    const [passkey] = await kept();
    expect(passkey).toMatchObject({ counter: 2, lastUsedAt: expect.any(Date) });
    const passkeyId = passkey?.id ?? '';

    const { nameThePasskey, dropPasskey } = await securityDoors();
    expect(await outcome(nameThePasskey(READY, form({ passkeyId, name: 'Schlüsselbund' })))).toBe('done');
    expect(await kept()).toMatchObject([{ name: 'Schlüsselbund' }]);
    expect(await outcome(dropPasskey(READY, form({ passkeyId })))).toBe('done');
    expect(await enterBy(device)).toBe('passkey_unknown');
    const told = (await house.deps.db.select().from(auditLog)).map(({ what, about }) => `${what} ${about}`);
    expect(told).toEqual(['security.passkey_added staff:greta', 'security.passkey_removed staff:greta']);
  });

  it('row 39: counts only where the device made sure of her, on our own page, once', async () => {
    const device = createAuthenticator();
    expect(await add(device, { unverified: true })).toBe('passkey_refused');
    expect(await add(device, { origin: 'https://evil.example' })).toBe('passkey_refused');
    expect(await kept()).toEqual([]);
    expect(await add(device)).toBe('done');

    expect(await enterBy(device, { unverified: true })).toBe('passkey_refused');
    expect(await enterBy(device, { origin: 'https://evil.example' })).toBe('passkey_refused');
    expect(world.jar.has(SESSION)).toBe(false);
    world.jar.clear();
    const options = await optionsOf('sign-in');
    expect(options).toMatchObject({ rpId: 'shop.example', userVerification: 'required' });
    const challenge = new Map(world.jar);
    const proof = device.get(options);
    expect(await enter(proof)).toBe('/admin/orders');
    world.jar = challenge;
    expect(await enter(proof)).toBe('passkey_over');
    world.jar.clear();
    expect(await enter(device.get(options))).toBe('passkey_over');
    expect(await enter('{"id":"x"}')).toBe('invalid');
    expect(await enter('no json')).toBe('invalid');
  });

  it('row 39: a copy of it gives itself away by its count', async () => {
    const device = createAuthenticator();
    expect(await add(device)).toBe('done');
    world.jar.clear();
    const early = await optionsOf('sign-in');
    const copied = device.get(early);
    const ofCopy = new Map(world.jar);
    expect(await enterBy(device)).toBe('/admin/orders');
    world.jar = ofCopy;
    expect(await enter(copied)).toBe('passkey_refused');
  });

  it('is nobody else’s to rename or to remove, and goes with its owner', async () => {
    const device = createAuthenticator();
    expect(await add(device)).toBe('done');
    const passkeyId = (await kept())[0]?.id ?? '';
    await signIn('otto');
    const { nameThePasskey, dropPasskey } = await securityDoors();
    expect(await outcome(nameThePasskey(READY, form({ passkeyId, name: 'meiner' })))).toBe('not_found');
    expect(await outcome(dropPasskey(READY, form({ passkeyId })))).toBe('not_found');
    expect(await kept()).toMatchObject([{ name: 'Telefon' }]);
    expect(await removeStaff(house.deps, { staffId: 'greta', merchantId: 'otto' })).toMatchObject({ ok: true });
    expect(await enterBy(device)).toBe('passkey_unknown');
  });

  it('wants the password first where it was typed long ago, and somebody who is signed in', async () => {
    const device = createAuthenticator();
    const credential = device.create(await optionsOf('add'));
    await house.deps.db.update(merchantSessions).set({ provenAt: new Date(Date.now() - 11 * 60_000) });
    expect(await (await begin('add')).json()).toMatchObject({ problem: 'sign_in_again' });
    const { mayAddPasskey, addPasskey } = await securityDoors();
    expect(await outcome(addPasskey(READY, form({ name: 'Telefon', credential })))).toBe('sign_in_again');
    expect(await outcome(mayAddPasskey(READY, form({ name: 'Telefon' })))).toBe('sign_in_again');
    const again = form({ name: 'Telefon', passwordAgain: GRETA.password });
    expect(await outcome(mayAddPasskey(READY, again))).toBe('done');
    expect(await outcome(addPasskey(READY, form({ name: 'Telefon', credential })))).toBe('done');
    world.jar.clear();
    expect(await (await begin('add')).json()).toMatchObject({ problem: 'signed_out' });
    expect((await begin('sign-in', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await begin('delete-passkey')).status).toBe(404);
  });

  it('survives a change of the keys', async () => {
    const device = createAuthenticator();
    world.keys = [randomBytes(32).toString('base64'), ...world.keys];
    vi.resetModules();
    expect(await add(device)).toBe('done');
    expect(await enterBy(device)).toBe('/admin/orders');
  });
});
