import { z } from 'zod';
import type { Caller } from './api';
import { askForAuthentication, authenticated } from './authentication';
import { fullAddress, methodDataParam } from './card-input';
import { type Behaviour, cardByMethod, cardByNumber } from './cards';
import { authenticationRequired, makeDecline } from './declines';
import type { Double } from './double';
import { badParameter, badState } from './errors';
import { refuseOther } from './kept-methods';
import { findMethod, methodFromData } from './methods';
import type { ConfirmationToken, PaymentIntent, PaymentMethod } from './objects';
import { idle, shippingParam, text, unsettable, whole, yesNo } from './params';
import { declinedProblem, takeMoney } from './paying';
import { checkContext, spendToken } from './tokens';

export const methodOptionsParam = z.looseObject({
  card: z.looseObject({ request_three_d_secure: z.enum(['automatic', 'any', 'challenge']).optional() }).optional(),
});

/** What may come with a confirmation, and in a creation only together with `confirm=true`. */
export const confirmOnlyParams = {
  confirmation_token: text().optional(),
  error_on_requires_action: yesNo().optional(),
  mandate: text().optional(),
  mandate_data: idle(),
  off_session: z.union([yesNo(), z.enum(['recurring', 'one_off'])]).optional(),
  return_url: z.url('parameter_invalid_url').optional(),
};

