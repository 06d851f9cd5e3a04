import { createHash } from 'node:crypto';
import { asId, type IdempotencyKey, type ProviderPaymentId } from '@/lib/domain/ids';
import { createBreaker } from '@/lib/domain/payments/breaker';
import type { Charge, PaymentOutcome, PaymentState, RefundOutcome } from '@/lib/domain/payments/payment';
import type { PaymentGateway } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { paypalText } from './amount';
import { type CallPaypal, createPaypalClient, type PaypalSettings } from './client';
import { orderRequest } from './order-request';
import { chargeOf, refundsOf, stateOf } from './order-state';
import { listCaptures } from './reporting';
import { captureSchema, orderSchema, type PaypalOrder, readProblem, refundSchema } from './shapes';

const READ_MS = 5_000;
const MOVE_MS = 20_000;
const KEY_LENGTH = 108;

/** What PayPal refuses for good: another way to pay helps. */
const REFUSED = ['TRANSACTION_REFUSED', 'PAYER_CANNOT_PAY', 'COMPLIANCE_VIOLATION', 'PAYEE_BLOCKED_TRANSACTION'];
/** What another source of money at PayPal helps against: she is sent back there. */
const CHOOSE_ANEW = ['INSTRUMENT_DECLINED', 'PAYER_ACTION_REQUIRED', 'REDIRECT_PAYER_FOR_ALTERNATE_FUNDING'];

/**
 * PayPal as a PaymentGateway: she approves on PayPal's page, and only our server captures. Nothing but a capture moves
 * money, and an order is captured once whatever happens. Source: Orders v2, Payments v2; reference/payments.md section 3.
 */
export function createPaypalGateway(settings: PaypalSettings): PaymentGateway {
  const call = createPaypalClient(settings);
  const livemode = settings.apiOrigin === 'https://api-m.paypal.com';
  const breaker = createBreaker(Date.now);

  const retrieve = async (id: ProviderPaymentId): Promise<PaymentState> => {
    const order = await readOrder(call, id);
    if (order.ok) return stateOf(order.value, livemode);
    // Orders that nobody approved are forgotten after some hours: nothing can be captured from them.
    return order.problem === 'not_found' ? { is: 'cancelled' } : { is: 'unknown' };
  };

  const captureOrder = async (id: ProviderPaymentId, key: IdempotencyKey): Promise<PaymentOutcome> => {
    const before = await readOrder(call, id);
    if (!before.ok) return { is: 'unknown' };
    const present = stateOf(before.value, livemode);
    if (present.is !== 'approved') return asOutcome(present);
    const answer = await call({
      method: 'POST',
      path: `/v2/checkout/orders/${encodeURIComponent(id)}/capture`,
      body: {},
      // The same for repetitions; another one once she has approved another source of money after a decline.
      requestId: requestIdOf(`${key}:${before.value.update_time ?? ''}`),
      timeoutMs: MOVE_MS,
    });
    if (answer.is === 'silence') return { is: 'unknown' };
    const captured = answer.status < 300 ? orderSchema.safeParse(answer.json) : null;
    if (captured?.success) return asOutcome(stateOf(captured.data, livemode));
    const problem = readProblem(answer.json);
    if (problem.issues.some((issue) => CHOOSE_ANEW.includes(issue)))
      return problem.redirect
        ? { is: 'approval_required', url: problem.redirect, declined: true }
        : { is: 'declined', reason: 'other_card' };
    if (problem.issues.some((issue) => REFUSED.includes(issue))) return { is: 'declined', reason: 'other_card' };
    // Captured already, still at work, or something nobody foresaw: the order itself says how it stands.
    const after = await retrieve(id);
    return after.is === 'approved' ? { is: 'unknown' } : asOutcome(after);
  };

  const lookUp = async (id: string): Promise<Result<Charge, 'not_found' | 'gateway_unavailable'>> => {
    const found = await findCapture(call, id);
    return found.ok ? succeed(chargeOf(found.value.order, found.value.capture, livemode)) : found;
  };

  return {
    retrieve,
    confirm: (id, _proof, key) => captureOrder(id, key),
    capture: (id, _amount, key) => captureOrder(id, key),

    async create(request, key) {
      const body = orderRequest(request);
      // Half a forint: there is no such order at PayPal.
      if (body === null) return fail('not_configured');
      // Only this call is spared: once money may have moved, the provider is always asked.
      if (!breaker.mayCall()) return fail('gateway_unavailable');
      const asked = { method: 'POST' as const, path: '/v2/checkout/orders', body };
      const answer = await call({ ...asked, requestId: requestIdOf(key), timeoutMs: READ_MS });
      if (answer.is === 'silence' || answer.status >= 500) {
        breaker.failed();
        return fail('gateway_unavailable');
      }
      breaker.answered();
      if (answer.status === 401 || answer.status === 403) return fail('not_configured');
      const order = orderSchema.safeParse(answer.json);
      return order.success ? succeed(asId<ProviderPaymentId>(order.data.id)) : fail('gateway_unavailable');
    },

    /** PayPal knows no cancelling: an order that our server does not capture moves no money, and lapses by itself. */
    async cancel(id) {
      const state = await retrieve(id);
      return state.is === 'approved' || state.is === 'approval_required' || state.is === 'declined'
        ? { is: 'cancelled' }
        : state;
    },

    async refund(request, key): Promise<RefundOutcome> {
      const { amount } = request;
      const value = paypalText(amount);
      if (value === null) return { is: 'refused', reason: 'DECIMALS_NOT_SUPPORTED' };
      const answer = await call({
        method: 'POST',
        path: `/v2/payments/captures/${encodeURIComponent(request.chargeId)}/refund`,
        body: {
          amount: { currency_code: amount.currency, value },
          ...(request.reference ? { custom_id: request.reference } : {}),
        },
        requestId: requestIdOf(key),
        timeoutMs: MOVE_MS,
      });
      if (answer.is === 'silence') return { is: 'unknown' };
      const refund = answer.status < 300 ? refundSchema.safeParse(answer.json) : null;
      if (refund?.success) {
        const { id: refundId, status, status_details } = refund.data;
        if (status === 'COMPLETED' || status === 'PENDING')
          return { is: status === 'COMPLETED' ? 'succeeded' : 'pending', refundId };
        return { is: 'refused', reason: status_details?.reason ?? status };
      }
      const problem = readProblem(answer.json);
      const isRefused = answer.status === 422 || answer.status === 404 || answer.status === 403;
      return isRefused ? { is: 'refused', reason: problem.issues[0] ?? problem.name } : { is: 'unknown' };
    },

    async listRefunds(chargeId) {
      const found = await findCapture(call, chargeId);
      if (!found.ok) return fail('gateway_unavailable');
      return succeed(found.value.order ? refundsOf(found.value.order, chargeId) : []);
    },

    findCharge: lookUp,

    listCharges: (since) => listCaptures(call, since, { livemode, lookUp }),
  };
}

