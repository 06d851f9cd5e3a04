import { makeCapture } from './captures';
import { type Double, newId, paypalAccount, stamp } from './double';
import { dispatch } from './events';
import { type Capture, moneyOf, type Order } from './objects';

export type ForeignCapture = { amountMinor: number; currency: string; customId: string; invoiceId: string };

/**
 * Money that somebody else took into the merchant's linked account (as Messenger's native payments did): captured, under an
 * order that the shop never made. The shop meets it only through its id, the event and the transaction search.
 */
export function createForeignCapture(double: Double, input: ForeignCapture): Capture {
  const amount = moneyOf(input.amountMinor, input.currency.toUpperCase());
  const unit = { amount, custom_id: input.customId, invoice_id: input.invoiceId };
  const at = stamp(double);
  const order: Order = {
    id: newId(),
    intent: 'CAPTURE',
    status: 'COMPLETED',
    purchase_units: [
      {
        reference_id: 'default',
        ...unit,
        payee: { email_address: 'kasse@otterandottilie.example', merchant_id: paypalAccount.merchantId },
      },
    ],
    create_time: at,
    update_time: at,
    links: [],
    hidden: { context: {}, withSource: true, atMs: double.world.clock.nowMs() },
  };
  const capture = makeCapture(double, order, unit, 'completed');
  for (const one of order.purchase_units) one.payments = { captures: [capture] };
  double.state.orders.set(order.id, order);
  double.state.captures.set(capture.id, capture);
  double.state.orderOfCapture.set(capture.id, order.id);
  dispatch(double, 'PAYMENT.CAPTURE.COMPLETED', 'capture', capture);
  return capture;
}
