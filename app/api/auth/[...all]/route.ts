import { fail } from '@/lib/domain/result';
import { CLIENT_IP_HEADER, getAuths } from '@/lib/server/auth';
import { changingDoor, openDoor } from '@/lib/server/door';
import { readBytes } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { getEnv } from '@/lib/server/wiring';

// better-auth answers some forty addresses; these are the ones that the shop has a use for.
const READING = new Set(['get-session']);
const CHANGING = new Set(['sign-in/email', 'sign-out']);
const PASSED_ON = ['cookie', 'content-type', 'origin', CLIENT_IP_HEADER];

type Context = { params: Promise<{ all: string[] }> };

export async function GET(request: Request, context: Context): Promise<Response> {
  const door = (await context.params).all.join('/');
  if (!READING.has(door)) return respondProblem(request, fail('not_found'));
  return openDoor(request, () => ask(request, door, undefined));
}

export async function POST(request: Request, context: Context): Promise<Response> {
  const door = (await context.params).all.join('/');
  if (!CHANGING.has(door)) return respondProblem(request, fail('not_found'));
  return changingDoor(request, async () => {
    const body = await readBytes(request, { limitBytes: 8_192 });
    return body.ok ? ask(request, door, new Uint8Array(body.value)) : respondProblem(request, body);
  });
}

/** Under the configured address and with few headers: what the sender says about host and protocol goes no further. */
async function ask(request: Request, door: string, body: Uint8Array<ArrayBuffer> | undefined): Promise<Response> {
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const [auth] = await getAuths();
  if (!auth) throw new Error('there is no key to sign sessions with');
  const init = { method: request.method, headers, ...(body === undefined ? {} : { body }) };
  const answer = await auth.handler(new Request(`${getEnv().PUBLIC_URL}/api/auth/${door}`, init));
  const sent = new Headers(answer.headers);
  sent.set('cache-control', 'private, no-store');
  const retryAfter = answer.headers.get('x-retry-after');
  if (retryAfter) sent.set('retry-after', retryAfter);
  return new Response(answer.body, { status: answer.status, headers: sent });
}
