import { addTransaction } from './charge-booking';
import type { Double } from './double';
import { emit } from './events';
import { newId } from './ids';
import type { Charge, Dispute, EarlyFraudWarning } from './money-objects';

const answerSeconds = 7 * 24 * 60 * 60;
const disputeFee = 1500;

const evidenceFields =
  'access_activity_log billing_address cancellation_policy cancellation_policy_disclosure cancellation_rebuttal ' +
  'customer_communication customer_email_address customer_name customer_purchase_ip customer_signature ' +
  'duplicate_charge_documentation duplicate_charge_explanation duplicate_charge_id product_description receipt ' +
  'refund_policy refund_policy_disclosure refund_refusal_explanation service_date service_documentation ' +
  'shipping_address shipping_carrier shipping_date shipping_documentation shipping_tracking_number ' +
  'uncategorized_file uncategorized_text';

export const evidenceNames = evidenceFields.split(' ');

export type DisputeKind = 'fraudulent' | 'product_not_received' | 'inquiry';

/** The shopper's bank asks back (inquiry) or takes the money back until the dispute is decided. */
export function openDispute(double: Double, charge: Charge, kind: DisputeKind): Dispute {
  const inquiry = kind === 'inquiry';
  const id = newId('du');
  const now = double.world.clock.nowSeconds();
  const { currency, amount_captured: amount } = charge;
  const withdrawn = inquiry
    ? null
    : addTransaction(double, {
        amount: -amount,
        currency,
        source: id,
        type: 'adjustment',
        description: `Chargeback withdrawal for ${charge.id}`,
        fee: disputeFee,
      });
  const dispute: Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: withdrawn ? [structuredClone(withdrawn)] : [],
    charge: charge.id,
    created: now,
    currency,
    enhanced_eligibility_types: [],
    evidence: { ...Object.fromEntries(evidenceNames.map((name) => [name, null])), enhanced_evidence: {} },
    evidence_details: {
      due_by: now + answerSeconds,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: charge.payment_method_details.card.brand,
        case_type: inquiry ? 'inquiry' : 'chargeback',
        network: charge.payment_method_details.card.network,
        network_reason_code: kind === 'product_not_received' ? '13.1' : '10.4',
      },
      type: 'card',
    },
    reason: inquiry ? 'general' : kind,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  };
  charge.disputed = true;
  double.state.disputes.set(id, dispute);
  emit(double, 'charge.dispute.created', dispute);
  if (!inquiry) emit(double, 'charge.dispute.funds_withdrawn', dispute);
  emit(double, 'charge.updated', charge);
  return dispute;
}

/** The network fears fraud before anybody disputes. */
export function warnOfFraud(double: Double, charge: Charge): void {
  const warning: EarlyFraudWarning = {
    id: newId('issfr'),
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: charge.id,
    created: double.world.clock.nowSeconds(),
    fraud_type: 'made_with_stolen_card',
    livemode: false,
    ...(charge.payment_intent ? { payment_intent: charge.payment_intent } : {}),
  };
  double.state.warnings.set(warning.id, warning);
  emit(double, 'radar.early_fraud_warning.created', warning);
}

/** Ends a dispute for the shop or for the shopper. */
export function decideDispute(double: Double, dispute: Dispute, result: 'won' | 'lost'): void {
  const inquiry = dispute.status.startsWith('warning_');
  dispute.status = inquiry ? 'warning_closed' : result;
  dispute.is_charge_refundable = inquiry;
  if (!inquiry && result === 'won') {
    const { amount, currency, id: source } = dispute;
    const description = `Chargeback reversal for ${dispute.charge}`;
    const back = addTransaction(double, {
      amount,
      currency,
      source,
      type: 'adjustment',
      description,
      fee: -disputeFee,
    });
    dispute.balance_transactions.push(structuredClone(back));
    emit(double, 'charge.dispute.funds_reinstated', dispute);
  }
  emit(double, 'charge.dispute.closed', dispute);
}
