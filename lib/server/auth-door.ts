import 'server-only';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { type Auth, CLIENT_IP_HEADER } from './auth';
import { getEnv } from './wiring';

/** Calls one of better-auth's doors, not its function: only the door counts how often somebody knocks. Without `body` it asks. */
export async function callDoor(auth: Auth, door: string, call: { body?: object; cookie: string }): Promise<Response> {
  const { PUBLIC_URL } = getEnv();
  const sent = new Headers({ origin: PUBLIC_URL, ...(call.body && { 'content-type': 'application/json' }) });
  const clientIp = (await headers()).get(CLIENT_IP_HEADER);
  if (clientIp) sent.set(CLIENT_IP_HEADER, clientIp);
  if (call.cookie) sent.set('cookie', call.cookie);
  const asked = call.body ? { method: 'POST', body: JSON.stringify(call.body) } : { method: 'GET' };
  return auth.handler(new Request(`${PUBLIC_URL}/api/auth/${door}`, { ...asked, headers: sent }));
}

/** Hands the cookies of such an answer to the browser, with the answer to this request. */
export async function passCookiesOn(answer: Response): Promise<void> {
  const jar = await cookies();
  for (const line of answer.headers.getSetCookie())
    for (const [name, cookie] of parseSetCookieHeader(line)) jar.set(name, cookie.value, toCookieOptions(cookie));
}
