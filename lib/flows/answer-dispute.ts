import { createHash } from 'node:crypto';
import { getAttempt } from '@/lib/db/attempts';
import { type DisputeRow, getDispute, keepEvidence } from '@/lib/db/disputes';
import { asId, type IdempotencyKey } from '@/lib/domain/ids';
import { type Dispute, type Evidence, needsAnswer } from '@/lib/domain/payments/dispute';
import type { DisputeDesk } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { recordDispute } from './apply-dispute';
import { evidencePlace } from './collect-evidence';
import type { Deps } from './deps';

type Problem = 'not_found' | 'dispute_over' | 'evidence_refused' | 'gateway_unavailable';
type Answer = { disputeId: string; evidence: Evidence; merchantId: string };

/**
 * Sends the merchant's evidence to the provider, which takes it once. It is kept before it leaves; an answer that got lost
 * is found again by looking, not by sending twice. Problems: "not_found"; "dispute_over" (answered or decided already);
 * "evidence_refused"; "gateway_unavailable" (nothing is known to have arrived: try again).
 */
export async function answerDispute(deps: Deps, answer: Answer): Promise<Result<DisputeRow, Problem>> {
  const row = await getDispute(deps.db, answer.disputeId);
  const attempt = row && (await getAttempt(deps.db, row.attemptId));
  const desk = row && deps.disputes[row.provider];
  if (!row || !attempt || !desk) return fail('not_found');
  const before = await desk.find(row.providerDisputeId);
  if (!before.ok) return before;
  if (!needsAnswer(before.value.status)) {
    await recordDispute(deps, { provider: row.provider, attempt, dispute: before.value });
    return fail('dispute_over');
  }
  const words = JSON.stringify(answer.evidence);
  await keepEvidence(deps.db, row.id, deps.sealer.seal(evidencePlace(row.id), words));
  const sent = await submitOnce(desk, row, answer.evidence, keyOf(row.id, before.value.status, words));
  if (!sent.ok) return sent;
  deps.log('dispute.answered', { dispute: row.id, merchant: answer.merchantId });
  return succeed(await recordDispute(deps, { provider: row.provider, attempt, dispute: sent.value }));
}

async function submitOnce(
  desk: DisputeDesk,
  row: DisputeRow,
  evidence: Evidence,
  key: IdempotencyKey,
): Promise<Result<Dispute, Problem>> {
  const sent = await desk.submit(row.providerDisputeId, evidence, key);
  if (sent.ok || sent.problem === 'evidence_refused') return sent;
  const now = await desk.find(row.providerDisputeId);
  return now.ok && !needsAnswer(now.value.status) ? now : sent;
}

// Other words, or the question that became a dispute, are another sending; the same words are the same one.
function keyOf(id: string, status: string, words: string): IdempotencyKey {
  const digest = createHash('sha256').update(words).digest('hex').slice(0, 32);
  return asId<IdempotencyKey>(`dispute:${id}:${status}:${digest}`);
}
