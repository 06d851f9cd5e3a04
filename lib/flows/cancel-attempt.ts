import { claimAttempt, getAttemptOfRequest } from '@/lib/db/attempts';
import type { ShopperId } from '@/lib/domain/ids';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { leaseFrom } from './confirm-checkout';
import type { Deps } from './deps';
import { answerOf, endAtProvider } from './drive-attempt';
import { endDialog } from './open-dialog';

/**
 * Ends a try that she gave up, at the provider first. Answers how the attempt stands then: it may turn out to be paid, or
 * still undecided. Problems: "no_attempt".
 */
export async function cancelAttempt(
  deps: Deps,
  key: { shopperId: ShopperId; dialogRequestId: string },
): Promise<Result<AttemptAnswer, 'no_attempt'>> {
  const attempt = await getAttemptOfRequest(deps.db, key);
  if (!attempt) return fail('no_attempt');
  if (attempt.way === 'messenger') await endDialog(deps, attempt.id);
  else {
    const claimed = await claimAttempt(deps.db, attempt.id, leaseFrom(deps));
    if (claimed) return succeed(await endAtProvider(deps, claimed, { end: 'cancelled' }));
  }
  const present = await getAttemptOfRequest(deps.db, key);
  return present ? succeed(await answerOf(deps, present)) : fail('no_attempt');
}
