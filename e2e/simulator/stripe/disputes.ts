import { z } from 'zod';
import { endpoint } from './api';
import { decideDispute } from './dispute-opening';
import type { Double } from './double';
import { badState, missing } from './errors';
import { emit } from './events';
import { inRange, pageOf } from './lists';
import { mergeMetadata } from './metadata';
import type { Dispute } from './money-objects';
import { idle, metadataParam, pageParams, rangeParam, text, yesNo } from './params';

const listParams = z.strictObject({
  ...pageParams,
  charge: text().optional(),
  created: rangeParam.optional(),
  payment_intent: text().optional(),
});

const evidenceParam = z.looseObject({ uncategorized_text: z.string().optional(), enhanced_evidence: idle() });
const updateParams = z.strictObject({
  evidence: evidenceParam.optional(),
  intended_submission_method: idle(),
  metadata: metadataParam.optional(),
  submit: yesNo().optional(),
});

export function findDispute(double: Double, id: string): Dispute {
  const dispute = double.state.disputes.get(id);
  if (!dispute) throw missing('dispute', id, 'dispute');
  return dispute;
}

function answerDispute(double: Double, dispute: Dispute, input: z.output<typeof updateParams>): Dispute {
  if (input.evidence && !['needs_response', 'warning_needs_response'].includes(dispute.status)) {
    const message = `Dispute ${dispute.id} is ${dispute.status}: its evidence was handed in, or it is decided.`;
    throw badState('dispute_not_editable', message);
  }
  for (const [name, value] of Object.entries(input.evidence ?? {})) {
    if (typeof value === 'string') dispute.evidence[name] = value || null;
  }
  dispute.metadata = mergeMetadata(dispute.metadata, input.metadata);
  const details = dispute.evidence_details;
  details.has_evidence = Object.values(dispute.evidence).some((value) => typeof value === 'string');
  const submitted = details.has_evidence && input.submit !== false;
  if (submitted) {
    details.submission_count += 1;
    details.submission_method = 'manual';
    dispute.status = dispute.status.startsWith('warning_') ? 'warning_under_review' : 'under_review';
  }
  emit(double, 'charge.dispute.updated', dispute);
  const text = input.evidence?.uncategorized_text;
  if (submitted && text === 'winning_evidence') decideDispute(double, dispute, 'won');
  if (submitted && text === 'losing_evidence') decideDispute(double, dispute, 'lost');
  return dispute;
}

export const disputeEndpoints = [
  endpoint({ method: 'GET', path: '/v1/disputes', params: listParams }, (double, input) => {
    const wanted = [...double.state.disputes.values()].filter(
      (dispute) =>
        (input.charge === undefined || dispute.charge === input.charge) &&
        (input.payment_intent === undefined || dispute.payment_intent === input.payment_intent) &&
        inRange(dispute.created, input.created),
    );
    return pageOf('/v1/disputes', wanted, input);
  }),
  endpoint({ method: 'GET', path: '/v1/disputes/:id', params: z.strictObject({}) }, (double, _input, _caller, path) =>
    findDispute(double, path.id ?? ''),
  ),
  endpoint({ method: 'POST', path: '/v1/disputes/:id', params: updateParams }, (double, input, _caller, path) =>
    answerDispute(double, findDispute(double, path.id ?? ''), input),
  ),
  endpoint(
    { method: 'POST', path: '/v1/disputes/:id/close', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const dispute = findDispute(double, path.id ?? '');
      decideDispute(double, dispute, 'lost');
      return dispute;
    },
  ),
];
