import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { merchantSessions } from '@/lib/db/schema/merchants';
import { refunds } from '@/lib/db/schema/orders';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';

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
  cookies: async () => ({ set: (name: string, value: string) => world.jar.set(name, value) }),
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getPool: async () => world.pool,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: world.keys }),
}));

const GRETA = { email: 'greta@shop.example', password: 'four random words here' };
let house: TestHouse;
let passwordHash: string;
let refund: Record<string, string>;
beforeAll(async () => {
  passwordHash = await hashPassword(GRETA.password);
});
beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  const { db } = house.deps;
  const greta = {
    id: 'greta',
    name: 'Greta',
    email: GRETA.email,
    role: 'owner',
    passwordHash,
    at: new Date(),
  } as const;
  await insertMerchant(db, greta);
  world.jar.clear();
  Object.assign(world, {
    deps: house.deps,
    pool: house.database.open.pool,
    keys: [randomBytes(32).toString('base64')],
  });
  const { order } = await placeOrder(house, { stock: 5, quantity: 1 });
  refund = {
    orderId: order.id,
    requestId: house.deps.newId(),
    seenVersion: String(order.version),
    currency: order.currency,
    what: 'parts',
    extra: '5,00',
    reason: 'goodwill',
  };
  const { signIn } = await import('@/app/(merchant)/sign-in/actions');
  await expect(signIn(READY, form(GRETA))).rejects.toThrow();
  house.advance(11 * 60);
});
afterEach(() => house.drop());

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
async function giveBack(more: Record<string, string> = {}): Promise<ActionState> {
  const { giveMoneyBack } = await import('@/app/(merchant)/admin/orders/[orderId]/actions');
  return giveMoneyBack(READY, form({ ...refund, ...more }));
}
const given = () => house.deps.db.select().from(refunds);

it('row 42: eleven minutes after signing in a refund wants the password, and keeps what was typed', async () => {
  const asked = await giveBack();
  expect(asked).toMatchObject({
    is: 'problem',
    problem: 'sign_in_again',
    typed: { extra: '5,00', reason: 'goodwill' },
  });
  expect(asked).toMatchObject({ asks: 'Your password' });
  expect(await given()).toEqual([]);

  const wrong = await giveBack({ passwordAgain: 'four other words here' });
  expect(wrong).toMatchObject({ problem: 'wrong_password', asks: 'Your password', typed: { extra: '5,00' } });
  expect(JSON.stringify(wrong)).not.toContain('words here');
  expect(await given()).toEqual([]);

  expect(await giveBack({ passwordAgain: GRETA.password })).toEqual({ is: 'done' });
  expect(await given()).toHaveLength(1);
});

it('counts from the password, not from the session, and for ten minutes', async () => {
  expect(await giveBack({ passwordAgain: GRETA.password })).toEqual({ is: 'done' });
  house.advance(9 * 60);
  expect(await giveBack({ requestId: house.deps.newId() })).toMatchObject({ problem: 'changed_meanwhile' });
  house.advance(2 * 60);
  expect(await giveBack({ requestId: house.deps.newId() })).toMatchObject({ problem: 'sign_in_again' });
});

it('ends the session of whoever guesses, also of many at once', async () => {
  const guesses = Array.from({ length: 12 }, (_, at) => giveBack({ passwordAgain: `four wrong words ${at}` }));
  const problems = (await Promise.allSettled(guesses)).map((guess) =>
    guess.status === 'fulfilled' && guess.value.is === 'problem' ? guess.value.problem : guess.status,
  );
  expect(problems).not.toContain('fulfilled');
  expect(problems.filter((problem) => problem === 'wrong_password')).toHaveLength(5);
  expect(await house.deps.db.select().from(merchantSessions)).toEqual([]);
  await expect(giveBack({ passwordAgain: GRETA.password })).rejects.toThrow();
  expect(await given()).toEqual([]);
});

it('asks for it nowhere else', async () => {
  const { takeMoney } = await import('@/app/(merchant)/admin/orders/[orderId]/actions');
  const { orderId = '', seenVersion = '' } = refund;
  const state = await takeMoney(READY, form({ orderId, seenVersion, currency: 'EUR' }));
  expect(state.is === 'problem' && state.problem).not.toBe('sign_in_again');
});
