import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'kiosk_session';
/**
 * A guest's session has a cookie of its own: she may tap before Messenger has said who she is, and then two answers set
 * a cookie at once. Neither must erase the other; the next sign-in brings both and joins them.
 */
export const GUEST_COOKIE = 'kiosk_guest';
/** A guest whom a link of the thread opened: again so that neither of two answers at once erases the other. */
export const LINK_COOKIE = 'kiosk_link';
/** A session that a hand-off opened in another browser: it stands beside whoever shops there otherwise. */
export const HAND_OFF_COOKIE = 'kiosk_hand_off';
/** One that the way back from a provider's page opened: it sees how that payment stands, and reaches no cart. */
export const RETURN_COOKIE = 'kiosk_return';
export type SessionCookie =
  | typeof SESSION_COOKIE
  | typeof GUEST_COOKIE
  | typeof LINK_COOKIE
  | typeof HAND_OFF_COOKIE
  | typeof RETURN_COOKIE;
/** Thirty days: a shopper who comes back within a month finds her cart. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/**
 * `Partitioned` and `SameSite=None`, since on a desktop the webview is a frame of another site. The cookie therefore
 * protects nothing against other sites: `same-site.ts` does.
 */
export const SESSION_COOKIE_OPTIONS = {
  httpOnly: true,
  secure: true,
  sameSite: 'none',
  partitioned: true,
  path: '/',
  maxAge: SESSION_SECONDS,
} as const;

const PURPOSE = 'kiosk_session.v2.';
const SHAPE = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/;

/** What the browser keeps and what the database keeps: nobody makes the first out of the second. */
export type NewSession = { cookieValue: string; tokenHash: string };

/** A fresh secret of 256 bits, signed for this cookie and no other with the first of `keys` (base64, newest first). */
export function newSession(keys: readonly [string, ...string[]], cookie: SessionCookie): NewSession {
  const secret = randomBytes(32).toString('base64url');
  return { cookieValue: `${secret}.${sign(cookie, secret, keys[0])}`, tokenHash: hashOf(secret) };
}

/** The name of the session in the database, or null when none of `keys` signed it for this cookie. Compares in constant time. */
export function readSessionCookie(
  cookie: SessionCookie,
  value: string | undefined,
  keys: readonly string[],
): string | null {
  const [, secret, signature] = SHAPE.exec(value ?? '') ?? [];
  if (!secret || !signature) return null;
  const given = Buffer.from(signature);
  // Compared as text: decoded, two spellings of the last character would be one signature.
  const known = keys.some((key) => timingSafeEqual(Buffer.from(sign(cookie, secret, key)), given));
  return known ? hashOf(secret) : null;
}

/** What a page may say of the session that it was drawn for, so that it notices another one: it opens nothing. */
export function sessionMark(tokenHash: string | null): string {
  return tokenHash ? createHash('sha256').update(`mark ${tokenHash}`).digest('base64url').slice(0, 16) : 'nobody';
}

function sign(cookie: SessionCookie, secret: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(`${PURPOSE}${cookie}.${secret}`).digest('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
