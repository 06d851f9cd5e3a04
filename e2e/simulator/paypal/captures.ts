import { z } from 'zod';
import { type Double, newId, stamp } from './double';
import { dispatch } from './events';
import { type Behaviour, type Capture, minorOf, moneyOf, type Order, type Refund } from './objects';
import { approvalUrl, checkMoney, touch } from './orders';
import { notFound, unprocessable } from './problems';

/** Takes the money of an approved order, once, as what she chose allows. */
export function captureOrder(double: Double, order: Order): Order {
  if (order.status === 'COMPLETED') throw unprocessable('ORDER_ALREADY_CAPTURED');
  if (order.intent !== 'CAPTURE') throw unprocessable('ACTION_DOES_NOT_MATCH_INTENT');
  if (order.status !== 'APPROVED') throw unprocessable('ORDER_NOT_APPROVED');
  const { state } = double;
  const behaviour = state.levers.nextCapture ?? state.behaviours.get(order.id) ?? 'completed';
  state.levers.nextCapture = null;
  refuseKnownInvoice(double, order);
  if (behaviour === 'refused') throw unprocessable('TRANSACTION_REFUSED');
  if (behaviour === 'declined') {
    order.status = 'PAYER_ACTION_REQUIRED';
    touch(double, order);
    throw unprocessable('INSTRUMENT_DECLINED', { redirect: approvalUrl(double, order) });
  }
  for (const unit of order.purchase_units) {
    const capture = makeCapture(double, order, unit, behaviour);
    unit.payments = { captures: [capture] };
    state.captures.set(capture.id, capture);
    state.orderOfCapture.set(capture.id, order.id);
    dispatch(double, `PAYMENT.CAPTURE.${capture.status}`, 'capture', capture);
  }
  order.status = 'COMPLETED';
  touch(double, order);
  return order;
}

/** An invoice is paid once: PayPal's second guard against paying twice. */
export function refuseKnownInvoice({ state }: Double, order: Order): void {
  const invoices = order.purchase_units.map((unit) => unit.invoice_id);
  const used = [...state.captures.values()].some(
    ({ invoice_id, status }) => invoice_id !== undefined && status !== 'DECLINED' && invoices.includes(invoice_id),
  );
  if (used) throw unprocessable('DUPLICATE_INVOICE_ID');
}

export function makeCapture(
  double: Double,
  order: Order,
  unit: Pick<Order['purchase_units'][number], 'amount' | 'invoice_id' | 'custom_id'>,
  behaviour: Behaviour,
): Capture {
  const id = newId();
  const at = stamp(double);
  const { currency_code, value } = unit.amount;
  const amount = { currency_code, value };
  const fee = Math.round(minorOf(amount) * 0.0299) + 39;
  const self = `${double.origin}/v2/payments/captures/${id}`;
  return {
    id,
    status: behaviour === 'pending' ? 'PENDING' : 'COMPLETED',
    ...(behaviour === 'pending' ? { status_details: { reason: 'PENDING_REVIEW' } } : {}),
    amount,
    final_capture: true,
    ...(unit.invoice_id ? { invoice_id: unit.invoice_id } : {}),
    ...(unit.custom_id ? { custom_id: unit.custom_id } : {}),
    seller_protection: {
      status: 'ELIGIBLE',
      dispute_categories: ['ITEM_NOT_RECEIVED', 'UNAUTHORIZED_TRANSACTION'],
    },
    seller_receivable_breakdown: {
      gross_amount: amount,
      paypal_fee: moneyOf(fee, currency_code),
      net_amount: moneyOf(minorOf(amount) - fee, currency_code),
    },
    supplementary_data: { related_ids: { order_id: order.id } },
    create_time: at,
    update_time: at,
    links: [
      { href: self, rel: 'self', method: 'GET' },
      { href: `${self}/refund`, rel: 'refund', method: 'POST' },
      { href: `${double.origin}/v2/checkout/orders/${order.id}`, rel: 'up', method: 'GET' },
    ],
  };
}

export function findCapture(double: Double, id: string): Capture {
  const capture = double.state.captures.get(id);
  if (!capture) throw notFound();
  return capture;
}

