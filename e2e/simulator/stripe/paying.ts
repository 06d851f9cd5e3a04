import type { Behaviour } from './cards';
import { addCharge, type ChargeInput, type Decline, settleCharge, settleSoon } from './charge-booking';
import { declineOf } from './declines';
import { openDispute, warnOfFraud } from './dispute-opening';
import { type Double, later } from './double';
import { docUrl, StripeProblem } from './errors';
import { emit } from './events';
import { attachAfter } from './kept-methods';
import type { Charge, ThreeDSecure } from './money-objects';
import type { PaymentError, PaymentIntent, PaymentMethod } from './objects';

const holdSeconds = 7 * 24 * 60 * 60;

/** Says why the last try failed; the intent waits for another method. */
export function failIntent(double: Double, intent: PaymentIntent, error: PaymentError): void {
  intent.status = 'requires_payment_method';
  intent.last_payment_error = error;
  intent.next_action = null;
  intent.payment_method = null;
  emit(double, 'payment_intent.payment_failed', intent);
}

/** The 402 that a declined confirmation answers, with the intent inside. */
export function declinedProblem(intent: PaymentIntent): StripeProblem {
  const error = intent.last_payment_error;
  const base = error ?? { type: 'card_error' as const, message: 'Your card was declined.' };
  const { payment_method_type: _type, ...body } = { payment_method_type: undefined, ...base };
  return new StripeProblem(402, { ...body, payment_intent: structuredClone(intent) });
}

function declineIntent(double: Double, input: ChargeInput & { intent: PaymentIntent; decline: Decline }): Charge {
  const { intent, decline, method } = input;
  const charge = addCharge(double, input);
  intent.latest_charge = charge.id;
  emit(double, 'charge.failed', charge);
  failIntent(double, intent, {
    type: 'card_error',
    code: decline.code,
    message: decline.message,
    doc_url: docUrl(decline.code),
    charge: charge.id,
    ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
    ...(decline.code === 'incorrect_cvc' ? { param: 'cvc' } : {}),
    payment_method: structuredClone(method),
    payment_method_type: 'card',
  });
  return charge;
}

type Take = {
  intent: PaymentIntent;
  method: PaymentMethod;
  behaviour: Behaviour;
  threeDSecure: ThreeDSecure | null;
  /** A decline that does not come from the card itself. */
  decline?: Decline;
};

/**
 * Takes the money (or only holds it, with `capture_method=manual`) and tells of it in Stripe's order. A decline leaves
 * the intent waiting for another method; the caller decides whether that is an answer of 402.
 */
export function takeMoney(double: Double, { intent, method, behaviour, threeDSecure, ...rest }: Take): Charge {
  const captured = intent.capture_method !== 'manual';
  const decline = rest.decline ?? declineOf(behaviour);
  const { amount, currency, metadata } = intent;
  const common = { method, amount, currency, metadata, captured, threeDSecure, behaviour };
  if (decline) return declineIntent(double, { ...common, intent, decline });

  const charge = addCharge(double, { ...common, intent, decline: null });
  intent.latest_charge = charge.id;
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.next_action = null;
  if (captured) {
    intent.status = 'succeeded';
    intent.amount_received = amount;
    if (intent.capture_method === 'automatic') settleCharge(double, charge);
  } else {
    intent.status = 'requires_capture';
    intent.amount_capturable = amount;
    later(double, holdSeconds, { kind: 'expire-hold', intent: intent.id });
  }
  attachAfter(double, intent, method);
  emit(double, 'charge.succeeded', charge);
  emit(double, captured ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', intent);
  if (captured) afterCapture(double, charge, behaviour);
  return charge;
}

/** What follows by itself once the money is taken: the fee is known a little later, some cards dispute at once. */
export function afterCapture(double: Double, charge: Charge, behaviour: Behaviour): void {
  settleSoon(double, charge);
  if (behaviour.dispute === 'early_warning') warnOfFraud(double, charge);
  else if (behaviour.dispute) openDispute(double, charge, behaviour.dispute);
}
