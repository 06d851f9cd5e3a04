import { z } from 'zod';
import { endpoint } from './api';
import type { Double } from './double';
import { missing } from './errors';
import { emit } from './events';
import { inRange, pageOf } from './lists';
import { mergeMetadata } from './metadata';
import type { Charge } from './money-objects';
import { metadataParam, pageParams, rangeParam, text } from './params';
import { matchesQuery } from './search';

export function findCharge(double: Double, id: string, param = 'charge', status = 404): Charge {
  const charge = double.state.charges.get(id);
  if (!charge) throw missing('charge', id, param, status);
  return charge;
}

const listParams = z.strictObject({
  ...pageParams,
  created: rangeParam.optional(),
  customer: text().optional(),
  payment_intent: text().optional(),
  transfer_group: text().optional(),
});
const searchParams = z.strictObject({ query: text(), limit: pageParams.limit, page: text().optional() });
const updateParams = z.strictObject({
  description: z.string().optional(),
  metadata: metadataParam.optional(),
  receipt_email: z.string().optional(),
});

export const chargeEndpoints = [
  endpoint({ method: 'GET', path: '/v1/charges', params: listParams }, (double, input) => {
    const wanted = [...double.state.charges.values()].filter(
      (charge) =>
        (input.payment_intent === undefined || charge.payment_intent === input.payment_intent) &&
        (input.customer === undefined || charge.customer === input.customer) &&
        inRange(charge.created, input.created),
    );
    return pageOf('/v1/charges', wanted, input);
  }),
  endpoint({ method: 'GET', path: '/v1/charges/search', params: searchParams }, (double, input) => {
    const found = [...double.state.charges.values()].filter((charge) => matchesQuery(input.query, charge));
    const data = found.reverse().slice(0, input.limit ?? 10);
    return { object: 'search_result', data, has_more: false, next_page: null, url: '/v1/charges/search' };
  }),
  endpoint({ method: 'GET', path: '/v1/charges/:id', params: z.strictObject({}) }, (double, _input, _caller, path) =>
    findCharge(double, path.id ?? '', 'id'),
  ),
  endpoint({ method: 'POST', path: '/v1/charges/:id', params: updateParams }, (double, input, _caller, path) => {
    const charge = findCharge(double, path.id ?? '', 'id');
    if (input.description !== undefined) charge.description = input.description || null;
    if (input.receipt_email !== undefined) charge.receipt_email = input.receipt_email || null;
    charge.metadata = mergeMetadata(charge.metadata, input.metadata);
    emit(double, 'charge.updated', charge);
    return charge;
  }),
  endpoint(
    { method: 'GET', path: '/v1/balance_transactions/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const transaction = double.state.transactions.get(path.id ?? '');
      if (!transaction) throw missing('balance transaction', path.id ?? '', 'id');
      return transaction;
    },
  ),
];
