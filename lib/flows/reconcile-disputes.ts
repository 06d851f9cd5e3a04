import { getDisputeStatus, listUndecided } from '@/lib/db/disputes';
import { keepBreak } from '@/lib/db/payment-breaks';
import { PAYMENT_PROVIDERS, type PaymentProvider } from '@/lib/domain/payments/payment';
import { applyDispute } from './apply-dispute';
import type { Deps } from './deps';
import { checkItem, type Reconciled, type Verdict } from './reconcile-item';

/**
 * Looks up every dispute that was opened since a moment, and every one that we hold for undecided: what no event told is written
 * down now. Adds to `sum`.
 */
export async function reconcileDisputes(deps: Deps, since: Date, sum: Reconciled): Promise<void> {
  for (const provider of PAYMENT_PROVIDERS) {
    const opened = await deps.disputes[provider]?.listOpened(since);
    if (!opened) continue;
    if (!opened.ok) {
      if (!sum.unreachable.includes(provider)) sum.unreachable.push(provider);
      continue;
    }
    for (const id of new Set([...opened.value, ...(await listUndecided(deps.db, provider))]))
      await checkItem(deps, sum, id, () => checkDispute(deps, provider, id));
  }
}

async function checkDispute(deps: Deps, provider: PaymentProvider, id: string): Promise<Verdict> {
  const before = await getDisputeStatus(deps.db, provider, id);
  if ((await applyDispute(deps, provider, id)) === 'without_effect') return 'fine';
  const status = await getDisputeStatus(deps.db, provider, id);
  if (status === before) return 'fine';
  const missed = { cause: 'event_never_came' as const, provider, subject: id, facts: { status: status ?? 'unknown' } };
  await keepBreak(deps.db, missed, { at: deps.now(), healed: true });
  return 'healed';
}
