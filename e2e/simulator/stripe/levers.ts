import { z } from 'zod';
import { answerJson, type Handler, Refusal, type Route, readJson } from '../world/exchange';
import { cardByMethod, testCards } from './cards';
import { findCharge } from './charges';
import { decideDispute, openDispute, warnOfFraud } from './dispute-opening';
import { type Double, later } from './double';
import { StripeProblem } from './errors';
import { dispatch } from './events';
import { newId } from './ids';
import type { Charge } from './money-objects';
import { failRefund } from './refunds';

const paymentsShape = z.strictObject({
  /** `declined` (see the nicknames), a `pm_card_…` name or a test number; what it does is done by the next card, whichever it is. null takes it back. */
  nextCard: z.string().nullable().optional(),
  dispute: z
    .strictObject({
      charge: z.string().optional(),
      reason: z.enum(['fraudulent', 'product_not_received', 'inquiry', 'early_warning']).default('fraudulent'),
      close: z.enum(['won', 'lost']).optional(),
    })
    .optional(),
  /** true: the next refund fails later; an id: this one fails now. */
  failRefund: z.union([z.boolean(), z.string()]).optional(),
  wallets: z.array(z.enum(['applePay', 'googlePay', 'link'])).optional(),
});

/** Plain words for what tests wish most. */
const nicknames: Record<string, string> = {
  declined: 'pm_card_visa_chargeDeclined',
  insufficient_funds: 'pm_card_visa_chargeDeclinedInsufficientFunds',
  expired: 'pm_card_chargeDeclinedExpiredCard',
  authentication: 'pm_card_threeDSecureRequired',
};

const deliveriesShape = z.strictObject({
  hold: z.boolean().optional(),
  flush: z.enum(['in-order', 'reversed']).optional(),
  /** Forgets what is held instead of delivering it. */
  drop: z.boolean().optional(),
  retrySeconds: z.array(z.number().min(0)).max(50).optional(),
  signing: z.enum(['normal', 'wrong', 'two-secrets', 'stale']).optional(),
  /** Delivers an old event once more: the same id, or a second id for the same happening. */
  repeat: z.strictObject({ event: z.string(), freshId: z.boolean().default(false) }).optional(),
});

function chargeFor(double: Double, id: string | undefined): Charge {
  if (id !== undefined) {
    const viaIntent = double.state.intents.get(id)?.latest_charge;
    return findCharge(double, viaIntent ?? id);
  }
  const newest = [...double.state.charges.values()].reverse().find((charge) => charge.paid && charge.captured);
  if (!newest) throw new Refusal(400, 'There is no paid charge yet.');
  return newest;
}

function moveDispute(double: Double, wish: NonNullable<z.output<typeof paymentsShape>['dispute']>): unknown {
  const charge = chargeFor(double, wish.charge);
  if (wish.close) {
    const open = [...double.state.disputes.values()].find((dispute) => dispute.charge === charge.id);
    if (!open) throw new Refusal(400, `${charge.id} is not disputed.`);
    decideDispute(double, open, wish.close);
    return open;
  }
  if (wish.reason === 'early_warning') return warnOfFraud(double, charge);
  return openDispute(double, charge, wish.reason);
}

function asRefusal(handler: Handler): Handler {
  return async (call) => {
    try {
      return await handler(call);
    } catch (error) {
      if (error instanceof StripeProblem) throw new Refusal(400, error.message);
      throw error;
    }
  };
}

function setPayments(double: Double): Handler {
  return asRefusal((call) => {
    const wish = readJson(call, paymentsShape);
    const { levers } = double.state;
    const card = wish.nextCard ? (nicknames[wish.nextCard] ?? wish.nextCard) : wish.nextCard;
    if (card && !cardByMethod(card) && !testCards.some((known) => known.number === card)) {
      const words = Object.keys(nicknames).join(', ');
      throw new Refusal(
        400,
        `nextCard: ${card} is no test card; take ${words}, a number, or a name like pm_card_visa.`,
      );
    }
    if (card !== undefined) levers.nextCard = card;
    if (wish.wallets) levers.wallets = wish.wallets;
    if (typeof wish.failRefund === 'boolean') levers.failRefund = wish.failRefund;
    if (typeof wish.failRefund === 'string') {
      const refund = double.state.refunds.get(wish.failRefund);
      if (!refund) throw new Refusal(400, `failRefund: there is no refund ${wish.failRefund}.`);
      failRefund(double, refund);
    }
    const dispute = wish.dispute ? moveDispute(double, wish.dispute) : null;
    return answerJson({ ok: true, levers, dispute });
  });
}

function setDeliveries(double: Double): Handler {
  return (call) => {
    const wish = readJson(call, deliveriesShape);
    const { state } = double;
    if (wish.hold !== undefined) state.levers.hold = wish.hold;
    if (wish.retrySeconds) state.levers.retrySeconds = wish.retrySeconds;
    if (wish.signing) state.levers.signing = wish.signing;
    if (wish.drop) state.held = [];
    // Taking the hold away lets what was held go, in order unless another order is wished.
    if (wish.flush || wish.hold === false) {
      const going = state.held.splice(0);
      if (wish.flush === 'reversed') going.reverse();
      for (const [index, held] of going.entries()) {
        // Apart by a little, so that the order in which they go is the order in which they come.
        later(double, index * 0.05, { kind: 'deliver', ...held, attempt: 1 });
      }
    }
    if (wish.repeat) {
      const event = state.events.get(wish.repeat.event);
      if (!event) throw new Refusal(400, `repeat: there is no event ${wish.repeat.event}.`);
      const again = wish.repeat.freshId ? { ...structuredClone(event), id: newId('evt'), pending_webhooks: 0 } : event;
      state.events.set(again.id, again);
      dispatch(double, again);
    }
    return answerJson({ ok: true, held: state.held.length, levers: state.levers });
  };
}

/** The levers of payments and deliveries, and what a test may read plainly. */
export function leverRoutes(double: Double): Route[] {
  return [
    { method: 'POST', pattern: '/control/payments', handler: setPayments(double) },
    { method: 'POST', pattern: '/control/deliveries', handler: setDeliveries(double) },
    {
      method: 'GET',
      pattern: '/control/deliveries',
      handler: () => {
        const { attempts, held, agenda } = double.state;
        const waiting = agenda.filter((due) => due.kind === 'deliver');
        return answerJson({ attempts, held, waiting });
      },
    },
    {
      method: 'GET',
      pattern: '/control/stripe/charges',
      handler: () => {
        const charges = [...double.state.charges.values()].map((charge) => {
          const { id, amount, currency, status, payment_intent, metadata, refunded, amount_refunded, captured } =
            charge;
          const { disputed, created } = charge;
          return {
            id,
            amount,
            currency,
            status,
            payment_intent,
            metadata,
            refunded,
            amount_refunded,
            captured,
            disputed,
            created,
          };
        });
        return answerJson({ charges });
      },
    },
  ];
}
