import { getAttempt } from '@/lib/db/attempts';
import { asId, type ShopperId } from '@/lib/domain/ids';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { cancelAttempt } from './cancel-attempt';
import type { Deps } from './deps';
import { redeemHandOff } from './hand-off';
import { lookUpAttempt } from './look-up-attempt';

/**
 * She comes back from the provider's page, perhaps in another browser: spends the hand-off that its address carried, and
 * says how the payment stands, capturing it where she approved it, or ending it where she gave up. What the address says
 * besides is not read. `sessionTokenHash` opens a session for this one payment; null where she is known already.
 * Problem: "hand_off_over".
 */
export async function returnFromApproval(
  deps: Deps,
  input: { token: string; gaveUp: boolean; sessionTokenHash: string | null },
): Promise<Result<{ requestId: string; answer: AttemptAnswer }, 'hand_off_over'>> {
  const { token, sessionTokenHash } = input;
  const handedOff = await redeemHandOff(deps, { token, purpose: 'payment_return', sessionTokenHash });
  if (!handedOff.ok) return handedOff;
  const attempt = handedOff.value.attemptId && (await getAttempt(deps.db, handedOff.value.attemptId));
  if (!attempt) return fail('hand_off_over');
  const key = { shopperId: asId<ShopperId>(attempt.shopperId), dialogRequestId: attempt.dialogRequestId };
  if (input.gaveUp) {
    const ended = await cancelAttempt(deps, key);
    if (ended.ok) return succeed({ requestId: attempt.dialogRequestId, answer: ended.value });
  }
  const answer = await lookUpAttempt(deps, key);
  return succeed({ requestId: attempt.dialogRequestId, answer: answer ?? { is: 'checking' } });
}
