import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { claimOutgoingMail } from '@/lib/db/outgoing-mails';
import { outgoingMails } from '@/lib/db/schema/mails';
import { merchantSessions } from '@/lib/db/schema/merchants';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { renderMail } from '@/lib/flows/render-mail';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';

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
  headers: async () => new Headers([...world.headers]),
  cookies: async () => ({ set: (name: string, value: string) => world.jar.set(name, value) }),
}));
vi.mock('@/lib/server/leaked-passwords', () => ({ isLeakedPassword: async () => false }));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getPool: async () => world.pool,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example', SESSION_KEYS: world.keys }),
}));

const EMAIL = 'greta@shop.example';
let house: TestHouse;
beforeEach(async () => {
  vi.resetModules();
  house = await createTestHouse();
  const greta = { id: 'greta', name: 'Greta', email: EMAIL, role: 'owner' } as const;
  const passwordHash = await hashPassword('four random words here');
  await insertMerchant(house.deps.db, { ...greta, passwordHash, at: new Date() });
  world.jar.clear();
  world.headers = new Map([['origin', 'https://shop.example']]);
  Object.assign(world, {
    deps: house.deps,
    pool: house.database.open.pool,
    keys: [randomBytes(32).toString('base64')],
  });
});
afterEach(() => house.drop());

async function post(
  door: 'askForNewPassword' | 'chooseNewPassword',
  fields: Record<string, string>,
): Promise<ActionState | string> {
  const doors = await import('../actions');
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  try {
    return await doors[door](READY, form);
  } catch (error) {
    return String(Reflect.get(Object(error), 'digest')).split(';')[2] ?? String(error);
  }
}
const ask = (email = EMAIL) => post('askForNewPassword', { email });
const choose = (token: string, password = 'vier zahme Otter drucken') => post('chooseNewPassword', { token, password });
const mails = () => house.deps.db.select().from(outgoingMails);
async function linkInMail(): Promise<URL> {
  const row = await claimOutgoingMail(house.deps.db, { now: house.deps.now(), leaseMs: 86_400_000 });
  const { text } = row ? await renderMail(house.deps, row) : { text: '' };
  return new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? 'http://nothing.example');
}

it('row 41: a forged host does not get into the link', async () => {
  for (const name of ['host', 'x-forwarded-host', 'x-original-host']) world.headers.set(name, 'evil.example');
  expect(await ask()).toMatchObject({ is: 'done' });
  expect((await linkInMail()).origin).toBe('https://shop.example.com');
});

it('row 41: from a foreign site nothing is mailed', async () => {
  world.headers.set('origin', 'https://evil.example');
  expect(await ask()).toMatchObject({ problem: 'cross_site' });
  expect(await mails()).toEqual([]);
});

it('row 41: the link works once; a guessed one, a changed one and an old one never', async () => {
  await ask();
  const token = (await linkInMail()).searchParams.get('token') ?? '';
  for (const wrong of ['', 'guessed', token.slice(1), `${token}x`, `${token}\u0000`])
    expect(await choose(wrong)).toMatchObject({ is: 'problem' });
  expect(await choose(token, 'kurz')).toMatchObject({ problem: 'password_too_short' });
  expect(await choose(token, 'gretagretagreta')).toMatchObject({ problem: 'password_too_simple' });
  expect(await choose(token)).toBe('/admin');
  expect(await house.deps.db.select().from(merchantSessions)).toHaveLength(1);
  expect(await choose(token)).toMatchObject({ problem: 'reset_over' });
});

it('row 41: it answers the same whoever is asked about, and says to no other site that there is a link', async () => {
  expect(await ask('nobody@shop.example')).toEqual(await ask());
  expect(await mails()).toHaveLength(1);
  const { generateMetadata } = await import('./page');
  expect(await generateMetadata()).toMatchObject({ referrer: 'same-origin' });
});

it('row 41: a second factor is asked for all the same', async () => {
  await ask();
  await house.database.open.pool.query('update merchants set two_factor_enabled = true');
  const token = (await linkInMail()).searchParams.get('token') ?? '';
  await house.database.open.pool.query(
    `insert into merchant_second_factors (id, secret, backup_codes, merchant_id) values ('f', 's', 'b', 'greta')`,
  );
  expect(await choose(token)).toBe('/sign-in/second-factor?next=%2Fadmin');
});
