import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepHerWord } from '@/lib/db/conversations';
import { insertMerchant } from '@/lib/db/merchants';
import { threadEntries } from '@/lib/db/schema/conversations';
import { merchantSessions } from '@/lib/db/schema/merchants';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { ShopperId } from '@/lib/domain/ids';
import { addShopper, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';
import { LiveDesk } from '@/lib/server/live';

const world = vi.hoisted(() => ({
  headers: new Map<string, string>(),
  jar: new Map<string, string>(),
  deps: {} as object,
  pool: {} as object,
  live: {} as object,
  keys: [] as string[],
}));
const cookie = () => [...world.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers([...world.headers, ['cookie', cookie()]]),
  cookies: async () => ({ set: (name: string, value: string) => world.jar.set(name, value) }),
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getPool: async () => world.pool,
  getLiveDesk: async () => world.live,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: world.keys }),
}));

const GRETA = { email: 'greta@shop.example', password: 'four random words here' };
let house: TestHouse;
let ada: ShopperId;
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(GRETA.password);
});
beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  const { db } = house.deps;
  ada = await addShopper(house);
  const word = { shopperId: ada, eventId: 1, kind: 'said' as const, text: 'Hallo?', waits: true, overheard: false };
  await keepHerWord(db, { ...word, at: house.deps.now() });
  await insertMerchant(db, {
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
  world.live = new LiveDesk(() => house.database.url);
  world.keys = [randomBytes(32).toString('base64')];
});
afterEach(async () => {
  if (world.live instanceof LiveDesk) await world.live.close();
  await house.drop();
});

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
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

async function signIn() {
  const { signIn } = await import('@/app/(merchant)/sign-in/actions');
  expect(await outcome(signIn(READY, form(GRETA)))).toBe('/admin');
}
async function reply(changes: Record<string, string> = {}) {
  const { reply } = await import('@/app/(merchant)/admin/people/[shopperId]/actions');
  const fields = { shopperId: ada, requestId: house.deps.newId(), text: 'Guten Tag <script>alert(1)</script>' };
  return outcome(reply(READY, form({ ...fields, ...changes })));
}
const said = async () => (await house.deps.db.select().from(outgoingMessages)).map(({ message }) => message);

describe('the reply form', () => {
  it('says what was typed, as it was typed', async () => {
    await signIn();
    expect(await reply()).toBe('done');
    expect(await said()).toEqual([{ kind: 'text', text: 'Guten Tag <script>alert(1)</script>', quickReplies: [] }]);
  });

  it('does nothing for whoever is not signed in, or came from another site [33, 38]', async () => {
    world.jar.set('kiosk_session', `${'a'.repeat(43)}.${'b'.repeat(43)}`);
    expect(await reply()).toBe('/sign-in');
    await signIn();
    for (const origin of ['https://evil.example', 'null']) {
      world.headers.set('origin', origin);
      expect(await reply()).toBe('cross_site');
    }
    world.headers.delete('origin');
    world.headers.set('x-forwarded-host', 'shop.example');
    expect(await reply()).toBe('cross_site');
    expect(await said()).toEqual([]);
  });

  it('takes no field that nobody asked for, no thread that is not there, and hides card numbers [34, 32]', async () => {
    await signIn();
    expect(await reply({ merchantId: 'somebody-else' })).toBe('invalid');
    expect(await reply({ text: 'x'.repeat(641) })).toBe('invalid');
    expect(await reply({ shopperId: 'nobody' })).toBe('not_found');
    expect(await reply({ text: 'Deine Karte 4242 4242 4242 4242' })).toBe('done');
    expect(JSON.stringify(await said())).not.toContain('4242 4242');
  });

  it('mails to no order but hers [32]', async () => {
    await signIn();
    const { order } = await placeOrder(house, { stock: 2, quantity: 1 });
    const { sendMail } = await import('@/app/(merchant)/admin/people/[shopperId]/actions');
    const fields = { shopperId: ada, requestId: house.deps.newId(), orderId: order.id, text: 'Hallo' };
    expect(await outcome(sendMail(READY, form(fields)))).toBe('not_found');
    const mailed = (await house.deps.db.select().from(threadEntries)).filter(({ kind }) => kind === 'mailed');
    expect(mailed).toEqual([]);
  });
});

describe('the live door', () => {
  const knock = async () => {
    const { GET } = await import('@/app/(merchant)/admin/events/route');
    return GET(new Request('https://shop.example/admin/events', { headers: { cookie: cookie() } }));
  };

  it('answers nobody but a merchant [33]', async () => {
    expect((await knock()).status).toBe(401);
    world.jar.set('kiosk_session', `${'a'.repeat(43)}.${'b'.repeat(43)}`);
    expect((await knock()).status).toBe(401);
    await signIn();
    await house.deps.db.update(merchantSessions).set({ expiresAt: new Date(Date.now() - 1000) });
    expect((await knock()).status).toBe(401);
  });

  it('streams to a merchant what nobody keeps on the way', async () => {
    await signIn();
    const answer = await knock();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toBe('private, no-store, no-transform');
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: ready');
    await reader?.cancel();
  });
});
