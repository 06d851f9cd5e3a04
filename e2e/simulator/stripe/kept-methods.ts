import { z } from 'zod';
import { endpoint } from './api';
import type { Double } from './double';
import { badParameter, missing } from './errors';
import { emit } from './events';
import { pageOf } from './lists';
import { findMethod } from './methods';
import type { PaymentIntent, PaymentMethod } from './objects';
import { pageParams, text } from './params';

function needCustomer(double: Double, id: string): void {
  if (!double.state.customers.has(id)) throw missing('customer', id, 'customer', 400);
}

function attach(double: Double, method: PaymentMethod, customer: string): void {
  if (method.customer === customer) return;
  if (method.customer) {
    throw badParameter(
      'The payment method you provided has already been attached to a customer.',
      'payment_method',
      'payment_method_already_attached',
    );
  }
  method.customer = customer;
  emit(double, 'payment_method.attached', method);
}

/** A payment of a customer that is to be kept attaches its card once it went through; what the bank asked then is known. */
export function attachAfter(double: Double, intent: PaymentIntent, method: PaymentMethod): void {
  if (!intent.customer || !intent.setup_future_usage) return;
  attach(double, method, intent.customer);
  const behaviour = double.state.behaviours.get(method.id);
  if (behaviour?.onlyUntilSetUp) double.state.behaviours.set(method.id, {});
}

/** A kept card pays only for the customer that it belongs to. */
export function refuseOther(intent: PaymentIntent, method: PaymentMethod): void {
  if (!method.customer || method.customer === intent.customer) return;
  const message = intent.customer
    ? `The payment method supplied (${method.id}) belongs to a different customer than ${intent.customer}.`
    : `The PaymentMethod supplied (${method.id}) belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`;
  throw badParameter(message, 'payment_method');
}

const listParams = z.strictObject({ ...pageParams, customer: text().optional(), type: text().optional() });

export const keptMethodEndpoints = [
  endpoint(
    { method: 'POST', path: '/v1/payment_methods/:id/attach', params: z.strictObject({ customer: text() }) },
    (double, { customer }, _caller, path) => {
      needCustomer(double, customer);
      const method = findMethod(double, path.id ?? '');
      attach(double, method, customer);
      return method;
    },
  ),
  endpoint(
    { method: 'POST', path: '/v1/payment_methods/:id/detach', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const method = findMethod(double, path.id ?? '');
      if (!method.customer) {
        throw badParameter(
          'The payment method you provided is not attached to a customer so detachment is impossible.',
          'payment_method',
        );
      }
      method.customer = null;
      double.state.detached.add(method.id);
      emit(double, 'payment_method.detached', method);
      return method;
    },
  ),
  endpoint({ method: 'GET', path: '/v1/payment_methods', params: listParams }, (double, input) => {
    if (input.customer) needCustomer(double, input.customer);
    const kept = [...double.state.methods.values()].filter((method) => method.customer === (input.customer ?? null));
    return pageOf('/v1/payment_methods', kept, input);
  }),
  endpoint(
    {
      method: 'GET',
      path: '/v1/customers/:id/payment_methods',
      params: z.strictObject({ ...pageParams, type: text().optional() }),
    },
    (double, input, _caller, path) => {
      const customer = path.id ?? '';
      if (!double.state.customers.has(customer)) throw missing('customer', customer, 'customer');
      const kept = [...double.state.methods.values()].filter((method) => method.customer === customer);
      return pageOf(`/v1/customers/${customer}/payment_methods`, kept, input);
    },
  ),
];
