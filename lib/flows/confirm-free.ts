import { getAttempt, getAttemptOfRequest } from '@/lib/db/attempts';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { BRAKE_WINDOW_SECONDS, brakesOn, isBraked, noteTry } from './brake';
import type { ConfirmCheckoutInput } from './confirm-checkout';
import { endEarlierAttempt } from './confirm-checkout';
import type { Deps } from './deps';
import { answerOf } from './drive-attempt';
import { type OpenAttemptProblem, openAttempt } from './open-attempt';
import { settleFree } from './settle-payment';

const FREE_PER_SHOPPER = 5;
const FREE_PER_SOURCE = 20;

/**
 * Orders a cart that discounts leave nothing of to pay: no provider is asked and nothing is charged. Attempt, stock and
 * order are one transaction, so there is no moment between them. The same request finds its order.
 * Problems: those of `openAttempt`, "payment_required" among them where something is to be paid after all; "too_often" after five
 * of one person or twenty of one address in ten minutes: nothing else would end whoever empties the shelves for nothing.
 */
export async function confirmFree(
  deps: Deps,
  input: Omit<ConfirmCheckoutInput, 'proof'>,
): Promise<Result<AttemptAnswer, OpenAttemptProblem | 'too_often'>> {
  const { shopperId, source = null } = input;
  const brakes = brakesOn('free', { shopperId, source }, { shopper: FREE_PER_SHOPPER, source: FREE_PER_SOURCE });
  const known = await getAttemptOfRequest(deps.db, input);
  if (!known && (await isBraked(deps, brakes))) {
    deps.log('alarm.free_orders', { shopper: shopperId });
    return fail('too_often', { retryAfterSeconds: BRAKE_WINDOW_SECONDS });
  }
  const request = { ...input, way: 'free' as const, country: input.details.address.country };
  const order = () => openAttempt(deps, request, (tx, attempt) => settleFree(deps, tx, attempt));
  let opened = await order();
  // A card that she tried before is ended first, as for any new try.
  if (!opened.ok && opened.problem === 'attempt_open' && (await endEarlierAttempt(deps, input.shopperId)))
    opened = await order();
  if (!opened.ok) return opened;
  const attempt = await getAttempt(deps.db, opened.value.attempt.id);
  if (attempt?.status !== 'ended') return fail('attempt_open');
  if (opened.value.isNew) {
    await noteTry(deps, brakes);
    deps.wake('messages');
  }
  return succeed(await answerOf(deps, attempt));
}
