import { z } from 'zod';
import { endpoint } from './api';
import { fullAddress, methodDataParam, readCard } from './card-input';
import type { Behaviour } from './cards';
import type { Double } from './double';
import { badParameter, missing } from './errors';
import { newId } from './ids';
import { mergeMetadata } from './metadata';
import { addMethod, builtInCard } from './methods';
import type { BillingDetails, ConfirmationToken, Metadata, MethodCard, PaymentMethod, Wallet } from './objects';
import { idle, metadataParam, shippingParam, text, whole, yesNo } from './params';

const lifeSeconds = 12 * 60 * 60;

const common = {
  metadata: metadataParam.optional(),
  return_url: text().optional(),
  shipping: shippingParam.optional(),
  setup_future_usage: text().optional(),
};

const fromFrameParams = z.strictObject({
  ...common,
  payment_method_data: methodDataParam,
  use_stripe_sdk: yesNo().optional(),
  /** The wallet whose sheet made it. */
  client_wallet: z.enum(['applePay', 'googlePay']).optional(),
  client_context: z
    .strictObject({
      mode: text().optional(),
      currency: text(3).optional(),
      amount: whole().optional(),
      setup_future_usage: text().optional(),
    })
    .optional(),
});

const testHelperParams = z.strictObject({
  ...common,
  payment_method: text().optional(),
  payment_method_data: methodDataParam.optional(),
  payment_method_options: idle(),
});

type NewToken = {
  card: MethodCard;
  billing: BillingDetails;
  behaviour: Behaviour;
  returnUrl: string | undefined;
  shipping: z.output<typeof shippingParam> | undefined;
  metadata: Metadata | null | undefined;
};

function addToken(double: Double, given: NewToken): ConfirmationToken {
  const created = double.world.clock.nowSeconds();
  const { shipping } = given;
  const token: ConfirmationToken = {
    id: newId('ctoken'),
    object: 'confirmation_token',
    created,
    expires_at: created + lifeSeconds,
    livemode: false,
    metadata: mergeMetadata({}, given.metadata),
    payment_intent: null,
    payment_method_options: null,
    payment_method_preview: {
      allow_redisplay: 'unspecified',
      billing_details: given.billing,
      card: given.card,
      customer: null,
      customer_account: null,
      type: 'card',
    },
    return_url: given.returnUrl ?? null,
    setup_future_usage: null,
    setup_intent: null,
    shipping: shipping
      ? { address: fullAddress(shipping.address), name: shipping.name, phone: shipping.phone ?? null }
      : null,
    use_stripe_sdk: true,
  };
  double.state.tokens.set(token.id, token);
  double.state.behaviours.set(token.id, given.behaviour);
  return token;
}

/** The method inside a token, which is thereby used up; refuses unknown, used and expired tokens. */
export function spendToken(
  double: Double,
  id: string,
  intent: string,
): { method: PaymentMethod; token: ConfirmationToken } {
  const token = double.state.tokens.get(id);
  if (!token) throw missing('ConfirmationToken', id, 'confirmation_token', 400);
  if (token.payment_intent !== null) {
    throw badParameter(
      `ConfirmationToken ${id} has already been used and cannot be used again. Create a new one to confirm this PaymentIntent.`,
      'confirmation_token',
      'confirmation_token_already_used',
    );
  }
  if (token.expires_at !== null && token.expires_at <= double.world.clock.nowSeconds()) {
    throw badParameter(
      `ConfirmationToken ${id} has expired. Create a new one to confirm this PaymentIntent.`,
      'confirmation_token',
      'confirmation_token_expired',
    );
  }
  token.payment_intent = intent;
  token.expires_at = null;
  const { card, billing_details } = token.payment_method_preview;
  const behaviour = double.state.behaviours.get(id) ?? {};
  return { token, method: addMethod(double, { card, billing: billing_details, behaviour }) };
}

/** A token made for one amount must not pay another: the page showed the shopper something else. */
export function checkContext(
  double: Double,
  tokenId: string,
  intent: { amount: number; currency: string; setup_future_usage: string | null },
): void {
  const context = double.state.tokenContexts.get(tokenId);
  if (!context) return;
  const { mode, amount, currency, setup_future_usage: usage = null } = context;
  const complain = (what: string, shown: unknown, charged: unknown) =>
    badParameter(
      `The ${what} of the Elements that created this ConfirmationToken (${shown}) does not match the PaymentIntent's (${charged}).`,
      'confirmation_token',
    );
  if (mode !== undefined && mode !== 'payment') throw complain('mode', mode, 'payment');
  if (usage !== intent.setup_future_usage) throw complain('setup_future_usage', usage, intent.setup_future_usage);
  if (currency !== undefined && currency !== intent.currency) throw complain('currency', currency, intent.currency);
  if (amount !== undefined && amount !== intent.amount) throw complain('amount', amount, intent.amount);
}

function walletOf(name: 'applePay' | 'googlePay'): Wallet {
  return name === 'applePay'
    ? { type: 'apple_pay', dynamic_last4: '4242', apple_pay: {} }
    : { type: 'google_pay', dynamic_last4: '4242', google_pay: {} };
}

export const tokenEndpoints = [
  endpoint(
    { method: 'POST', path: '/v1/confirmation_tokens', params: fromFrameParams, publishable: true },
    (double, input, caller) => {
      const read = readCard(input.payment_method_data, caller, double.world.clock.nowSeconds());
      if (input.client_wallet) read.card.wallet = walletOf(input.client_wallet);
      const token = addToken(double, {
        ...read,
        returnUrl: input.return_url,
        shipping: input.shipping,
        metadata: input.metadata,
      });
      token.use_stripe_sdk = input.use_stripe_sdk ?? true;
      if (input.client_context) double.state.tokenContexts.set(token.id, input.client_context);
      return token;
    },
  ),
  endpoint(
    { method: 'GET', path: '/v1/confirmation_tokens/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const token = double.state.tokens.get(path.id ?? '');
      if (!token) throw missing('ConfirmationToken', path.id ?? '', 'confirmation_token');
      return token;
    },
  ),
  endpoint(
    { method: 'POST', path: '/v1/test_helpers/confirmation_tokens', params: testHelperParams },
    (double, input, caller) => {
      const { payment_method: id, payment_method_data: data } = input;
      if (data) {
        const read = readCard(data, caller, double.world.clock.nowSeconds());
        return addToken(double, {
          ...read,
          returnUrl: input.return_url,
          shipping: input.shipping,
          metadata: input.metadata,
        });
      }
      if (!id) throw badParameter('Missing required param: payment_method.', 'payment_method', 'parameter_missing');
      const builtIn = builtInCard(double, id);
      const kept = double.state.methods.get(id);
      if (!builtIn && !kept) throw missing('PaymentMethod', id, 'payment_method');
      const source = builtIn ?? {
        card: kept?.card,
        billing: kept?.billing_details,
        behaviour: double.state.behaviours.get(id) ?? {},
      };
      if (!source.card || !source.billing) throw missing('PaymentMethod', id, 'payment_method');
      const { card, billing, behaviour } = source;
      return addToken(double, {
        card,
        billing,
        behaviour,
        returnUrl: input.return_url,
        shipping: input.shipping,
        metadata: input.metadata,
      });
    },
  ),
];
