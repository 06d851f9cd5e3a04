import 'server-only';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { type Auth, CLIENT_IP_HEADER } from './auth';
import { getEnv } from './wiring';

/** Calls one of better-auth's doors, not its function: only the door counts how often somebody knocks. */
export async function callDoor(auth: Auth, door: string, call: { body: object; cookie: string }): Promise<Response> {
  const { PUBLIC_URL } = getEnv();
  const sent = new Headers({ 'content-type': 'application/json', origin: PUBLIC_URL });
  const clientIp = (await headers()).get(CLIENT_IP_HEADER);
  if (clientIp) sent.set(CLIENT_IP_HEADER, clientIp);
  if (call.cookie) sent.set('cookie', call.cookie);
  const body = JSON.stringify(call.body);
  return auth.handler(new Request(`${PUBLIC_URL}/api/auth/${door}`, { method: 'POST', headers: sent, body }));
}

/** Hands the cookies of such an answer to the browser, with the answer to this request. */
export async function passCookiesOn(answer: Response): Promise<void> {
  const jar = await cookies();
  for (const line of answer.headers.getSetCookie())
    for (const [name, cookie] of parseSetCookieHeader(line)) jar.set(name, cookie.value, toCookieOptions(cookie));
}
