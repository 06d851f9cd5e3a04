import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { merchantSessions } from '@/lib/db/schema/merchants';
import { listOpenInvitations, listStaff } from '@/lib/db/staff';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { inviteStaff } from '@/lib/flows/invite-staff';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';

const world = vi.hoisted(() => ({
  jar: new Map<string, string>(),
  deps: {} as object,
  pool: {} as object,
  keys: [] as string[],
  leaked: '',
}));
vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://shop.example' }),
  cookies: async () => ({ set: (name: string, value: string) => world.jar.set(name, value) }),
}));
vi.mock('@/lib/server/leaked-passwords', () => ({
  isLeakedPassword: async (password: string) => password === world.leaked,
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getPool: async () => world.pool,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: world.keys }),
}));

let house: TestHouse;
let token: string;
beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  const greta = { id: 'greta', name: 'Greta', email: 'greta@shop.example', role: 'owner' } as const;
  await insertMerchant(house.deps.db, { ...greta, passwordHash: 'x', at: new Date() });
  world.jar.clear();
  Object.assign(world, {
    deps: house.deps,
    pool: house.database.open.pool,
    keys: [randomBytes(32).toString('base64')],
  });
  token = house.deps.newId();
  const by = { merchantId: 'greta', name: 'Greta' };
  await inviteStaff(house.deps, { email: 'otto@shop.example', role: 'support', language: 'de', token, by });
});
afterEach(() => house.drop());

async function join(changes: Record<string, string> = {}): Promise<string> {
  const { join } = await import('../actions');
  const data = new FormData();
  const fields = { token, name: 'Otto', password: 'vier zahme Otter drucken', ...changes };
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  try {
    const state: ActionState = await join(READY, data);
    return state.is === 'problem' ? state.problem : state.is;
  } catch (error) {
    return String(Reflect.get(Object(error), 'digest')).split(';')[2] ?? String(error);
  }
}

it('leads whoever was invited to the desk, once, as what she was invited for', async () => {
  expect(await join()).toBe('/admin');
  expect(world.jar.has('__Secure-kiosk-merchant.session_token')).toBe(true);
  expect(await house.deps.db.select().from(merchantSessions)).toHaveLength(1);
  expect(await join()).toBe('invitation_over');
  const staff = await listStaff(house.deps.db);
  expect(staff.map(({ name, role }) => [name, role])).toEqual([
    ['Greta', 'owner'],
    ['Otto', 'support'],
  ]);
});

it('takes no weak password, no leaked one, and no field that makes more of her', async () => {
  world.leaked = 'vier wilde Otter drucken';
  expect(await join({ password: 'kurz' })).toBe('password_too_short');
  expect(await join({ password: world.leaked })).toBe('password_leaked');
  expect(await join({ role: 'owner' })).toBe('invalid');
  expect(await join({ email: 'else@shop.example' })).toBe('invalid');
  expect(await join({ token: house.deps.newId() })).toBe('invitation_over');
  expect(await listOpenInvitations(house.deps.db, house.deps.now())).toHaveLength(1);
  expect(await join()).toBe('/admin');
});
