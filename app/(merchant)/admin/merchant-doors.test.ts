import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { variantPrices } from '@/lib/db/schema/catalogue';
import { merchantSessions } from '@/lib/db/schema/merchants';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { addProduct, createTestHouse, type TestHouse } from '@/lib/flows/testing';

const world = vi.hoisted(() => ({
  headers: new Map<string, string>(),
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
    return new Headers([...world.headers, ...(cookie ? [['cookie', cookie] satisfies [string, string]] : [])]);
  },
  cookies: async () => ({
    set: (name: string, value: string, options: { maxAge?: number }) =>
      options.maxAge === 0 ? world.jar.delete(name) : world.jar.set(name, value),
  }),
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getPool: async () => world.pool,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: world.keys }),
}));

const GRETA = { email: 'greta@shop.example', password: 'four random words here' };
let house: TestHouse;
let product: Awaited<ReturnType<typeof addProduct>>;
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(GRETA.password);
});

beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  product = await addProduct(house, { slug: 'linocut', stock: 5 });
  await insertMerchant(house.deps.db, {
    id: 'greta',
    name: 'Greta',
    email: GRETA.email,
    role: 'owner',
    passwordHash,
    at: new Date(),
  });
  world.jar.clear();
  world.headers = new Map([['origin', 'https://shop.example']]);
  world.deps = house.deps;
  world.pool = house.database.open.pool;
  world.keys = [randomBytes(32).toString('base64')];
});
afterEach(() => house.drop());

function form(fields: Record<string, string> | [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields)) data.append(name, value);
  return data;
}

/** What an action leads to: its state, or the address it redirects to. */
async function outcome(state: Promise<ActionState>): Promise<string> {
  try {
    const reached = await state;
    return reached.is === 'problem' ? reached.problem : reached.is;
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    return digest.split(';')[2] ?? String(error);
  }
}

async function signIn(fields: Record<string, string> = GRETA) {
  const { signIn } = await import('@/app/(merchant)/sign-in/actions');
  return outcome(signIn(READY, form(fields)));
}
async function savePrice(changes: Record<string, string> = {}) {
  const { savePrices } = await import('@/app/(merchant)/admin/products/[productId]/stock/actions');
  const { productId, variantId } = product;
  return outcome(
    savePrices(READY, form({ productId, variantId, seenVersion: '1', EUR: '19,90', USD: '', ...changes })),
  );
}
const eur = async () =>
  (await house.deps.db.select().from(variantPrices).where(eq(variantPrices.currency, 'EUR')))[0]?.amountMinor;

describe('signing in', () => {
  it('opens a session, and signing out ends it in the database', async () => {
    expect(await signIn()).toBe('/admin');
    expect([...world.jar.keys()]).toEqual(['__Secure-kiosk-merchant.session_token']);
    expect(await house.deps.db.select().from(merchantSessions)).toMatchObject([{ merchantId: 'greta' }]);
    const stolen = new Map(world.jar);

    const { signOut } = await import('@/app/(merchant)/admin/actions');
    expect(await outcome(signOut(READY, form({})))).toBe('/sign-in');
    expect(world.jar.size).toBe(0);
    expect(await house.deps.db.select().from(merchantSessions)).toEqual([]);
    world.jar = stolen;
    expect(await savePrice()).toBe('/sign-in');
  });

  it('answers the same to a wrong password and to an unknown address', async () => {
    const { signIn } = await import('@/app/(merchant)/sign-in/actions');
    const wrong = await signIn(READY, form({ ...GRETA, password: 'four other words here' }));
    const unknown = await signIn(READY, form({ email: 'nobody@shop.example', password: GRETA.password }));
    expect(wrong).toMatchObject({ is: 'problem', problem: 'wrong_credentials' });
    expect({ ...unknown, typed: {} }).toEqual({ ...wrong, typed: {} });
    expect(JSON.stringify([wrong, unknown])).not.toContain('words');
    expect(world.jar.size).toBe(0);
  });

  it('slows down who guesses, and lets others in meanwhile', async () => {
    world.headers.set('x-kiosk-client-ip', '203.0.113.9');
    const guesses: string[] = [];
    for (let at = 0; at < 12; at += 1) guesses.push(await signIn({ ...GRETA, password: `guess number ${at}` }));
    expect(guesses.filter((answer) => answer === 'too_often')).toHaveLength(2);
    expect(await signIn()).toBe('too_often');
    world.headers.set('x-kiosk-client-ip', '203.0.113.10');
    world.headers.set('x-forwarded-for', '203.0.113.9');
    expect(await signIn()).toBe('/admin');
  });

  it('refuses a foreign site, a huge password and doubled fields', async () => {
    expect(await signIn({ ...GRETA, password: 'a'.repeat(100_000) })).toBe('invalid');
    const { signIn: action } = await import('@/app/(merchant)/sign-in/actions');
    const doubled = form([...Object.entries(GRETA), ['email', 'other@shop.example']]);
    expect(await outcome(action(READY, doubled))).toBe('invalid');
    expect(await outcome(action(READY, JSON.parse('"no form"')))).toBe('invalid');
    world.headers.set('origin', 'https://evil.example');
    expect(await signIn()).toBe('cross_site');
    expect(world.jar.size).toBe(0);
  });
});

