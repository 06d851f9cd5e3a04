import { isDatabaseDown } from '@/lib/db/transaction';
import { isQuestion } from '@/lib/domain/messaging/incoming-event';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { answerMessengerQuestion } from '@/lib/flows/answer-messenger-question';
import type { Deps } from '@/lib/flows/deps';
import { receiveMessengerEvents } from '@/lib/flows/receive-messenger-events';
import { isSignedByMeta, readWebhook } from '@/lib/messenger/webhook';
import { logProblem } from './log';

export type MessengerDoor = {
  getDeps: () => Promise<Deps>;
  appSecrets: readonly string[];
  pageId: string;
};
export type MessengerAnswer = { type: 'application/json' | 'text/plain; charset=utf-8'; body: string };
export type MessengerProblem = 'bad_signature' | 'malformed' | 'not_found' | 'database_down' | 'unexpected';

/**
 * Events of the Page: verified over the raw body, stored once, answered; the worker does the rest, save for questions.
 * Problems: "bad_signature"; "malformed"; "not_found" for another product's traffic, which stays in sight of whoever
 * subscribed it by mistake; "database_down" and "unexpected", after which Meta delivers again.
 */
export async function answerMessenger(
  { getDeps, appSecrets, pageId }: MessengerDoor,
  { rawBody, signature }: { rawBody: Buffer; signature: string | null },
): Promise<Result<MessengerAnswer, MessengerProblem>> {
  if (!isSignedByMeta(rawBody, signature, appSecrets)) return fail('bad_signature');
  const events = readWebhook(rawBody, pageId);
  if (!events.ok) return fail(events.problem === 'malformed' ? 'malformed' : 'not_found');
  try {
    const deps = await getDeps();
    await receiveMessengerEvents(deps, events.value);
    // Asked while her sheet is open: the answer is the response, and nothing is stored.
    const answer = events.value.some(isQuestion) ? await answerMessengerQuestion(deps, events.value) : null;
    if (answer) return succeed({ type: 'application/json', body: JSON.stringify(answer) });
    return succeed({ type: 'text/plain; charset=utf-8', body: 'EVENT_RECEIVED' });
  } catch (error) {
    if (isDatabaseDown(error)) return fail('database_down');
    logProblem('door.failed', error, { door: '/api/messenger/webhook' });
    return fail('unexpected');
  }
}