export const sharedConfirmParams = {
  amount_details: idle(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  hooks: idle(),
  payment_details: idle(),
  payment_method: text().optional(),
  payment_method_data: methodDataParam.optional(),
  payment_method_options: methodOptionsParam.optional(),
  radar_options: idle(),
  receipt_email: unsettable(text()).optional(),
  setup_future_usage: unsettable(z.enum(['off_session', 'on_session'])).optional(),
  shipping: unsettable(shippingParam).optional(),
  use_stripe_sdk: yesNo().optional(),
};

export const confirmParams = z.strictObject({
  ...confirmOnlyParams,
  ...sharedConfirmParams,
  allowed_payment_method_types: idle(),
  amount_to_confirm: whole().optional(),
  client_secret: text().optional(),
  excluded_payment_method_types: idle(),
  payment_method_types: idle(),
});

export type ConfirmInput = Omit<z.output<typeof confirmParams>, 'client_secret'>;

function takeBehaviour(double: Double, method: PaymentMethod): Behaviour {
  const { levers, behaviours } = double.state;
  const card = levers.nextCard;
  if (card !== null) {
    levers.nextCard = null;
    behaviours.set(method.id, (cardByMethod(card) ?? cardByNumber(card)).behaviour);
  }
  return behaviours.get(method.id) ?? {};
}

function chooseMethod(double: Double, intent: PaymentIntent, input: ConfirmInput, caller: Caller) {
  const { confirmation_token: token, payment_method: id, payment_method_data: data } = input;
  const given = [token && 'confirmation_token', id && 'payment_method', data && 'payment_method_data'].filter(Boolean);
  if (given.length > 1) {
    throw badParameter(`You may only specify one of these parameters: ${given.join(', ')}.`, String(given[0]));
  }
  if (token) {
    checkContext(double, token, intent);
    return spendToken(double, token, intent.id);
  }
  const none: { token: ConfirmationToken | null } = { token: null };
  if (data) return { ...none, method: methodFromData(double, data, caller) };
  const wanted = id ?? intent.payment_method;
  if (!wanted) {
    const message = `You cannot confirm this PaymentIntent because it's missing a payment method. To confirm the PaymentIntent with a confirmation token or a payment method, specify it in the confirm call.`;
    throw badState('payment_intent_unexpected_state', message, intent);
  }
  const method = findMethod(double, wanted, 'payment_method', 400);
  refuseUsed(double, method);
  refuseOther(intent, method);
  return { ...none, method };
}

function refuseUsed(double: Double, method: PaymentMethod): void {
  const used = [...double.state.charges.values()].some((charge) => charge.payment_method === method.id);
  if (!(used || double.state.detached.has(method.id)) || method.customer) return;
  throw badParameter(
    `The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again.`,
    'payment_method',
  );
}

function wantReturnUrl(intent: PaymentIntent, returnUrl: string | null): void {
  const automatic = intent.automatic_payment_methods;
  if (returnUrl || !automatic?.enabled || automatic.allow_redirects === 'never') return;
  throw badParameter(
    `This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a \`return_url\`. If you don't want to accept redirect-based payment methods, set \`automatic_payment_methods[enabled]\` to \`true\` and \`automatic_payment_methods[allow_redirects]\` to \`never\` when creating Setup Intents and Payment Intents.`,
    'return_url',
  );
}

function adopt(intent: PaymentIntent, input: ConfirmInput, token: ConfirmationToken | null): void {
  if (input.capture_method) intent.capture_method = input.capture_method;
  if (input.receipt_email !== undefined) intent.receipt_email = input.receipt_email;
  if (input.setup_future_usage !== undefined) intent.setup_future_usage = input.setup_future_usage;
  const asked = input.payment_method_options?.card?.request_three_d_secure;
  if (asked) intent.payment_method_options.card.request_three_d_secure = asked;
  const given = input.shipping;
  if (given) {
    const { name, phone = null, carrier = null, tracking_number = null } = given;
    intent.shipping = { address: fullAddress(given.address), name, phone, carrier, tracking_number };
  } else if (token?.shipping && given === undefined) {
    intent.shipping = { ...token.shipping, carrier: null, tracking_number: null };
  }
}

/**
 * One try to pay: takes the money, or asks for authentication, or throws the 402 of a decline. The intent is changed
 * in place; it must wait for a method, a confirmation or an action.
 */
export function confirmIntent(double: Double, intent: PaymentIntent, input: ConfirmInput, caller: Caller): void {
  if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)) {
    const already =
      intent.status === 'succeeded' ? ' because it has already succeeded after being previously confirmed' : '';
    const message = `This PaymentIntent's status is ${intent.status}: you cannot confirm this PaymentIntent${already}.`;
    throw badState('payment_intent_unexpected_state', message, intent);
  }
  if (input.amount_to_confirm !== undefined && input.amount_to_confirm !== intent.amount) {
    throw badParameter('amount_to_confirm does not match the amount of the PaymentIntent.', 'amount_to_confirm');
  }
  const planned = input.confirmation_token ? double.state.tokens.get(input.confirmation_token) : undefined;
  const returnUrl = input.return_url ?? planned?.return_url ?? null;
  wantReturnUrl(intent, returnUrl);
  const { method, token } = chooseMethod(double, intent, input, caller);
  adopt(intent, input, token);
  intent.payment_method = method.id;

  const behaviour = takeBehaviour(double, method);
  const asked = intent.payment_method_options.card.request_three_d_secure !== 'automatic';
  const supported = behaviour.authentication !== 'unsupported';
  const broken = behaviour.authenticationBroken === true && (behaviour.authentication === 'required' || asked);
  const wanted = supported && (behaviour.authentication === 'required' || asked);
  const frictionless = behaviour.authentication === 'frictionless';
  const threeDSecure = frictionless ? authenticated('frictionless') : null;
  const take = { intent, method, behaviour, threeDSecure };

  if (broken)
    takeMoney(double, { ...take, decline: makeDecline({ code: 'card_declined', declineCode: 'generic_decline' }) });
  else if (wanted && (input.off_session || input.error_on_requires_action)) {
    takeMoney(double, { ...take, decline: authenticationRequired });
  } else if (wanted) {
    const inStripeJs = input.use_stripe_sdk ?? token?.use_stripe_sdk ?? false;
    askForAuthentication(double, intent, method, { inStripeJs, returnUrl });
    return;
  } else takeMoney(double, take);
  if (intent.last_payment_error) throw declinedProblem(intent);
}
