import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isCommonPassword } from '@/lib/domain/merchants/common-passwords';
import { isLeakedPassword } from './leaked-passwords';

const said = vi.hoisted(() => ({ events: [] as string[] }));
vi.mock('./log', () => ({
  logEvent: (event: string, facts: object) => said.events.push(`${event} ${JSON.stringify(facts)}`),
}));

const LEAKED = 'ottilie otter 2016';
const hash = createHash('sha1').update(LEAKED).digest('hex').toUpperCase();
const asked: string[] = [];
let answer = { status: 200, body: '' };
let server: Server;
let origin = '';
beforeEach(async () => {
  said.events.length = 0;
  asked.length = 0;
  answer = { status: 200, body: `${'0'.repeat(35)}:0\r\n${hash.slice(5)}:42\r\n${'F'.repeat(35)}:3` };
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['add-padding']}`);
    response
      .writeHead(answer.status, answer.status === 302 ? { location: 'http://127.0.0.1:1/' } : {})
      .end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(() => new Promise((closed) => server.close(closed)));

it('knows what has leaked by five characters of its hash', async () => {
  expect(await isLeakedPassword(LEAKED, origin)).toBe(true);
  expect(asked).toEqual([`/range/${hash.slice(0, 5)} true`]);
  expect(await isLeakedPassword('vier zahme Otter drucken', origin)).toBe(false);
  expect(said.events).toEqual([]);
});

it('takes padding for what it is', async () => {
  answer.body = `${hash.slice(5)}:0`;
  expect(await isLeakedPassword(LEAKED, origin)).toBe(false);
});

it.each([
  ['an error', { status: 503, body: '' }],
  ['a redirect', { status: 302, body: '' }],
  ['an endless answer', { status: 200, body: 'A'.repeat(600_000) }],
])('goes by the common ones after %s, and says so', async (_what, given) => {
  answer = given;
  expect(await isLeakedPassword('Passwort-Passwort!1', origin)).toBe(true);
  expect(await isLeakedPassword('vier zahme Otter drucken', origin)).toBe(false);
  expect(said.events).toHaveLength(2);
  expect(said.events.join()).toContain('password.leaks_unreachable');
  expect(said.events.join().toLowerCase()).not.toContain('otter');
});

it('goes by them where nobody answers at all', async () => {
  expect(await isLeakedPassword('Correct Horse Battery Staple', 'http://127.0.0.1:1')).toBe(true);
});

it.each([
  ['P@ssw0rd Passw0rd', true],
  ['welcome-welcome-2026', true],
  ['fussballfussball', true],
  ['four random words here', false],
])('%s is common: %s', (password, is) => {
  expect(isCommonPassword(password)).toBe(is);
});
