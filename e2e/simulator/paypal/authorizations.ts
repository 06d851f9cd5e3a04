import { z } from 'zod';
import type { Call, Route } from '../world/exchange';
import { makeCapture, refuseKnownInvoice } from './captures';
import { type Double, newId, stamp } from './double';
import { dispatch } from './events';
import { type Authorization, type Capture, minorOf, type Order } from './objects';
import { findOrder, shown, touch } from './orders';
import { notFound, parse, unprocessable } from './problems';
import type { AddRoute } from './route';

const lifeMs = 29 * 24 * 60 * 60 * 1000;
const captureShape = z.looseObject({
  amount: z.strictObject({ currency_code: z.string(), value: z.string().regex(/^\d+(\.\d{1,2})?$/) }).optional(),
  final_capture: z.boolean().default(false),
});

/** Money that is held and taken later: authorise an approved order, then capture the hold or let it go. */
export function authorizationRoutes(double: Double, route: AddRoute): Route[] {
  const held = (call: Call) => {
    const found = findHold(double, call.params.id ?? '');
    if (!found) throw notFound();
    return found;
  };
  const base = '/v2/payments/authorizations/:id';
  return [
    route('POST', '/v2/checkout/orders/:id/authorize', (call) => ({
      status: 201,
      value: shown(double, authorizeOrder(double, findOrder(double, call.params.id ?? ''))),
    })),
    route('GET', base, (call) => ({ status: 200, value: held(call).hold })),
    route('POST', `${base}/capture`, (call, body) => ({
      status: 201,
      value: captureHold(double, held(call), parse(captureShape, body ?? {})),
    })),
    route('POST', `${base}/void`, (call) => {
      const { hold } = held(call);
      if (hold.status === 'VOIDED') throw unprocessable('PREVIOUSLY_VOIDED');
      if (hold.status !== 'CREATED') throw unprocessable('PREVIOUSLY_CAPTURED');
      change(double, hold, 'VOIDED');
      dispatch(double, 'PAYMENT.AUTHORIZATION.VOIDED', 'authorization', hold);
      const isWhole = /representation/.test(String(call.headers.prefer ?? ''));
      return isWhole ? { status: 200, value: hold } : { status: 204, value: null };
    }),
  ];
}

type Held = { order: Order; unit: Order['purchase_units'][number]; hold: Authorization };

function findHold(double: Double, id: string): Held | null {
  for (const order of double.state.orders.values())
    for (const unit of order.purchase_units)
      for (const hold of unit.payments?.authorizations ?? []) if (hold.id === id) return { order, unit, hold };
  return null;
}

function authorizeOrder(double: Double, order: Order): Order {
  if (order.intent !== 'AUTHORIZE') throw unprocessable('ACTION_DOES_NOT_MATCH_INTENT');
  if (order.status === 'COMPLETED') throw unprocessable('ORDER_ALREADY_AUTHORIZED');
  if (order.status !== 'APPROVED') throw unprocessable('ORDER_NOT_APPROVED');
  refuseKnownInvoice(double, order);
  for (const unit of order.purchase_units) {
    const hold = makeHold(double, unit);
    unit.payments = { authorizations: [hold] };
    dispatch(double, 'PAYMENT.AUTHORIZATION.CREATED', 'authorization', hold);
  }
  order.status = 'COMPLETED';
  touch(double, order);
  return order;
}

function makeHold(double: Double, unit: Held['unit']): Authorization {
  const id = newId();
  const at = stamp(double);
  const { currency_code, value } = unit.amount;
  const self = `${double.origin}/v2/payments/authorizations/${id}`;
  return {
    id,
    status: 'CREATED',
    amount: { currency_code, value },
    ...(unit.invoice_id ? { invoice_id: unit.invoice_id } : {}),
    ...(unit.custom_id ? { custom_id: unit.custom_id } : {}),
    seller_protection: {
      status: 'ELIGIBLE',
      dispute_categories: ['ITEM_NOT_RECEIVED', 'UNAUTHORIZED_TRANSACTION'],
    },
    expiration_time: new Date(Date.parse(at) + lifeMs).toISOString().replace('.000Z', 'Z'),
    create_time: at,
    update_time: at,
    links: [
      { href: self, rel: 'self', method: 'GET' },
      { href: `${self}/capture`, rel: 'capture', method: 'POST' },
      { href: `${self}/void`, rel: 'void', method: 'POST' },
    ],
  };
}

function captureHold(double: Double, { order, unit, hold }: Held, input: z.output<typeof captureShape>): Capture {
  if (hold.status === 'VOIDED') throw unprocessable('AUTHORIZATION_VOIDED');
  if (hold.status === 'CAPTURED') throw unprocessable('AUTHORIZATION_ALREADY_CAPTURED');
  if (double.world.clock.nowMs() > Date.parse(hold.expiration_time)) throw unprocessable('AUTHORIZATION_EXPIRED');
  const amount = input.amount ?? hold.amount;
  if (amount.currency_code !== hold.amount.currency_code) throw unprocessable('AUTH_CAPTURE_CURRENCY_MISMATCH');
  const captures = unit.payments?.captures ?? [];
  const taken = captures.reduce((sum, one) => sum + minorOf(one.amount), 0) + minorOf(amount);
  if (taken > minorOf(hold.amount)) throw unprocessable('MAX_CAPTURE_AMOUNT_EXCEEDED');
  const isLast = input.final_capture || taken === minorOf(hold.amount);
  const capture = { ...makeCapture(double, order, { ...unit, amount }, 'completed'), final_capture: isLast };
  unit.payments = { ...unit.payments, captures: [...captures, capture] };
  double.state.captures.set(capture.id, capture);
  double.state.orderOfCapture.set(capture.id, order.id);
  change(double, hold, isLast ? 'CAPTURED' : 'PARTIALLY_CAPTURED');
  dispatch(double, 'PAYMENT.CAPTURE.COMPLETED', 'capture', capture);
  return capture;
}

function change(double: Double, hold: Authorization, status: Authorization['status']): void {
  hold.status = status;
  hold.update_time = stamp(double);
  if (status !== 'PARTIALLY_CAPTURED') hold.links = hold.links.filter(({ rel }) => rel === 'self');
}
