import { getAttemptOfRequest } from '@/lib/db/attempts';
import type { ShopperId } from '@/lib/domain/ids';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { joinAttempt } from './confirm-checkout';
import type { Deps } from './deps';
import { answerOf } from './drive-attempt';

/** How one of her attempts stands, asking the provider where nobody else does; null when there is none. */
export async function lookUpAttempt(
  deps: Deps,
  key: { shopperId: ShopperId; dialogRequestId: string },
): Promise<AttemptAnswer | null> {
  const attempt = await getAttemptOfRequest(deps.db, key);
  if (!attempt) return null;
  if (attempt.status === 'ended' || attempt.way === 'messenger') return answerOf(deps, attempt);
  // Nothing of hers is confirmed by looking: without a proof an unconfirmed payment stays as it is.
  const answer = await joinAttempt(deps, attempt, null);
  return answer.ok ? answer.value : { is: 'checking' };
}
