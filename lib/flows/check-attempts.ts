import { type Attempt, claimAttempt, listDueAttempts } from '@/lib/db/attempts';
import { isDatabaseDown } from '@/lib/db/transaction';
import { asId, type ProviderPaymentId } from '@/lib/domain/ids';
import type { PaymentState } from '@/lib/domain/payments/payment';
import { leaseFrom } from './confirm-checkout';
import { type Deps, gatewayOf } from './deps';
import { applyState, endAtProvider } from './drive-attempt';
import { checkDialogAttempt } from './settle-dialog';

/**
 * The sweeper: asks the provider about every open attempt whose turn has come and finishes what can be finished.
 * Never confirmed or past its time: cancelled at the provider, then released. Answers how many it looked at.
 */
export async function checkAttempts(deps: Deps, limit = 20): Promise<number> {
  const due = await listDueAttempts(deps.db, deps.now(), limit);
  let looked = 0;
  for (const { id } of due) {
    const attempt = await claimAttempt(deps.db, id, leaseFrom(deps));
    if (!attempt) continue;
    looked += 1;
    await checkSafely(deps, attempt);
  }
  return looked;
}

/** One that cannot be checked (a currency nobody sells in, say) raises an alarm and holds up no other. */
async function checkSafely(deps: Deps, attempt: Attempt): Promise<void> {
  try {
    await (attempt.way === 'messenger' ? checkDialogAttempt(deps, attempt) : checkCardAttempt(deps, attempt));
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    deps.log('alarm.attempt_not_checked', {
      attempt: attempt.id,
      problem: error instanceof Error ? error.name : 'unknown',
    });
  }
}

async function checkCardAttempt(deps: Deps, attempt: Attempt): Promise<void> {
  const overdue = attempt.expiresAt <= deps.now();
  if (!attempt.providerPaymentId) {
    await endAtProvider(deps, attempt, { end: 'cancelled' });
    return;
  }
  const state = await gatewayOf(deps, attempt.provider).retrieve(asId<ProviderPaymentId>(attempt.providerPaymentId));
  // Nobody drives it any more, so nobody will confirm it: its page is gone.
  if (state.is === 'unconfirmed') await endAtProvider(deps, attempt, { end: 'cancelled' });
  else if (isHerTurn(state) && overdue) await endAtProvider(deps, attempt, { end: 'expired' });
  else if (isHerTurn(state)) await applyState(deps, attempt, { is: 'pending' });
  else await applyState(deps, attempt, state);
}

function isHerTurn(state: PaymentState): boolean {
  return state.is === 'authentication_required' || state.is === 'approval_required';
}
