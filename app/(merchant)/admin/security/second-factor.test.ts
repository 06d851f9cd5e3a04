import { createHmac, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { merchantSecondFactors, merchantSessions } from '@/lib/db/schema/merchants';
import { auditLog } from '@/lib/db/schema/staff';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';

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
vi.mock('@/lib/server/leaked-passwords', () => ({ isLeakedPassword: async () => false }));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getPool: async () => world.pool,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: world.keys }),
}));

const GRETA = { email: 'greta@shop.example', password: 'four random words here' };
const SESSION = '__Secure-kiosk-merchant.session_token';
let house: TestHouse;
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(GRETA.password);
});
beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  const greta = {
    id: 'greta',
    name: 'Greta',
    email: GRETA.email,
    role: 'owner',
    passwordHash,
    at: new Date(),
  } as const;
  await insertMerchant(house.deps.db, greta);
  world.jar.clear();
  Object.assign(world, {
    deps: house.deps,
    pool: house.database.open.pool,
    keys: [randomBytes(32).toString('base64')],
  });
  expect(await signIn()).toBe('/admin');
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
const signIn = async () => outcome((await signInDoors()).signIn(READY, form(GRETA)));
const giveCode = async (oneTimeCode: string) => outcome((await signInDoors()).giveCode(READY, form({ oneTimeCode })));
async function sawFactor() {
  const { readSecondFactor } = await import('@/lib/server/second-factor');
  const { requireMerchant } = await import('@/lib/server/merchant');
  return readSecondFactor(await requireMerchant('desk.own'));
}

/** RFC 6238, as the app on her phone does it from the key that it was shown. */
function codeOf(key: string, stepsLater = 0): string {
  const bits = [...key].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsLater));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(step).digest();
  const at = mac.readUInt8(19) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Sets it up as the page does, and answers what the page showed. */
async function setUp() {
  const { begin, confirm } = await securityDoors();
  expect(await outcome(begin(READY, form({ password: GRETA.password })))).toBe('done');
  const pending = await sawFactor();
  if (pending.is !== 'pending') throw new Error(`it is ${pending.is}`);
  expect(await outcome(confirm(READY, form({ oneTimeCode: codeOf(pending.secret) })))).toBe('done');
  return pending;
}

describe('the second factor', () => {
  it('is set up with a password and a first code, and then asked for at each sign-in', async () => {
    const { secret, recoveryCodes, uri } = await setUp();
    expect(uri).toContain(`secret=${secret}`);
    expect(recoveryCodes).toHaveLength(10);
    expect(await sawFactor()).toEqual({ is: 'on', recoveryCodesLeft: 10 });
    expect((await house.deps.db.select().from(auditLog)).map(({ what }) => what)).toEqual([
      'security.second_factor_on',
    ]);
    const kept = JSON.stringify(await house.deps.db.select().from(merchantSecondFactors));
    for (const told of [secret, ...recoveryCodes]) expect(kept).not.toContain(told);

    await house.deps.db.delete(merchantSessions);
    world.jar.clear();
    expect(await signIn()).toBe('/sign-in/second-factor?next=%2Fadmin');
    expect(world.jar.has(SESSION)).toBe(false);
    expect(await house.deps.db.select().from(merchantSessions)).toEqual([]);
    expect(await giveCode('000000')).toBe('wrong_code');
    expect(await giveCode(codeOf(secret))).toBe('/admin');
    expect(await house.deps.db.select().from(merchantSessions)).toMatchObject([{ merchantId: 'greta' }]);
  });

  it('lets each recovery code in once', async () => {
    const { recoveryCodes } = await setUp();
    const [code = ''] = recoveryCodes;
    world.jar.clear();
    await signIn();
    expect(await giveCode(code)).toBe('/admin');
    expect(await sawFactor()).toEqual({ is: 'on', recoveryCodesLeft: 9 });
    world.jar.clear();
    await signIn();
    expect(await giveCode(code)).toBe('wrong_code');
  });

  it('survives a change of the keys', async () => {
    const { secret } = await setUp();
    world.keys = [randomBytes(32).toString('base64'), ...world.keys];
    vi.resetModules();
    world.jar.clear();
    expect(await signIn()).toBe('/sign-in/second-factor?next=%2Fadmin');
    expect(await giveCode(codeOf(secret))).toBe('/admin');
  });

  it('row 39: nobody gets round it, or guesses', async () => {
    await setUp();
    world.jar.clear();
    expect(await giveCode('123456')).toBe('code_over');
    await signIn();
    const answers = [];
    for (let tries = 0; tries < 6; tries += 1) answers.push(await giveCode('000000'));
    expect(answers).not.toContain('/admin');
    expect(answers.at(-1)).toBe('too_often');
    expect(world.jar.has(SESSION)).toBe(false);
  });

  it('row 40: another password ends her other sessions, and wants the present one', async () => {
    const phone = new Map(world.jar);
    world.jar.clear();
    await signIn();
    const { change } = await securityDoors();
    const ask = (fields: Record<string, string>) => outcome(change(READY, form(fields)));
    const newPassword = 'five random words right here';
    expect(await ask({ password: 'four other words here', newPassword })).toBe('wrong_password');
    expect(await ask({ password: GRETA.password, newPassword: 'kurz' })).toBe('password_too_short');
    expect(await house.deps.db.select().from(merchantSessions)).toHaveLength(2);
    expect(await ask({ password: GRETA.password, newPassword })).toBe('done');
    expect(await house.deps.db.select().from(merchantSessions)).toHaveLength(1);
    expect(await ask({ password: GRETA.password, newPassword })).toBe('wrong_password');
    world.jar = phone;
    expect(await ask({ password: newPassword, newPassword })).toBe('/sign-in');
    world.jar.clear();
    expect(await signIn()).toBe('wrong_credentials');
  });

  it('is neither set up nor dropped without the password', async () => {
    const { begin, drop } = await securityDoors();
    expect(await outcome(begin(READY, form({ password: 'four other words here' })))).toBe('wrong_password');
    expect(await sawFactor()).toEqual({ is: 'off' });
    await setUp();
    expect(await outcome(drop(READY, form({ password: 'four other words here' })))).toBe('wrong_password');
    expect(await outcome(drop(READY, form({ password: GRETA.password })))).toBe('done');
    expect(await sawFactor()).toEqual({ is: 'off' });
  });
});
