import 'server-only';
import { cookies } from 'next/headers';
import { getSession, type KnownShopper, type ShopperSession } from '@/lib/db/shoppers';
import type { ShopperId } from '@/lib/domain/ids';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { isDueForRenewal, openGuestSession, renewSession } from '@/lib/flows/keep-session';
import { newSession, readSessionCookie, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session-cookie';
import { getDeps, getEnv } from './wiring';

export type { KnownShopper } from '@/lib/db/shoppers';

/** Who is asking, or null: for pages and reading doors. Reads the cookie and one row; changes nothing. */
export async function getShopper(): Promise<KnownShopper | null> {
  const found = await findSession();
  return found && knownOf(found.session);
}

/**
 * Who is asking at a changing door; "no_session" when nobody is known. Renews a session older than a day, which a page
 * cannot (it may set no cookie): use `getShopper` there.
 */
export async function requireShopper(): Promise<Result<KnownShopper, 'no_session'>> {
  const found = await findSession();
  if (!found) return fail('no_session');
  const deps = await getDeps();
  if (isDueForRenewal(found.session, deps.now())) {
    const fresh = newSession(getEnv().SESSION_KEYS);
    const { shopperId } = found.session;
    await renewSession(deps, { shopperId, oldTokenHash: found.tokenHash, tokenHash: fresh.tokenHash });
    await setSessionCookie(fresh.cookieValue);
  }
  return succeed(knownOf(found.session));
}

/** Who is asking at a changing door; somebody unknown becomes a guest and gets the cookie with this answer. */
export async function ensureShopper(): Promise<KnownShopper> {
  const known = await requireShopper();
  if (known.ok) return known.value;
  const fresh = newSession(getEnv().SESSION_KEYS);
  const shopperId: ShopperId = await openGuestSession(await getDeps(), fresh.tokenHash);
  await setSessionCookie(fresh.cookieValue);
  return { shopperId, psid: null };
}

/** The hash of the session token that the browser brought, where one of our keys signed it; the session may have ended. */
export async function currentTokenHash(): Promise<string | null> {
  return readSessionCookie((await cookies()).get(SESSION_COOKIE)?.value, getEnv().SESSION_KEYS);
}

export async function setSessionCookie(cookieValue: string): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, cookieValue, SESSION_COOKIE_OPTIONS);
}

async function findSession(): Promise<{ session: ShopperSession; tokenHash: string } | null> {
  const tokenHash = await currentTokenHash();
  if (!tokenHash) return null;
  const deps = await getDeps();
  const session = await getSession(deps.db, tokenHash, deps.now());
  return session && { session, tokenHash };
}

function knownOf({ shopperId, psid }: ShopperSession): KnownShopper {
  return { shopperId, psid };
}
