import { getAttempt } from '@/lib/db/attempts';
import { type DisputeRow, getDispute } from '@/lib/db/disputes';
import { asId, type IdempotencyKey } from '@/lib/domain/ids';
import { mayGiveIn } from '@/lib/domain/payments/dispute';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { recordDispute } from './apply-dispute';
import type { Deps } from './deps';

type Problem = 'not_found' | 'dispute_over' | 'evidence_refused' | 'gateway_unavailable';

/**
 * The merchant gives in: the disputed money stays with her, or goes to her now, and what moved is booked as the provider
 * tells it. An answer that got lost is found by looking. Problems: "not_found"; "dispute_over" (answered, decided, or
 * nothing to give in to); "evidence_refused" by the provider; "gateway_unavailable" (nothing is known: try again).
 */
export async function giveInDispute(
  deps: Deps,
  asked: { disputeId: string; merchantId: string },
): Promise<Result<DisputeRow, Problem>> {
  const row = await getDispute(deps.db, asked.disputeId);
  const attempt = row && (await getAttempt(deps.db, row.attemptId));
  const desk = row && deps.disputes[row.provider];
  if (!row || !attempt || !desk) return fail('not_found');
  const { provider, providerDisputeId: id } = row;
  const before = await desk.find(id);
  if (!before.ok) return before;
  if (!mayGiveIn(provider, before.value.status)) {
    await recordDispute(deps, { provider, attempt, dispute: before.value });
    return fail('dispute_over');
  }
  const given = await desk.giveIn(id, asId<IdempotencyKey>(`dispute:${row.id}:give-in`));
  const now = given.ok || given.problem === 'evidence_refused' ? given : await desk.find(id);
  if (!now.ok) return now.problem === 'evidence_refused' ? now : fail('gateway_unavailable');
  const kept = await recordDispute(deps, { provider, attempt, dispute: now.value });
  if (mayGiveIn(provider, kept.status)) return fail('gateway_unavailable');
  deps.log('dispute.given_in', { dispute: row.id, merchant: asked.merchantId });
  return succeed(kept);
}