/** A review ends: the money comes, or it does not. */
export function endReview(double: Double, capture: Capture, end: 'complete' | 'deny'): void {
  capture.status = end === 'complete' ? 'COMPLETED' : 'DECLINED';
  delete capture.status_details;
  capture.update_time = stamp(double);
  const type = end === 'complete' ? 'PAYMENT.CAPTURE.COMPLETED' : 'PAYMENT.CAPTURE.DENIED';
  dispatch(double, type, 'capture', capture);
}

export const refundShape = z.looseObject({
  amount: z.strictObject({ currency_code: z.string(), value: z.string().regex(/^\d+(\.\d{1,2})?$/) }).optional(),
  custom_id: z.string().max(127).optional(),
  invoice_id: z.string().max(127).optional(),
  note_to_payer: z.string().max(255).optional(),
});

/** Gives back all or a part of a capture; an empty body means all that is left. */
export function refundCapture(double: Double, capture: Capture, input: z.output<typeof refundShape>): Refund {
  if (capture.status === 'REFUNDED') throw unprocessable('CAPTURE_FULLY_REFUNDED');
  if (capture.status !== 'COMPLETED' && capture.status !== 'PARTIALLY_REFUNDED')
    throw unprocessable('CAPTURE_STATUS_NOT_VALID');
  const order = double.state.orders.get(double.state.orderOfCapture.get(capture.id) ?? '');
  const payments = order?.purchase_units.find((unit) => unit.payments?.captures?.includes(capture))?.payments;
  if (!payments) throw notFound();
  const { currency_code } = capture.amount;
  const left = minorOf(leftOf(double, capture));
  const before = minorOf(capture.amount) - left;
  const amount = input.amount ?? moneyOf(left, currency_code);
  if (amount.currency_code !== currency_code) throw unprocessable('REFUND_CAPTURE_CURRENCY_MISMATCH');
  checkMoney(amount);
  if (minorOf(amount) > left) throw unprocessable('REFUND_AMOUNT_EXCEEDED');
  if (minorOf(amount) < left && isDisputed(double, capture.id)) throw unprocessable('TRANSACTION_DISPUTED');
  const refund = makeRefund(double, capture, { ...input, amount }, before);
  payments.refunds = [...(payments.refunds ?? []), refund];
  double.state.refunds.set(refund.id, refund);
  capture.status = minorOf(amount) === left ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  capture.update_time = refund.create_time;
  dispatch(double, 'PAYMENT.CAPTURE.REFUNDED', 'refund', refund);
  return refund;
}

/** What of a capture has not gone back. */
export function leftOf({ state }: Double, capture: Capture): Capture['amount'] {
  const order = state.orders.get(state.orderOfCapture.get(capture.id) ?? '');
  const payments = order?.purchase_units.find((unit) => unit.payments?.captures?.includes(capture))?.payments;
  const gone = (payments?.refunds ?? []).reduce((sum, one) => sum + minorOf(one.amount), 0);
  return moneyOf(minorOf(capture.amount) - gone, capture.amount.currency_code);
}

// While there is an open case about a payment, only all of it can be given back.
function isDisputed({ state }: Double, captureId: string): boolean {
  return [...state.disputes.values()].some(
    ({ disputed_transactions: [first], status }) => first?.seller_transaction_id === captureId && status !== 'RESOLVED',
  );
}

function makeRefund(
  double: Double,
  capture: Capture,
  input: z.output<typeof refundShape> & { amount: Refund['amount'] },
  beforeMinor: number,
): Refund {
  const id = newId();
  const at = stamp(double);
  const { amount, custom_id, invoice_id, note_to_payer } = input;
  return {
    id,
    status: 'COMPLETED',
    amount,
    ...(invoice_id ? { invoice_id } : {}),
    ...(custom_id ? { custom_id } : {}),
    ...(note_to_payer ? { note_to_payer } : {}),
    seller_payable_breakdown: {
      gross_amount: amount,
      total_refunded_amount: moneyOf(beforeMinor + minorOf(amount), amount.currency_code),
    },
    create_time: at,
    update_time: at,
    links: [
      { href: `${double.origin}/v2/payments/refunds/${id}`, rel: 'self', method: 'GET' },
      { href: `${double.origin}/v2/payments/captures/${capture.id}`, rel: 'up', method: 'GET' },
    ],
  };
}
