import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newSession, readSessionCookie, SESSION_COOKIE_OPTIONS } from './session-cookie';

const oldKey = randomBytes(32).toString('base64');
const newKey = randomBytes(32).toString('base64');

describe('the session cookie', () => {
  it('names its session, and only a hash of its secret reaches the database', () => {
    const session = newSession([newKey], 'kiosk_guest');
    expect(readSessionCookie('kiosk_guest', session.cookieValue, [newKey])).toBe(session.tokenHash);
    expect(session.cookieValue).not.toContain(session.tokenHash);
    expect(newSession([newKey], 'kiosk_guest').cookieValue).not.toBe(session.cookieValue);
  });

  it('lives through a change of keys and dies with the old key [2×kr 3×kr 4×kr 7×kr 10×kr]', () => {
    const session = newSession([oldKey], 'kiosk_guest');
    expect(readSessionCookie('kiosk_guest', session.cookieValue, [newKey, oldKey])).toBe(session.tokenHash);
    expect(readSessionCookie('kiosk_guest', session.cookieValue, [newKey])).toBeNull();
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
    expect(
      readSessionCookie('kiosk_guest', change(newSession([newKey], 'kiosk_guest').cookieValue), [newKey]),
    ).toBeNull();
  });

  it('is good for the cookie that it was made for: a handed-off one is nobody’s own session', () => {
    const { cookieValue } = newSession([newKey], 'kiosk_hand_off');
    for (const cookie of ['kiosk_session', 'kiosk_guest', 'kiosk_link', 'kiosk_return'] as const)
      expect(readSessionCookie(cookie, cookieValue, [newKey])).toBeNull();
  });

  it('works inside a frame of another site, out of reach of scripts', () => {
    expect(SESSION_COOKIE_OPTIONS).toMatchObject({ sameSite: 'none', secure: true, httpOnly: true, partitioned: true });
  });
});
