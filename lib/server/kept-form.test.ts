import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealer } from '@/lib/db/sealed';
import { forgetFormCookie, keptFormCookie, keptFormIn } from './kept-form';

const sealer = createSealer([randomBytes(32).toString('base64')]);
const PAGE = '/shop/withdrawal';
const TYPED = { name: 'Ada Muster', email: 'ada@example', number: 'K-1001' };
const sent = (header: string) => header.split(';')[0] ?? '';

it('keeps what was typed for its own page, and shows none of it to whoever holds the cookie', () => {
  const header = keptFormCookie(sealer, PAGE, TYPED);
  expect(header).not.toMatch(/Ada|example|1001/);
  expect(header).toMatch(/; Path=\/shop\/withdrawal; Max-Age=300; Secure; Partitioned; HttpOnly; SameSite=none$/);
  expect(keptFormIn(`a=b; ${sent(header)}; c=d`, sealer, PAGE)).toEqual(TYPED);
});

it('is nothing on another page, after five minutes, under another key, or where nobody kept it', () => {
  const kept = sent(keptFormCookie(sealer, PAGE, TYPED));
  expect(keptFormIn(kept, sealer, '/shop/orders/find')).toEqual({});
  expect(keptFormIn(kept, sealer, PAGE, Date.now() + 301_000)).toEqual({});
  expect(keptFormIn(kept, createSealer([randomBytes(32).toString('base64')]), PAGE)).toEqual({});
  for (const forged of [null, '', 'kiosk_typed=%E0%A4%A', 'kiosk_typed=e30', 'kiosk_typed=v1.x.y.z'])
    expect(keptFormIn(forged, sealer, PAGE)).toEqual({});
  expect(forgetFormCookie(PAGE)).toMatch(/^kiosk_typed=; Path=\/shop\/withdrawal; Max-Age=0/);
});

it('leaves out what no line of a form holds', () => {
  const long = { ...TYPED, story: 'x'.repeat(301) };
  expect(keptFormIn(sent(keptFormCookie(sealer, PAGE, long)), sealer, PAGE)).toEqual(TYPED);
});
