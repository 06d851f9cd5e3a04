import type { Double } from './double';
import { badParameter } from './errors';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined };
type JsonObject = { [name: string]: Json | undefined };

/** Which fields of which object may be expanded. */
const expandable: Record<string, string[]> = {
  'checkout.session': ['payment_intent', 'customer'],
  payment_intent: ['latest_charge', 'payment_method', 'customer'],
  charge: ['balance_transaction', 'customer', 'payment_intent', 'refunds'],
  refund: ['balance_transaction', 'charge', 'payment_intent', 'payment_method', 'failure_balance_transaction'],
  dispute: ['charge', 'payment_intent'],
  balance_transaction: ['source'],
  payment_method: ['customer'],
  'radar.early_fraud_warning': ['charge', 'payment_intent'],
};

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fetchById(double: Double, id: string): unknown {
  const { state } = double;
  const stores = [
    state.charges,
    state.intents,
    state.methods,
    state.customers,
    state.transactions,
    state.refunds,
    state.disputes,
  ];
  return stores.map((store) => store.get(id)).find((found) => found !== undefined);
}

/** A copy as it crosses the wire, so that nobody can change the double's own object. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null));
}

function refundsOf(double: Double, charge: string): Json {
  const data = [...double.state.refunds.values()].filter((refund) => refund.charge === charge).reverse();
  return { object: 'list', data: toJson(data), has_more: false, url: `/v1/charges/${charge}/refunds` };
}

function expandInto(double: Double, at: Json | undefined, path: string[], whole: string): void {
  if (Array.isArray(at)) {
    for (const element of at) expandInto(double, element, path, whole);
    return;
  }
  const [name, ...rest] = path;
  if (!isObject(at) || name === undefined) return;
  const kind = typeof at.object === 'string' ? at.object : '';
  const container = kind === 'list' || kind === 'search_result';
  const allowed = expandable[kind] ?? [];
  if (!container && !allowed.includes(name)) {
    // Inside a plain part (last_payment_error, next_action) a deeper field may still be expandable.
    if (!isObject(at[name]) || rest.length === 0) {
      throw badParameter(`This property cannot be expanded (${whole}).`, 'expand');
    }
  }
  if (kind === 'charge' && name === 'refunds' && typeof at.id === 'string') at.refunds = refundsOf(double, at.id);
  const value = at[name];
  if (typeof value === 'string' && !container) at[name] = toJson(fetchById(double, value) ?? value);
  if (rest.length > 0) expandInto(double, at[name], rest, whole);
}

/** The answer with the wished objects in place of their ids; throws 400 for what Stripe does not expand. */
export function expand(double: Double, answer: unknown, wishes: string[]): Json {
  const json = toJson(answer);
  for (const wish of wishes) {
    const path = wish.split('.');
    if (path.length > 4) {
      throw badParameter(`You cannot expand more than 4 levels of a property. Property: ${wish}`, 'expand');
    }
    expandInto(double, json, path, wish);
  }
  return json;
}
