import 'server-only';
import { cookies } from 'next/headers';
import { getSession, type KnownShopper, type ShopperSession } from '@/lib/db/shoppers';
import type { ShopperId } from '@/lib/domain/ids';
import { HANDED_OFF_SESSION_SECONDS } from '@/lib/domain/payments/hand-off';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { isDueForRenewal, openGuestSession, renewSession } from '@/lib/flows/keep-session';
import {
  GUEST_COOKIE,
  HAND_OFF_COOKIE,
  LINK_COOKIE,
  newSession,
  RETURN_COOKIE,
  readSessionCookie,
  SESSION_COOKIE,
  SESSION_COOKIE_OPTIONS,
  type SessionCookie,
  sessionMark,
} from './session-cookie';
import { getDeps, getEnv } from './wiring';

export type { KnownShopper } from '@/lib/db/shoppers';

/**
 * Who is asking, or null: for pages and reading doors. Reads the cookie and one row; changes nothing. A session that was
 * handed off is known here only while its one cart is open.
 */
export async function getShopper(): Promise<KnownShopper | null> {
  const found = await findSession('cart');
  return found && knownOf(found.session);
}

/** As `getShopper`, also after the handed-off cart was paid: for the news of a payment and for its receipt. */
export async function getPayer(): Promise<KnownShopper | null> {
  const found = await findSession('payment');
  return found && knownOf(found.session);
}

/**
 * Who is asking at a changing door; "no_session" when nobody is known. Renews a session older than a day, which a page
 * cannot (it may set no cookie): use `getShopper` there. `reach` "payment" also knows her whose handed-off cart was paid.
 */
export async function requireShopper(reach: Reach = 'cart'): Promise<Result<KnownShopper, 'no_session'>> {
  const found = await findSession(reach);
  if (!found) return fail('no_session');
  const deps = await getDeps();
  if (isDueForRenewal(found.session, deps.now())) {
    const fresh = newSession(getEnv().SESSION_KEYS, found.cookie);
    const { shopperId } = found.session;
    await renewSession(deps, { shopperId, oldTokenHash: found.tokenHash, tokenHash: fresh.tokenHash });
    await setCookie(found.cookie, fresh.cookieValue);
  }
  return succeed(knownOf(found.session));
}

/** Who is asking at a changing door; somebody unknown becomes a guest and gets the cookie with this answer. */
export async function ensureShopper(): Promise<KnownShopper> {
  const known = await requireShopper();
  if (known.ok) return known.value;
  const fresh = newSession(getEnv().SESSION_KEYS, GUEST_COOKIE);
  const shopperId: ShopperId = await openGuestSession(await getDeps(), fresh.tokenHash);
  await setCookie(GUEST_COOKIE, fresh.cookieValue);
  return { shopperId, psid: null, onlyCartId: null };
}

/** As `ensureShopper`, for what is kept of a person: "only_this_cart" for a session that was handed off to pay one cart. */
export async function ensureOwnShopper(): Promise<Result<KnownShopper, 'only_this_cart'>> {
  const shopper = await ensureShopper();
  return shopper.onlyCartId === null ? succeed(shopper) : fail('only_this_cart');
}

/** The hashes of the session tokens that the browser brought, where one of our keys signed them; they may have ended. */
export async function currentTokenHashes(): Promise<Record<'session' | 'guest' | 'link', string | null>> {
  return {
    session: await tokenHashIn(SESSION_COOKIE),
    guest: await tokenHashIn(GUEST_COOKIE),
    link: await tokenHashIn(LINK_COOKIE),
  };
}

/**
 * What a personal page knows of itself. `joining`: the browser brought two sessions, of a known person, of a guest or of a
 * link's: then they are yet to be joined, and what the page shows of her may be half of it. `drawnFor`: the mark of the
 * known person's session.
 */
export async function readDrawnFor(): Promise<{ joining: boolean; drawnFor: string }> {
  const brought = await currentTokenHashes();
  const joining = Object.values(brought).filter((hash) => hash !== null).length > 1;
  return { joining, drawnFor: sessionMark(brought.session) };
}

export function setSessionCookie(cookieValue: string): Promise<void> {
  return setCookie(SESSION_COOKIE, cookieValue);
}

/** A guest's session, opened by a link of the thread. */
export function setLinkCookie(cookieValue: string): Promise<void> {
  return setCookie(LINK_COOKIE, cookieValue);
}

/** The session goes on under another cookie, or is over: a guest turned out to be somebody, a cart that was handed off is paid. */
export async function clearCookie(cookie: Exclude<SessionCookie, typeof SESSION_COOKIE>): Promise<void> {
  (await cookies()).set(cookie, '', { ...SESSION_COOKIE_OPTIONS, maxAge: 0 });
}

/** Opens what a hand-off carried, in this browser, for as long as that session lasts. */
export async function setHandOffCookie(
  cookie: typeof HAND_OFF_COOKIE | typeof RETURN_COOKIE,
  cookieValue: string,
): Promise<void> {
  (await cookies()).set(cookie, cookieValue, {
    ...SESSION_COOKIE_OPTIONS,
    maxAge: HANDED_OFF_SESSION_SECONDS,
  });
}

export type Reach = 'cart' | 'payment';
const WHO_SHOPS = [HAND_OFF_COOKIE, SESSION_COOKIE, GUEST_COOKIE, LINK_COOKIE] as const;
const IN_ORDER: Record<Reach, readonly SessionCookie[]> = {
  cart: WHO_SHOPS,
  payment: [...WHO_SHOPS, RETURN_COOKIE],
};
type Found = { session: ShopperSession; tokenHash: string; cookie: SessionCookie };

async function setCookie(cookie: SessionCookie, cookieValue: string): Promise<void> {
  (await cookies()).set(cookie, cookieValue, SESSION_COOKIE_OPTIONS);
}

async function tokenHashIn(cookie: SessionCookie): Promise<string | null> {
  return readSessionCookie(cookie, (await cookies()).get(cookie)?.value, getEnv().SESSION_KEYS);
}

/** The cart she came to pay here comes first, then whom Messenger vouched for, then the guest that she was, or that a link made. */
async function findSession(reach: Reach): Promise<Found | null> {
  for (const cookie of IN_ORDER[reach]) {
    const tokenHash = await tokenHashIn(cookie);
    if (!tokenHash) continue;
    const deps = await getDeps();
    const session = await getSession(deps.db, tokenHash, deps.now());
    const isReached = session && (session.onlyCartId === null || session.isCartOpen || reach === 'payment');
    if (isReached) return { session, tokenHash, cookie };
  }
  return null;
}

function knownOf({ shopperId, psid, onlyCartId }: ShopperSession): KnownShopper {
  return { shopperId, psid, onlyCartId };
}
