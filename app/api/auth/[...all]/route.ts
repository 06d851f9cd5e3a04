import { z } from 'zod';
import { PASSWORD_MAX } from '@/lib/domain/merchants/password';
import { fail } from '@/lib/domain/result';
import { CLIENT_IP_HEADER, getAuths } from '@/lib/server/auth';
import { changingDoor, openDoor } from '@/lib/server/door';
import { readJson } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { getEnv } from '@/lib/server/wiring';

// better-auth answers some forty addresses; these are the ones that the shop has a use for.
const READING = new Set(['get-session']);
const CHANGING: Record<string, z.ZodType<object>> = {
  'sign-in/email': z.strictObject({ email: z.string().max(254), password: z.string().min(1).max(PASSWORD_MAX) }),
  'sign-out': z.strictObject({}),
};
const PASSED_ON = ['cookie', 'origin', CLIENT_IP_HEADER];

type Context = { params: Promise<{ all: string[] }> };

export async function GET(request: Request, context: Context): Promise<Response> {
  const door = (await context.params).all.join('/');
  if (!READING.has(door)) return respondProblem(request, fail('not_found'));
  return openDoor(request, () => ask(request, door));
}

export async function POST(request: Request, context: Context): Promise<Response> {
  const door = (await context.params).all.join('/');
  const schema = Object.hasOwn(CHANGING, door) ? CHANGING[door] : undefined;
  if (!schema) return respondProblem(request, fail('not_found'));
  return changingDoor(request, async () => {
    const body = await readJson(request, schema, { limitBytes: 8_192 });
    return body.ok ? ask(request, door, body.value) : respondProblem(request, body);
  });
}

/** Under the configured address and with few headers: what the sender says about host and protocol goes no further. */
async function ask(request: Request, door: string, body?: object): Promise<Response> {
  const headers = new Headers(body && { 'content-type': 'application/json' });
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const [auth] = await getAuths();
  if (!auth) throw new Error('there is no key to sign sessions with');
  const init = { method: request.method, headers, ...(body && { body: JSON.stringify(body) }) };
  const answer = await auth.handler(new Request(`${getEnv().PUBLIC_URL}/api/auth/${door}`, init));
  const sent = new Headers(answer.headers);
  sent.set('cache-control', 'private, no-store');
  const retryAfter = answer.headers.get('x-retry-after');
  if (retryAfter) sent.set('retry-after', retryAfter);
  return new Response(answer.body, { status: answer.status, headers: sent });
}
