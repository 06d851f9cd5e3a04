import { z } from 'zod';
import { type Caller, endpoint } from './api';
import { describeCard, fullBilling, methodDataParam, readCard } from './card-input';
import { type Behaviour, cardByMethod } from './cards';
import type { Double } from './double';
import { missing } from './errors';
import { newId } from './ids';
import type { BillingDetails, MethodCard, PaymentMethod } from './objects';

type NewMethod = { card: MethodCard; billing: BillingDetails; behaviour: Behaviour };

export function addMethod(double: Double, { card, billing, behaviour }: NewMethod): PaymentMethod {
  const method: PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billing,
    card,
    created: double.world.clock.nowSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
  double.state.methods.set(method.id, method);
  double.state.behaviours.set(method.id, behaviour);
  return method;
}

/** A built-in card by its method's name (`pm_card_visa`), as anyone may use it with a secret key. */
export function builtInCard(double: Double, id: string): NewMethod | null {
  const known = cardByMethod(id);
  if (!known) return null;
  const billing = fullBilling(undefined);
  const year = new Date(double.world.clock.nowMs()).getUTCFullYear() + 1;
  return { card: describeCard(known, { month: 8, year }, billing), billing, behaviour: known.behaviour };
}

/** The method of this id; a built-in one becomes a method of its own each time. */
export function findMethod(double: Double, id: string, param = 'payment_method', status = 404): PaymentMethod {
  const kept = double.state.methods.get(id);
  if (kept) return kept;
  const builtIn = builtInCard(double, id);
  if (builtIn) return addMethod(double, builtIn);
  throw missing('PaymentMethod', id, param, status);
}

export function methodFromData(double: Double, data: z.output<typeof methodDataParam>, caller: Caller): PaymentMethod {
  return addMethod(double, readCard(data, caller, double.world.clock.nowSeconds()));
}

export const methodEndpoints = [
  endpoint(
    { method: 'POST', path: '/v1/payment_methods', params: methodDataParam, publishable: true },
    (double, data, caller) => methodFromData(double, data, caller),
  ),
  endpoint(
    { method: 'GET', path: '/v1/payment_methods/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => findMethod(double, path.id ?? ''),
  ),
];
