import 'server-only';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { signInAddress } from '@/lib/domain/merchants/way-back';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { type Auth, CLIENT_IP_HEADER, getAuths } from './auth';
import { PATH_HEADER } from './path-header';
import { getEnv } from './wiring';

export type Merchant = { merchantId: string; name: string; email: string };

/** Which merchant is asking, or null: no cookie, an expired or ended session, a shopper's cookie. Asked once a request. */
export const getMerchant = cache(async () => findMerchant((await headers()).get('cookie') ?? ''));

/** Whether a cookie still opens the admin: for what stays open after its request. */
export async function isSignedIn(cookie: string): Promise<boolean> {
  return (await findMerchant(cookie)) !== null;
}

async function findMerchant(cookie: string): Promise<Merchant | null> {
  for (const auth of await getAuths()) {
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
    if (session) return { merchantId: session.user.id, name: session.user.name, email: session.user.email };
  }
  return null;
}

/**
 * The merchant who is asking; everybody else is led to the sign-in page, and from there back here. Each page and action of the admin calls it
 * itself, before it reads: a layout alone can be gone round.
 */
export async function requireMerchant(): Promise<Merchant> {
  return (await getMerchant()) ?? redirect(signInAddress((await headers()).get(PATH_HEADER)));
}

/**
 * Opens a merchant's session and sets its cookie with this answer. Problems: "wrong_credentials", the same whether or not
 * the address is known; "too_often" with `retryAfterSeconds`.
 */
export async function signInMerchant(credentials: {
  email: string;
  password: string;
}): Promise<Result<null, 'wrong_credentials' | 'too_often'>> {
  const [auth] = await getAuths();
  if (!auth) throw new Error('there is no key to sign sessions with');
  // By better-auth's door, not its function: only the door counts how often somebody knocks.
  const answer = await callDoor(auth, 'sign-in/email', { body: credentials, cookie: '' });
  if (answer.status === 429) {
    const retryAfterSeconds = Number(answer.headers.get('x-retry-after')) || 60;
    return fail('too_often', { retryAfterSeconds });
  }
  if (answer.status >= 500) throw new Error(`signing in answered ${answer.status}`);
  if (!answer.ok) return fail('wrong_credentials');
  await passCookiesOn(answer);
  return succeed(null);
}

/** Ends the merchant's session in the database and in the browser. */
export async function signOutMerchant(): Promise<void> {
  const cookie = (await headers()).get('cookie') ?? '';
  for (const auth of await getAuths()) await passCookiesOn(await callDoor(auth, 'sign-out', { body: {}, cookie }));
}

async function callDoor(auth: Auth, door: string, call: { body: object; cookie: string }): Promise<Response> {
  const { PUBLIC_URL } = getEnv();
  const sent = new Headers({ 'content-type': 'application/json', origin: PUBLIC_URL });
  const clientIp = (await headers()).get(CLIENT_IP_HEADER);
  if (clientIp) sent.set(CLIENT_IP_HEADER, clientIp);
  if (call.cookie) sent.set('cookie', call.cookie);
  const body = JSON.stringify(call.body);
  return auth.handler(new Request(`${PUBLIC_URL}/api/auth/${door}`, { method: 'POST', headers: sent, body }));
}

async function passCookiesOn(answer: Response): Promise<void> {
  const jar = await cookies();
  for (const line of answer.headers.getSetCookie())
    for (const [name, cookie] of parseSetCookieHeader(line)) jar.set(name, cookie.value, toCookieOptions(cookie));
}
