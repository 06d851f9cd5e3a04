import { z } from 'zod';
import { endpoint } from './api';
import { confirmIntent, confirmParams } from './confirming';
import { badParameter, StripeProblem } from './errors';
import { createIntent, createParams, findIntent, updateIntent, updateParams } from './intent-booking';
import { inRange, pageOf } from './lists';
import type { PaymentIntent } from './objects';
import { pageParams, rangeParam, text } from './params';
import { matchesQuery } from './search';

const retrieveParams = z.strictObject({ client_secret: text().optional() });
const listParams = z.strictObject({ ...pageParams, created: rangeParam.optional(), customer: text().optional() });
const searchParams = z.strictObject({ query: text(), limit: pageParams.limit, page: text().optional() });

/** A page may see its own payment, less what only the shop's server may know. */
export function forPage(intent: PaymentIntent) {
  const { metadata, customer, transfer_data, transfer_group, application, on_behalf_of, ...seen } = intent;
  const { latest_charge, statement_descriptor, statement_descriptor_suffix, review, ...rest } = seen;
  return rest;
}

function checkSecret(intent: PaymentIntent, publishable: boolean, secret: string | undefined): void {
  if (!publishable && secret === undefined) return;
  if (publishable && secret === undefined) {
    throw new StripeProblem(
      401,
      { type: 'invalid_request_error', message: 'A publishable key needs the client_secret of this PaymentIntent.' },
      false,
    );
  }
  if (secret !== intent.client_secret) {
    const code = 'payment_intent_invalid_parameter';
    const message = 'The client_secret provided does not match the client_secret associated with the PaymentIntent.';
    throw badParameter(message, 'client_secret', code);
  }
}

export const intentEndpoints = [
  endpoint({ method: 'POST', path: '/v1/payment_intents', params: createParams }, (double, input, caller) => {
    const intent = createIntent(double, input);
    if (input.confirm) confirmIntent(double, intent, input, caller);
    return intent;
  }),
  endpoint({ method: 'GET', path: '/v1/payment_intents', params: listParams }, (double, input) => {
    const wanted = [...double.state.intents.values()].filter(
      (intent) =>
        (input.customer === undefined || intent.customer === input.customer) && inRange(intent.created, input.created),
    );
    return pageOf('/v1/payment_intents', wanted, input);
  }),
  endpoint({ method: 'GET', path: '/v1/payment_intents/search', params: searchParams }, (double, input) => {
    const found = [...double.state.intents.values()].filter((intent) => matchesQuery(input.query, intent));
    const data = found.reverse().slice(0, input.limit ?? 10);
    return { object: 'search_result', data, has_more: false, next_page: null, url: '/v1/payment_intents/search' };
  }),
  endpoint(
    { method: 'GET', path: '/v1/payment_intents/:id', params: retrieveParams, publishable: true },
    (double, input, caller, path) => {
      const intent = findIntent(double, path.id ?? '');
      checkSecret(intent, caller.publishable, input.client_secret);
      return caller.publishable ? forPage(intent) : intent;
    },
  ),
  endpoint({ method: 'POST', path: '/v1/payment_intents/:id', params: updateParams }, (double, input, _caller, path) =>
    updateIntent(double, findIntent(double, path.id ?? ''), input),
  ),
  endpoint(
    { method: 'POST', path: '/v1/payment_intents/:id/confirm', params: confirmParams, publishable: true },
    (double, input, caller, path) => {
      const intent = findIntent(double, path.id ?? '');
      checkSecret(intent, caller.publishable, input.client_secret);
      confirmIntent(double, intent, input, caller);
      return caller.publishable ? forPage(intent) : intent;
    },
  ),
];
