import { z } from 'zod';
import { endpoint } from './api';
import { addTransaction } from './charge-booking';
import { findCharge } from './charges';
import { type Double, later } from './double';
import { badParameter, badState, missing } from './errors';
import { emit } from './events';
import { newId } from './ids';
import { findIntent } from './intent-booking';
import { inRange, pageOf } from './lists';
import { mergeMetadata } from './metadata';
import type { Charge, Refund } from './money-objects';
import { metadataParam, pageParams, rangeParam, text, whole } from './params';

const settleSeconds = 30;

const createParams = z.strictObject({
  amount: whole().optional(),
  charge: text().optional(),
  instructions_email: text().optional(),
  metadata: metadataParam.optional(),
  payment_intent: text().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});
const listParams = z.strictObject({
  ...pageParams,
  charge: text().optional(),
  created: rangeParam.optional(),
  payment_intent: text().optional(),
});
const updateParams = z.strictObject({ metadata: metadataParam.optional() });

type RefundInput = z.output<typeof createParams>;

function chargeToRefund(double: Double, input: RefundInput): Charge {
  if (input.charge) return findCharge(double, input.charge, 'charge', 404);
  if (!input.payment_intent) {
    const message = 'One of the following params should be provided for this request: payment_intent or charge.';
    throw badParameter(message, 'payment_intent', 'parameter_missing');
  }
  const intent = findIntent(double, input.payment_intent, 'payment_intent');
  if (intent.status !== 'succeeded' || !intent.latest_charge) {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund. A PaymentIntent that is not captured is canceled instead.`;
    throw badState('payment_intent_unexpected_state', message);
  }
  return findCharge(double, intent.latest_charge);
}

function checkRefundable(charge: Charge, amount: number): void {
  const rest = charge.amount - charge.amount_refunded;
  if (charge.refunded || rest <= 0) {
    throw badState('charge_already_refunded', `Charge ${charge.id} has already been refunded.`);
  }
  if (charge.disputed) {
    throw badState('charge_disputed', `Charge ${charge.id} has been charged back; cannot issue a refund.`);
  }
  if (!charge.captured || !charge.paid) {
    throw badState('charge_not_refundable', `Charge ${charge.id} is not captured: cancel its PaymentIntent instead.`);
  }
  if (amount < 1) {
    throw badParameter('This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer');
  }
  if (amount > rest) {
    const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${rest})`;
    throw badParameter(message, 'amount', 'amount_too_large');
  }
}

/** Gives money of a charge back, asked over the interface or at the dashboard. */
export function createRefund(double: Double, input: RefundInput): Refund {
  const charge = chargeToRefund(double, input);
  const amount = input.amount ?? charge.amount - charge.amount_refunded;
  checkRefundable(charge, amount);
  const { levers, behaviours } = double.state;
  const kind = behaviours.get(charge.payment_method)?.refund;
  const fails = levers.failRefund || kind === 'fails';
  levers.failRefund = false;
  const id = newId('re');
  const { currency } = charge;
  const description = `REFUND FOR CHARGE (${charge.description ?? charge.id})`;
  const booked = addTransaction(double, { amount: -amount, currency, source: id, type: 'refund', description, fee: 0 });
  const pending = kind === 'pending';
  const refund: Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: booked.id,
    charge: charge.id,
    created: double.world.clock.nowSeconds(),
    currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: mergeMetadata({}, input.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(pending ? { pending_reason: 'processing' as const } : {}),
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  };
  double.state.refunds.set(id, refund);
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  emit(double, 'refund.created', refund);
  emit(double, 'charge.refunded', charge);
  if (fails) later(double, settleSeconds, { kind: 'fail-refund', refund: id });
  else if (pending) later(double, settleSeconds, { kind: 'settle-refund', refund: id });
  return refund;
}

/** A refund that waited has reached the card. */
export function settleRefund(double: Double, refund: Refund): void {
  if (refund.status !== 'pending') return;
  refund.status = 'succeeded';
  delete refund.pending_reason;
  emit(double, 'refund.updated', refund);
  emit(double, 'charge.refund.updated', refund);
}

/** The shopper's bank sends a refund back: the money returns to the balance and must be paid in another way. */
export function failRefund(double: Double, refund: Refund): void {
  if (refund.status === 'failed') return;
  const charge = findCharge(double, refund.charge);
  const { amount, currency, id: source } = refund;
  const description = `REFUND FAILURE (${refund.id})`;
  refund.status = 'failed';
  refund.failure_reason = 'lost_or_stolen_card';
  const back = addTransaction(double, { amount, currency, source, type: 'refund_failure', description, fee: 0 });
  refund.failure_balance_transaction = back.id;
  delete refund.pending_reason;
  charge.amount_refunded -= amount;
  charge.refunded = false;
  emit(double, 'refund.failed', refund);
  emit(double, 'refund.updated', refund);
  emit(double, 'charge.refund.updated', refund);
}

export function findRefund(double: Double, id: string): Refund {
  const refund = double.state.refunds.get(id);
  if (!refund) throw missing('refund', id, 'id');
  return refund;
}

export const refundEndpoints = [
  endpoint({ method: 'POST', path: '/v1/refunds', params: createParams }, createRefund),
  endpoint({ method: 'GET', path: '/v1/refunds', params: listParams }, (double, input) => {
    const wanted = [...double.state.refunds.values()].filter(
      (refund) =>
        (input.charge === undefined || refund.charge === input.charge) &&
        (input.payment_intent === undefined || refund.payment_intent === input.payment_intent) &&
        inRange(refund.created, input.created),
    );
    return pageOf('/v1/refunds', wanted, input);
  }),
  endpoint({ method: 'GET', path: '/v1/refunds/:id', params: z.strictObject({}) }, (double, _input, _caller, path) =>
    findRefund(double, path.id ?? ''),
  ),
  endpoint({ method: 'POST', path: '/v1/refunds/:id', params: updateParams }, (double, input, _caller, path) => {
    const refund = findRefund(double, path.id ?? '');
    refund.metadata = mergeMetadata(refund.metadata, input.metadata);
    emit(double, 'refund.updated', refund);
    return refund;
  }),
];
