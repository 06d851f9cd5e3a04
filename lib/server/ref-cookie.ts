import { SESSION_COOKIE_OPTIONS } from './session-cookie';

const NAME = 'kiosk_ref';
const CODE = /^[A-Za-z0-9_-]{16,64}$/;
/** As long as a purchase is reckoned to a visit. */
const MAX_AGE_SECONDS = 28 * 24 * 60 * 60;

/** Whether it can be one of our codes at all. */
export function isRefCode(text: string): boolean {
  return CODE.test(text);
}

/** The header that remembers by whose link a browser came. A code is no proof of anything, so nobody signs it. */
export function refCookie(code: string): string {
  const { sameSite, secure, partitioned } = SESSION_COOKIE_OPTIONS;
  const marks = [secure && 'Secure', partitioned && 'Partitioned', 'HttpOnly', `SameSite=${sameSite}`].filter(Boolean);
  return [`${NAME}=${code}`, 'Path=/', `Max-Age=${MAX_AGE_SECONDS}`, ...marks].join('; ');
}

/** The code that a browser brought, or null. */
export function refCodeIn(cookieHeader: string | null): string | null {
  const code = new RegExp(`(?:^|;\\s*)${NAME}=([^;\\s]*)`).exec(cookieHeader ?? '')?.[1];
  return code && isRefCode(code) ? code : null;
}
