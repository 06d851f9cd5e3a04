import { currencySchema, fromDecimalText, type Money } from '@/lib/domain/money';
import type { Charge, PaymentState, ProviderRefund } from '@/lib/domain/payments/payment';
import { linkOf, type PaypalCapture, type PaypalOrder, type PaypalRefund } from './shapes';

/** PayPal's statuses of a capture whose money came in. */
const TAKEN = ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'];

/**
 * What an order means for us. A completed order says nothing about the money: its capture does.
 * Source: Orders v2, order and capture status.
 */
export function stateOf(order: PaypalOrder, livemode: boolean): PaymentState {
  const captures = order.purchase_units.flatMap((unit) => unit.payments?.captures ?? []);
  const taken = captures.find(({ status }) => TAKEN.includes(status));
  if (taken) return { is: 'succeeded', charge: chargeOf(order, taken, livemode) };
  if (captures.some(({ status }) => status === 'PENDING')) return { is: 'pending' };
  switch (order.status) {
    case 'APPROVED':
      return { is: 'approved' };
    case 'CREATED':
    case 'SAVED':
    case 'PAYER_ACTION_REQUIRED': {
      const url = linkOf(order.links, 'payer-action') ?? linkOf(order.links, 'approve');
      return url ? { is: 'approval_required', url, declined: false } : { is: 'unknown' };
    }
    case 'COMPLETED':
      return captures.some(({ status }) => status === 'DECLINED' || status === 'FAILED')
        ? { is: 'declined', reason: 'other_card' }
        : { is: 'unknown' };
    case 'VOIDED':
      return { is: 'cancelled' };
    default:
      return { is: 'unknown' };
  }
}

/** A capture in our words. A currency that the shop does not sell in throws: such money needs a person. */
export function chargeOf(order: PaypalOrder | null, capture: PaypalCapture, livemode: boolean): Charge {
  const amount = moneyOf(capture.amount);
  const isTaken = TAKEN.includes(capture.status);
  return {
    id: capture.id,
    provider: 'paypal',
    paymentId: order?.id ?? null,
    amount,
    captured: isTaken,
    capturedMinor: isTaken ? amount.amountMinor : 0,
    refundedMinor: refundedMinorOf(order, capture),
    card: null,
    reference: capture.custom_id ?? order?.purchase_units[0]?.custom_id ?? null,
    livemode,
  };
}

function refundedMinorOf(order: PaypalOrder | null, capture: PaypalCapture): number {
  if (capture.status === 'REFUNDED') return moneyOf(capture.amount).amountMinor;
  if (!order) return 0;
  return refundsOf(order, capture.id)
    .filter(({ status }) => status !== 'failed')
    .reduce((sum, refund) => sum + refund.amount.amountMinor, 0);
}

/** The refunds of one capture, as its order lists them, newest first. */
export function refundsOf(order: PaypalOrder, captureId: string): ProviderRefund[] {
  return order.purchase_units
    .flatMap((unit) => unit.payments?.refunds ?? [])
    .filter((refund) => linkOf(refund.links, 'up')?.endsWith(`/captures/${captureId}`))
    .map(refundOf)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

function refundOf(refund: PaypalRefund): ProviderRefund {
  const failed = refund.status === 'FAILED' || refund.status === 'CANCELLED';
  return {
    id: refund.id,
    amount: moneyOf(refund.amount),
    status: failed ? 'failed' : refund.status === 'COMPLETED' ? 'succeeded' : 'pending',
    failure: failed ? (refund.status_details?.reason ?? refund.status) : null,
    reference: refund.custom_id ?? null,
    createdAt: new Date(refund.create_time),
  };
}

/** "19.99" of PayPal in minor units; throws for what is no exact amount of a currency we sell in. */
export function moneyOf(amount: { currency_code: string; value: string }): Money {
  const money = fromDecimalText(amount.value, currencySchema.parse(amount.currency_code));
  if (!money) throw new Error('an amount of PayPal is not exact');
  return money;
}
