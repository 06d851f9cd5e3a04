import { ApiError, CheckoutPaymentIntent, OrderStatus } from '@paypal/paypal-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPaypal, type PaypalWorld } from './paypal-world';

let paypal: PaypalWorld;
beforeAll(async () => {
  paypal = await openPaypal();
});
afterAll(() => paypal.close());

let invoices = 0;
const euro = (value: string) => ({ currencyCode: 'EUR', value });

function order({ total = '13.80', itemTotal = '8.90' } = {}) {
  invoices += 1;
  return {
    intent: CheckoutPaymentIntent.Capture,
    purchaseUnits: [
      {
        customId: `attempt-${invoices}`,
        invoiceId: `attempt-${invoices}`,
        amount: { ...euro(total), breakdown: { itemTotal: euro(itemTotal), shipping: euro('4.90') } },
        items: [{ name: 'Seven houses', quantity: '1', unitAmount: euro('8.90') }],
      },
    ],
    paymentSource: {
      paypal: { experienceContext: { returnUrl: 'http://localhost/back', cancelUrl: 'http://localhost/no' } },
    },
  };
}

async function create(body = order(), paypalRequestId?: string) {
  const { result } = await paypal.orders.createOrder({ body, prefer: 'return=representation', ...(paypalRequestId ? { paypalRequestId } : {}) });
  if (!result.id) throw new Error('an order without an id');
  return { ...result, id: result.id };
}

const choose = (id: string, result: 'pay' | 'decline' | 'cancel') =>
  fetch(`${paypal.double.origin}/checkoutnow?token=${id}`, {
    method: 'POST',
    body: new URLSearchParams({ result }),
    redirect: 'manual',
  });

async function issueOf(work: Promise<unknown>): Promise<[number, unknown]> {
  const problem = await work.then(() => null).catch((error: unknown) => error);
  if (!(problem instanceof ApiError)) throw new Error('PayPal refused nothing');
  return [problem.statusCode, JSON.parse(String(problem.body)).details[0]?.issue];
}

describe('PayPal’s own client at the double', () => {
  it('creates, sends her to approve, captures and gives back', async () => {
    const made = await create();
    expect(made.status).toBe(OrderStatus.PayerActionRequired);
    expect(made.links?.find(({ rel }) => rel === 'payer-action')?.href).toContain(made.id);
    expect(await issueOf(paypal.orders.captureOrder({ id: made.id }))).toEqual([422, 'ORDER_NOT_APPROVED']);
    const back = await choose(made.id, 'pay');
    expect(back.headers.get('location')).toMatch(new RegExp(`^http://localhost/back\\?token=${made.id}&PayerID=`));
    const captured = (await paypal.orders.captureOrder({ id: made.id })).result;
    const capture = captured.purchaseUnits?.[0]?.payments?.captures?.[0];
    expect(captured.status).toBe(OrderStatus.Completed);
    expect(capture).toMatchObject({ status: 'COMPLETED', amount: euro('13.80') });
    expect(await issueOf(paypal.orders.captureOrder({ id: made.id }))).toEqual([422, 'ORDER_ALREADY_CAPTURED']);

    const captureId = capture?.id ?? '';
    const part = await paypal.payments.refundCapturedPayment({ captureId, body: { amount: euro('3.80') } });
    expect(part.result).toMatchObject({ status: 'COMPLETED', amount: euro('3.80') });
    const tooMuch = paypal.payments.refundCapturedPayment({ captureId, body: { amount: euro('10.01') } });
    expect(await issueOf(tooMuch)).toEqual([422, 'REFUND_AMOUNT_EXCEEDED']);
    await paypal.payments.refundCapturedPayment({ captureId });
    expect((await paypal.payments.getCapturedPayment({ captureId })).result.status).toBe('REFUNDED');
  });

  it('does the work of one request id once', async () => {
    const body = order();
    const [first, second] = [await create(body, 'attempt:1:create'), await create(body, 'attempt:1:create')];
    expect(second.id).toBe(first.id);
  });

  it('refuses sums that do not add up, and currencies and decimals that are none', async () => {
    const refused = (body: ReturnType<typeof order>) => issueOf(paypal.orders.createOrder({ body }));
    expect(await refused(order({ itemTotal: '8.80', total: '13.70' }))).toEqual([422, 'ITEM_TOTAL_MISMATCH']);
    expect(await refused(order({ total: '13.81' }))).toEqual([422, 'AMOUNT_MISMATCH']);
    expect(await refused(order({ total: '13.801' }))).toEqual([422, 'DECIMAL_PRECISION']);
  });

  it('sends her back to PayPal after a declined card', async () => {
    const { id } = await create();
    await choose(id, 'decline');
    expect(await issueOf(paypal.orders.captureOrder({ id }))).toEqual([422, 'INSTRUMENT_DECLINED']);
    await choose(id, 'pay');
    expect((await paypal.orders.captureOrder({ id })).result.status).toBe(OrderStatus.Completed);
  });

  it('forgets an order that nobody approved within three hours', async () => {
    const { id } = await create();
    await paypal.pull('/control/clock', { advanceSeconds: 3 * 60 * 60 + 1 });
    expect(await issueOf(paypal.orders.getOrder({ id }))).toEqual([404, 'INVALID_RESOURCE_ID']);
  });

  it('keeps a payment for review, until it is decided', async () => {
    await paypal.pull('/control/payments', { nextCapture: 'pending' });
    const { id } = await create();
    await choose(id, 'pay');
    const captured = (await paypal.orders.captureOrder({ id })).result;
    const capture = captured.purchaseUnits?.[0]?.payments?.captures?.[0];
    expect(capture?.status).toBe('PENDING');
    await paypal.pull('/control/payments', { review: { capture: capture?.id, end: 'deny' } });
    expect((await paypal.payments.getCapturedPayment({ captureId: capture?.id ?? '' })).result.status).toBe('DECLINED');
  });
});
