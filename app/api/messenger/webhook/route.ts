import { fail } from '@/lib/domain/result';
import { readHandshake } from '@/lib/messenger/webhook';
import { openDoor } from '@/lib/server/door';
import { answerMessenger } from '@/lib/server/messenger-door';
import { readBytes } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { getDeps, getEnv } from '@/lib/server/wiring';

// A batch of a thousand events is far below; the limit only keeps the memory.
const LIMIT_BYTES = 8 * 1024 * 1024;

const HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

/** Meta asks whether this address is ours. */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const challenge = readHandshake(new URL(request.url).searchParams, getEnv().FACEBOOK_VERIFY_TOKEN);
    if (!challenge.ok) return respondProblem(request, fail('forbidden'));
    return new Response(challenge.value, { headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
  });
}

/** Events of the Page. In production the front door takes them itself, by the same function: lib/server/front. */
export function POST(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const body = await readBytes(request, { limitBytes: LIMIT_BYTES });
    if (!body.ok) return respondProblem(request, body);
    const { FACEBOOK_APP_SECRET: appSecrets, FACEBOOK_PAGE_ID: pageId } = getEnv();
    const signature = request.headers.get('x-hub-signature-256');
    const answer = await answerMessenger({ getDeps, appSecrets, pageId }, { rawBody: body.value, signature });
    if (!answer.ok) return respondProblem(request, answer);
    return new Response(answer.value.body, { headers: { ...HEADERS, 'content-type': answer.value.type } });
  });
}