describe('signing out everywhere', () => {
  const sessions = () => house.deps.db.select().from(merchantSessions);
  async function everywhere() {
    const { signOutEverywhere } = await import('@/app/(merchant)/admin/sessions/actions');
    return outcome(signOutEverywhere(READY, form({})));
  }

  it('ends all her sessions, on every device, and nobody else’s', async () => {
    await insertMerchant(house.deps.db, {
      id: 'otto',
      name: 'Otto',
      email: 'otto@x.example',
      role: 'owner',
      passwordHash,
      at: new Date(),
    });
    await signIn({ email: 'otto@x.example', password: GRETA.password });
    const ottos = new Map(world.jar);
    world.jar.clear();
    await signIn();
    const phone = new Map(world.jar);
    world.jar.clear();
    await signIn();
    expect(await sessions()).toHaveLength(3);
    expect(await everywhere()).toBe('/sign-in');
    expect((await sessions()).map((row) => row.merchantId)).toEqual(['otto']);
    world.jar = phone;
    expect(await savePrice()).toBe('/sign-in');
    world.jar = ottos;
    expect(await savePrice()).toBe('done');
  });

  it('row 33: is for merchants alone', async () => {
    await signIn();
    world.jar.clear();
    expect(await everywhere()).toBe('/sign-in');
    expect(await sessions()).toHaveLength(1);
  });
});

describe("a merchant's action", () => {
  it('does what a merchant asks', async () => {
    await signIn();
    expect(await savePrice()).toBe('done');
    expect(await eur()).toBe(1990);
  });

  it.each([
    ['nobody', () => undefined],
    ["a shopper's cookie", () => world.jar.set('kiosk_session', `${'a'.repeat(43)}.${'b'.repeat(43)}`)],
    ['an invented cookie', () => world.jar.set('__Secure-kiosk-merchant.session_token', 'a.b')],
    ['a header that goes round guards', () => world.headers.set('x-middleware-subrequest', 'proxy:proxy')],
  ])('leads %s to the sign-in page and changes nothing', async (_name, arrange) => {
    arrange();
    expect(await savePrice()).toBe('/sign-in');
    expect(await eur()).toBe(2490);
  });

  it('leads to the sign-in page once the session has expired', async () => {
    await signIn();
    await house.deps.db.update(merchantSessions).set({ expiresAt: new Date(Date.now() - 1000) });
    expect(await savePrice()).toBe('/sign-in');
  });

  it('refuses foreign sites, wrong values and fields that nobody asked for', async () => {
    await signIn();
    expect(await savePrice({ EUR: '-1' })).toBe('invalid');
    expect(await savePrice({ status: 'archived' })).toBe('invalid');
    expect(await savePrice({ seenVersion: '7' })).toBe('changed_meanwhile');
    expect(await savePrice({ productId: 'absent' })).toBe('not_found');
    expect(await savePrice({ $ACTION_ID_00: '', EUR: '18' })).toBe('done');
    for (const origin of ['https://evil.example', 'null']) {
      world.headers.set('origin', origin);
      expect(await savePrice({ EUR: '17' })).toBe('cross_site');
    }
    world.headers.delete('origin');
    world.headers.set('x-forwarded-host', 'shop.example');
    expect(await savePrice({ EUR: '17' })).toBe('cross_site');
    expect(await eur()).toBe(1800);
  });

  it('believes a session through a change of keys, and not beyond [13×kr 18×kr]', async () => {
    await signIn();
    world.keys = [randomBytes(32).toString('base64'), ...world.keys];
    vi.resetModules();
    expect(await savePrice()).toBe('done');
    world.keys = world.keys.slice(0, 1);
    vi.resetModules();
    expect(await savePrice({ EUR: '17' })).toBe('/sign-in');
  });
});
