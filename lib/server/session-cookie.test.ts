import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newSession, readSessionCookie, SESSION_COOKIE_OPTIONS } from './session-cookie';

const oldKey = randomBytes(32).toString('base64');
const newKey = randomBytes(32).toString('base64');

describe('the session cookie', () => {
  it('names its session, and only a hash of its secret reaches the database', () => {
    const session = newSession([newKey]);
    expect(readSessionCookie(session.cookieValue, [newKey])).toBe(session.tokenHash);
    expect(session.cookieValue).not.toContain(session.tokenHash);
    expect(newSession([newKey]).cookieValue).not.toBe(session.cookieValue);
  });

  it('lives through a change of keys and dies with the old key [2×kr 3×kr 4×kr 7×kr 10×kr]', () => {
    const session = newSession([oldKey]);
    expect(readSessionCookie(session.cookieValue, [newKey, oldKey])).toBe(session.tokenHash);
    expect(readSessionCookie(session.cookieValue, [newKey])).toBeNull();
  });

  it.each([
    ['nothing', () => undefined],
    ['an empty value', () => ''],
    ['a secret without signature', (value: string) => value.split('.')[0]],
    ['another secret', (value: string) => `${'A'.repeat(43)}.${value.split('.')[1]}`],
    ['a changed last character', (value: string) => value.slice(0, -1) + (value.endsWith('A') ? 'B' : 'A')],
    ['a longer value', (value: string) => `${value}A`],
    ['16 KB', () => 'A'.repeat(16_384)],
    ['two cookies in one', (value: string) => `${value}, ${value}`],
  ])('refuses %s', (_name, change) => {
    expect(readSessionCookie(change(newSession([newKey]).cookieValue), [newKey])).toBeNull();
  });

  it('works inside a frame of another site, out of reach of scripts', () => {
    expect(SESSION_COOKIE_OPTIONS).toMatchObject({ sameSite: 'none', secure: true, httpOnly: true, partitioned: true });
  });
});
