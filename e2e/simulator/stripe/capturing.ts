import { z } from 'zod';
import { endpoint } from './api';
import { settleCharge } from './charge-booking';
import { findCharge } from './charges';
import type { Double } from './double';
import { badParameter, badState } from './errors';
import { emit } from './events';
import { findIntent } from './intent-booking';
import { mergeMetadata } from './metadata';
import type { PaymentIntent } from './objects';
import { idle, metadataParam, text, whole, yesNo } from './params';
import { afterCapture } from './paying';

const captureParams = z.strictObject({
  amount_details: idle(),
  amount_to_capture: whole().optional(),
  final_capture: yesNo().optional(),
  hooks: idle(),
  metadata: metadataParam.optional(),
  payment_details: idle(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
});

const cancelParams = z.strictObject({
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

function capture(double: Double, intent: PaymentIntent, input: z.output<typeof captureParams>): PaymentIntent {
  if (intent.status !== 'requires_capture') {
    const message = `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`;
    throw badState('payment_intent_unexpected_state', message, intent);
  }
  const charge = findCharge(double, intent.latest_charge ?? '');
  const amount = input.amount_to_capture ?? intent.amount_capturable;
  if (amount < 1 || amount > intent.amount_capturable) {
    throw badParameter(
      `Amount could not be captured: ${amount} is not between 1 and the capturable amount of ${intent.amount_capturable}.`,
      'amount_to_capture',
      'amount_too_large',
    );
  }
  charge.captured = true;
  charge.amount_captured = amount;
  charge.amount_refunded = charge.amount - amount;
  delete charge.payment_method_details.card.capture_before;
  intent.status = 'succeeded';
  intent.amount_received = amount;
  intent.amount_capturable = 0;
  intent.metadata = mergeMetadata(intent.metadata, input.metadata);
  settleCharge(double, charge);
  emit(double, 'charge.captured', charge);
  emit(double, 'payment_intent.succeeded', intent);
  afterCapture(double, charge, double.state.behaviours.get(charge.payment_method) ?? {});
  return intent;
}

/** Ends a payment that is not paid; money that was only held goes back to the shopper. */
export function cancelIntent(double: Double, intent: PaymentIntent, reason: string | null): PaymentIntent {
  if (
    !['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'].includes(intent.status)
  ) {
    const message = `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`;
    throw badState('payment_intent_unexpected_state', message, intent);
  }
  const held = intent.status === 'requires_capture';
  intent.status = 'canceled';
  intent.canceled_at = double.world.clock.nowSeconds();
  intent.cancellation_reason = reason;
  intent.amount_capturable = 0;
  intent.next_action = null;
  if (held && intent.latest_charge) {
    const charge = findCharge(double, intent.latest_charge);
    charge.amount_refunded = charge.amount;
    charge.refunded = true;
    emit(double, reason === 'automatic' ? 'charge.expired' : 'charge.refunded', charge);
  }
  emit(double, 'payment_intent.canceled', intent);
  return intent;
}

export const captureEndpoints = [
  endpoint(
    { method: 'POST', path: '/v1/payment_intents/:id/capture', params: captureParams },
    (double, input, _caller, path) => capture(double, findIntent(double, path.id ?? ''), input),
  ),
  endpoint(
    { method: 'POST', path: '/v1/payment_intents/:id/cancel', params: cancelParams },
    (double, input, _caller, path) =>
      cancelIntent(double, findIntent(double, path.id ?? ''), input.cancellation_reason ?? null),
  ),
];
