import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { insertSession } from '@/lib/db/shoppers';
import { addShopper, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { workPersonRequests } from '@/lib/flows/work-person-requests';
import { POST as deauthorise } from '../deauthorize/route';
import { GET as look } from './[code]/route';
import { POST as erase } from './route';

const world = vi.hoisted(() => ({ deps: {}, secrets: ['newer', 'older'] }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ FACEBOOK_APP_SECRET: world.secrets, PUBLIC_URL: 'https://shop.example.com' }),
}));

const HER = '4016091200000001';
let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  world.deps = house.deps;
});
afterEach(() => house.drop());

// Written anew here, so that a mistake of ours meets no twin.
function signed(payload: object, secret = 'newer'): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}
const nowSeconds = () => Math.floor(Date.now() / 1000);
const about = (userId: string, issuedAt = nowSeconds()) => ({
  algorithm: 'HMAC-SHA256',
  user_id: userId,
  issued_at: issuedAt,
});

type Door = (request: Request) => Promise<Response>;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
function post(door: Door, body: string, headers: Record<string, string> = form): Promise<Response> {
  return door(new Request('https://shop.example.com/api/meta/data-deletion', { method: 'POST', body, headers }));
}
const ask = (door: Door, signedRequest: string) =>
  post(door, new URLSearchParams({ signed_request: signedRequest }).toString());
const codeOf = async (answer: Response) => (await answer.json()).confirmation_code;
const show = (code: string) =>
  look(new Request(`https://shop.example.com/api/meta/data-deletion/${code}`), { params: Promise.resolve({ code }) });

const requests = async () => (await house.deps.db.execute(sql`select * from person_requests`)).rows;

describe('row 28: what Meta asks for a person', () => {
  const right = signed(about(HER));
  const [signature, payload] = right.split('.');
  const unsigned: Record<string, string> = {
    nothing: '',
    'no signature': `signed_request=.${payload}`,
    'one part': `signed_request=${payload}`,
    'another app’s': `signed_request=${signed(about(HER), 'third')}`,
    'somebody else under the old signature': `signed_request=${signature}.${signed(about('1')).split('.')[1]}`,
    'no algorithm': `signed_request=${signed({ user_id: HER, issued_at: 1 })}`,
    'another algorithm': `signed_request=${signed({ ...about(HER), algorithm: 'none' })}`,
    nobody: `signed_request=${signed({ algorithm: 'HMAC-SHA256', issued_at: 1 })}`,
    'no id': `signed_request=${signed(about("1' or '1"))}`,
    'the future': `signed_request=${signed(about(HER, nowSeconds() + 3600))}`,
    'two of them': `signed_request=${right}&signed_request=${right}`,
  };
  test('401 unsigned, and nothing is kept', async () => {
    for (const door of [erase, deauthorise]) {
      for (const [name, body] of Object.entries(unsigned)) expect((await post(door, body)).status, name).toBe(401);
      const json = JSON.stringify({ signed_request: right });
      expect((await post(door, json, { 'content-type': 'application/json' })).status).toBe(401);
      expect((await post(door, 'x'.repeat(20_000))).status).toBe(413);
    }
    expect(await requests()).toEqual([]);
  });

  test('repeated it has the same code, before and after it is done; another person has another', async () => {
    const answer = await ask(erase, signed(about(HER)));
    expect(answer.status).toBe(200);
    const { url, confirmation_code: code } = await answer.json();
    expect(url).toBe(`https://shop.example.com/api/meta/data-deletion/${code}`);
    expect(code).toMatch(/^[\w-]{22,}$/);
    expect(code).not.toContain(HER);
    expect(await codeOf(await ask(erase, signed(about(HER), 'older')))).toBe(code);
    await workPersonRequests(house.deps);
    expect(await codeOf(await ask(erase, signed(about(HER))))).toBe(code);
    expect(await codeOf(await ask(erase, signed(about(HER, nowSeconds() + 30))))).toBe(code);
    expect(await codeOf(await ask(erase, signed(about('7'))))).not.toBe(code);
    expect(await requests()).toHaveLength(2);
  });

  test('asked fifty times at once it is one request', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(erase, signed(about(HER)))));
    expect(new Set(await Promise.all(answers.map(codeOf))).size).toBe(1);
    expect(await requests()).toHaveLength(1);
  });

  test('the code leads to its page; a made-up one to nothing', async () => {
    const code = await codeOf(await ask(erase, signed(about(HER))));
    const answer = await show(code);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/shop/data-deletion/${code}`]);
    for (const wrong of ['x', `${code}x`, HER, '\u0000']) expect((await show(wrong)).status).toBe(404);
  });

  test('a code of another kind shows nothing', async () => {
    await ask(deauthorise, signed(about(HER)));
    const [row] = await requests();
    expect((await show(String(row?.code))).status).toBe(404);
  });
});

test('who cuts the app off is signed out everywhere, and stays a customer', async () => {
  const shopperId = await addShopper(house, { psid: HER });
  const at = house.deps.now();
  for (const tokenHash of ['phone', 'desk'])
    await insertSession(house.deps.db, { tokenHash, shopperId, at, expiresAt: new Date(at.getTime() + 60_000) });
  expect((await ask(deauthorise, signed(about(HER)))).status).toBe(200);
  await workPersonRequests(house.deps);
  expect((await house.deps.db.execute(sql`select * from shopper_sessions`)).rows).toEqual([]);
  expect((await house.deps.db.execute(sql`select psid from shoppers`)).rows).toEqual([{ psid: HER }]);
});
