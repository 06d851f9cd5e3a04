import { fail } from '@/lib/domain/result';
import { answerMessengerQuestion } from '@/lib/flows/answer-messenger-question';
import { receiveMessengerEvents } from '@/lib/flows/receive-messenger-events';
import { isSignedByMeta, readHandshake, readWebhook } from '@/lib/messenger/webhook';
import { openDoor } from '@/lib/server/door';
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
    return challenge.ok ? plain(challenge.value) : respondProblem(request, fail('forbidden'));
  });
}

/** Events of the Page: verified over the raw body, stored once, answered; the worker does the rest, save for questions. */
export function POST(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const body = await readBytes(request, { limitBytes: LIMIT_BYTES });
    if (!body.ok) return respondProblem(request, body);
    const env = getEnv();
    if (!isSignedByMeta(body.value, request.headers.get('x-hub-signature-256'), env.FACEBOOK_APP_SECRET))
      return respondProblem(request, fail('bad_signature'));

    const events = readWebhook(body.value, env.FACEBOOK_PAGE_ID);
    // A 404 keeps the traffic of another product, subscribed by mistake, in sight.
    if (!events.ok) return respondProblem(request, fail(events.problem === 'malformed' ? 'malformed' : 'not_found'));
    const deps = await getDeps();
    await receiveMessengerEvents(deps, events.value);
    // Asked while her sheet is open: the answer is the response, and nothing is stored.
    const answer = await answerMessengerQuestion(deps, events.value);
    return answer ? Response.json(answer, { headers: HEADERS }) : plain('EVENT_RECEIVED');
  });
}

function plain(text: string): Response {
  return new Response(text, { headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
}
