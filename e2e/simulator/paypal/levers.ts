import { z } from 'zod';
import { answerJson, type Handler, Refusal, type Route, readJson } from '../world/exchange';
import { endReview, findCapture, refundCapture } from './captures';
import { decideDispute, disputeOfCapture, goOn, openDispute } from './disputes';
import type { Double } from './double';
import { PaypalProblem } from './problems';

const paymentsShape = z.strictObject({
  /** What the next capture does, whatever she chose. null takes it back. */
  nextCapture: z.enum(['completed', 'pending', 'declined', 'refused']).nullable().optional(),
  /** Ends the review of a pending capture. */
  review: z.strictObject({ capture: z.string(), end: z.enum(['complete', 'deny']) }).optional(),
  /** The merchant gives money back at PayPal's own dashboard. */
  refund: z.strictObject({ capture: z.string(), value: z.string().optional() }).optional(),
  /** She opens a case, goes on with it, or it is decided. */
  dispute: z
    .strictObject({
      capture: z.string(),
      kind: z.enum(['inquiry', 'claim', 'chargeback']).default('inquiry'),
      reason: z.string().default('MERCHANDISE_OR_SERVICE_NOT_RECEIVED'),
      goOn: z.enum(['reply', 'escalate']).optional(),
      close: z.enum(['won', 'lost', 'cancelled']).optional(),
    })
    .optional(),
});

const deliveriesShape = z.strictObject({
  hold: z.boolean().optional(),
  drop: z.boolean().optional(),
  /** Delivers an old event once more, under the same id. */
  repeat: z.string().optional(),
});

/** The levers of the simulated PayPal, and what a test may read plainly. */
export function leverRoutes(double: Double): Route[] {
  return [
    { method: 'POST', pattern: '/control/payments', handler: asRefusal((call) => setPayments(double, call)) },
    { method: 'POST', pattern: '/control/deliveries', handler: (call) => setDeliveries(double, call) },
    {
      method: 'GET',
      pattern: '/control/deliveries',
      handler: () => answerJson({ attempts: double.state.attempts, held: double.state.held }),
    },
    {
      method: 'GET',
      pattern: '/control/paypal/captures',
      handler: () => answerJson({ captures: [...double.state.captures.values()] }),
    },
  ];
}

type Call = Parameters<Handler>[0];

function setPayments(double: Double, call: Call) {
  const wish = readJson(call, paymentsShape);
  if (wish.nextCapture !== undefined) double.state.levers.nextCapture = wish.nextCapture;
  if (wish.review) endReview(double, findCapture(double, wish.review.capture), wish.review.end);
  if (wish.refund) {
    const capture = findCapture(double, wish.refund.capture);
    const { currency_code } = capture.amount;
    const { value } = wish.refund;
    refundCapture(double, capture, value === undefined ? {} : { amount: { currency_code, value } });
  }
  if (wish.dispute) playDispute(double, wish.dispute);
  return answerJson({ ok: true });
}

function playDispute(double: Double, wish: NonNullable<z.output<typeof paymentsShape>['dispute']>): void {
  const { capture, kind, reason, goOn: how, close } = wish;
  if (how) goOn(double, disputeOfCapture(double, capture), how);
  else if (close) decideDispute(double, disputeOfCapture(double, capture), close);
  else openDispute(double, findCapture(double, capture), kind, reason);
}

function setDeliveries(double: Double, call: Call) {
  const wish = readJson(call, deliveriesShape);
  const { state } = double;
  if (wish.hold !== undefined) state.levers.hold = wish.hold;
  if (wish.drop) state.held = [];
  if (wish.hold === false) for (const id of state.held.splice(0)) redeliver(double, id);
  if (wish.repeat) redeliver(double, wish.repeat);
  return answerJson({ ok: true, held: state.held.length });
}

function redeliver(double: Double, id: string): void {
  const event = double.state.events.get(id);
  if (!event) throw new Refusal(400, `There is no event ${id}.`);
  double.onEvent(event);
}

function asRefusal(handler: Handler): Handler {
  return async (call) => {
    try {
      return await handler(call);
    } catch (error) {
      if (error instanceof PaypalProblem) throw new Refusal(400, error.message);
      throw error;
    }
  };
}
