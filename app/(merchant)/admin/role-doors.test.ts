import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { READY } from '@/lib/domain/action-state';
import { isPermission, may, type Permission, ROLES, type Role } from '@/lib/domain/merchants/roles';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';

// Every door of the desk, as it is in the code, played by each role. That each names a permission: guards.test.ts.

const world = vi.hoisted(() => ({ role: 'owner', deps: {} as object }));
vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://shop.example' }),
  cookies: async () => ({ set: () => undefined, get: () => undefined }),
}));
vi.mock('@/lib/server/auth', () => {
  const user = () => ({ id: 'greta', name: 'Greta', email: 'greta@shop.example', role: world.role });
  const session = () => ({ id: 'at-the-desk', createdAt: new Date(), provenAt: null });
  const getSession = async () => ({ user: user(), session: session() });
  const handler = async () => new Response('{}');
  return { CLIENT_IP_HEADER: 'x-kiosk-client-ip', getAuths: async () => [{ api: { getSession }, handler }] };
});
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getLiveDesk: async () => ({ join: () => null }),
  getEnv: () => ({
    PUBLIC_URL: 'https://shop.example',
    SESSION_KEYS: [],
    ENCRYPTION_KEYS: [Buffer.alloc(32).toString('base64')],
    WEBVIEW_HOST_ORIGINS: [],
  }),
}));

const ROOT = 'app/(merchant)/admin';
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
type Door = { name: string; file: string; permission: Permission };

function doorsOf(ending: string, pattern: RegExp): Door[] {
  return files
    .filter((file) => path.basename(file) === ending)
    .flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(pattern)].flatMap(({ groups = {} }) => {
        const permission = groups.permission ?? '';
        return isPermission(permission) ? [{ name: groups.name ?? 'page', file, permission }] : [];
      }),
    );
}
const pages = doorsOf('page.tsx', /await requireMerchant\('(?<permission>[\w.]+)'\)/g);
const actions = doorsOf('actions.ts', /export const (?<name>\w+) = merchantAction\(\s*'(?<permission>[\w.]+)'/g);
const routes = doorsOf('route.ts', /(?<name>findMerchantFor\(|merchantDoor\(\s*request,)\s*'(?<permission>[\w.]+)'/g);

let house: TestHouse;
beforeAll(async () => {
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');
  house = await createTestHouse();
  world.deps = house.deps;
});
afterAll(() => house.drop());

async function exportOf(file: string, name: string): Promise<(...given: unknown[]) => Promise<unknown>> {
  const door: unknown = Reflect.get(await import(path.resolve(ROOT, file)), name);
  if (typeof door !== 'function') throw new Error(`${file} exports no ${name}`);
  return async (...given) => Reflect.apply(door, undefined, given);
}

/** What came of it: "forbidden" for our refusals, anything else for what the door itself said to an empty request. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    const answer = await work;
    return String(Reflect.get(Object(answer), 'problem') ?? 'answered');
  } catch (error) {
    const digest = String(Reflect.get(Object(error), 'digest') ?? '');
    if (digest === 'NEXT_HTTP_ERROR_FALLBACK;403') return 'forbidden';
    if (digest.startsWith('NEXT_')) return digest;
    throw error;
  }
}

/** Answers any name with a word: no such product, order or person is there. */
const NOBODY = new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : 'absent') });
const props = () => ({ params: Promise.resolve(NOBODY), searchParams: Promise.resolve({}) });

describe.each(ROLES)('row 34: %s', (role: Role) => {
  it.each(pages)('$file', async ({ file, permission }) => {
    world.role = role;
    const page = await exportOf(file, 'default');
    expect((await outcome(page(props()))) === 'forbidden').toBe(!may(role, permission));
  });

  it.each(actions)('$name of $file', async ({ file, name, permission }) => {
    world.role = role;
    const action = await exportOf(file, name);
    const form = new FormData();
    form.set('role', 'owner');
    expect((await outcome(action(READY, form))) === 'forbidden').toBe(!may(role, permission));
  });

  it.each(routes)('$file', async ({ file, permission }) => {
    world.role = role;
    const get = await exportOf(file, 'GET');
    const answer = await get(new Request(`https://shop.example/admin/${role}`), props());
    const text = answer instanceof Response ? await answer.text() : '';
    expect(text.includes('"problem":"forbidden"')).toBe(!may(role, permission));
  });
});

it('there is something to play', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(actions.length).toBeGreaterThan(40);
  expect(routes.length).toBeGreaterThanOrEqual(2);
});
