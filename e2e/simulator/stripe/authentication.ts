import type { Behaviour } from './cards';
import type { Double } from './double';
import { docUrl } from './errors';
import { emit } from './events';
import { newId, randomText } from './ids';
import type { ThreeDSecure } from './money-objects';
import type { PaymentIntent, PaymentMethod } from './objects';
import { failIntent, takeMoney } from './paying';

export const authenticated = (flow: 'challenge' | 'frictionless'): ThreeDSecure => ({
  authentication_flow: flow,
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: randomText(28),
  version: '2.2.0',
});

/** The bank wants to see the shopper first: in a frame of Stripe.js, or on a page to which the browser is sent. */
export function askForAuthentication(
  double: Double,
  intent: PaymentIntent,
  method: PaymentMethod,
  how: { inStripeJs: boolean; returnUrl: string | null },
): void {
  const source = newId('payatt');
  const url = `${double.origin}/challenge/${source}`;
  intent.status = 'requires_action';
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.next_action = how.inStripeJs
    ? { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url, source } }
    : { type: 'redirect_to_url', redirect_to_url: { return_url: how.returnUrl, url } };
  emit(double, 'payment_intent.requires_action', intent);
}

/** The intent that waits for the challenge of this name, or null when it no longer waits. */
export function findChallenge(double: Double, source: string): PaymentIntent | null {
  for (const intent of double.state.intents.values()) {
    const action = intent.next_action;
    if (!action) continue;
    const url = action.type === 'use_stripe_sdk' ? action.use_stripe_sdk.stripe_js : action.redirect_to_url.url;
    if (url.endsWith(`/challenge/${source}`)) return intent;
  }
  return null;
}

/** The shopper passed, failed or left the challenge: the payment goes on, or the intent wants another method. */
export function finishAuthentication(double: Double, intent: PaymentIntent, passed: boolean): void {
  const method = double.state.methods.get(intent.payment_method ?? '');
  if (!method) throw new Error(`${intent.id} waits for authentication without a method.`);
  if (!passed) {
    const code = 'payment_intent_authentication_failure';
    failIntent(double, intent, {
      type: 'invalid_request_error',
      code,
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      doc_url: docUrl(code),
      payment_method: structuredClone(method),
      payment_method_type: 'card',
    });
    return;
  }
  const behaviour: Behaviour = double.state.behaviours.get(method.id) ?? {};
  takeMoney(double, { intent, method, behaviour, threeDSecure: authenticated('challenge') });
}