type Lookup<T> = Promise<Result<T, 'not_found' | 'gateway_unavailable'>>;

async function readOrder(call: CallPaypal, id: string): Lookup<PaypalOrder> {
  const path = `/v2/checkout/orders/${encodeURIComponent(id)}`;
  const answer = await call({ method: 'GET', path, timeoutMs: READ_MS });
  if (answer.is === 'silence') return fail('gateway_unavailable');
  if (answer.status === 404) return fail('not_found');
  const order = answer.status === 200 ? orderSchema.safeParse(answer.json) : null;
  return order?.success ? succeed(order.data) : fail('gateway_unavailable');
}

/** A capture alone does not say what went back: its order lists the refunds. */
async function findCapture(call: CallPaypal, id: string) {
  const path = `/v2/payments/captures/${encodeURIComponent(id)}`;
  const answer = await call({ method: 'GET', path, timeoutMs: READ_MS });
  if (answer.is === 'silence') return fail('gateway_unavailable');
  if (answer.status === 404) return fail('not_found');
  const capture = answer.status === 200 ? captureSchema.safeParse(answer.json) : null;
  if (!capture?.success) return fail('gateway_unavailable');
  const orderId = capture.data.supplementary_data?.related_ids?.order_id;
  // Made by somebody else in our account, without an order: what went back of it only its status tells.
  if (!orderId) return succeed({ capture: capture.data, order: null });
  const order = await readOrder(call, orderId);
  if (!order.ok && order.problem === 'not_found') return succeed({ capture: capture.data, order: null });
  return order.ok ? succeed({ capture: capture.data, order: order.value }) : order;
}

function asOutcome(state: PaymentState): PaymentOutcome {
  if (state.is === 'unconfirmed' || state.is === 'cancelled') return { is: 'declined', reason: 'try_again' };
  return state.is === 'approved' ? { is: 'unknown' } : state;
}

function requestIdOf(key: string): string {
  return key.length <= KEY_LENGTH ? key : createHash('sha256').update(key).digest('base64url');
}
