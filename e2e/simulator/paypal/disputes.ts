import { z } from 'zod';
import type { Call, Route } from '../world/exchange';
import { leftOf } from './captures';
import { type Double, newId, stamp } from './double';
import { dispatch } from './events';
import { type Capture, type Dispute, type Link, type Money, moneyOf } from './objects';
import { notFound, PaypalProblem, parse, unprocessable } from './problems';
import type { AddRoute } from './route';

const answerMs = 10 * 24 * 60 * 60 * 1000;
const feeMinor = 1400;
const base = '/v1/customer/disputes';

const inputOf = <T extends z.ZodType>(shape: T) => z.strictObject({ input: shape });
const messageShape = inputOf(z.strictObject({ message: z.string().min(1).max(2000) }));
const acceptShape = inputOf(
  z.looseObject({
    note: z.string().min(1).max(2000),
    accept_claim_type: z.enum(['REFUND', 'REFUND_WITH_RETURN', 'PARTIAL_REFUND']).optional(),
  }),
);
const trackingShape = z.strictObject({
  carrier_name: z.string().min(1).max(255),
  carrier_name_other: z.string().min(1).max(2000).optional(),
  tracking_number: z.string().min(1).max(255),
});
const evidenceShape = inputOf(
  z.strictObject({
    evidences: z
      .array(
        z.strictObject({
          evidence_type: z.string().regex(/^[0-9A-Z_]+$/),
          notes: z.string().min(1).max(2000).optional(),
          evidence_info: z.strictObject({ tracking_info: z.array(trackingShape).min(1).max(10) }).optional(),
        }),
      )
      .min(1)
      .max(100),
  }),
);

/** `inquiry`: she asks the merchant. `claim`: PayPal is to decide. `chargeback`: her card's bank has taken the money. */
export type DisputeKind = 'inquiry' | 'claim' | 'chargeback';

/** She opens a case about a payment. */
export function openDispute(double: Double, capture: Capture, kind: DisputeKind, reason: string): Dispute {
  const at = stamp(double);
  const { id, custom_id, create_time } = capture;
  const amount = leftOf(double, capture);
  const dispute: Dispute = {
    dispute_id: `PP-D-${newId(5)}`,
    create_time: at,
    update_time: at,
    disputed_transactions: [
      {
        buyer_transaction_id: newId(),
        seller_transaction_id: id,
        create_time,
        transaction_status: 'COMPLETED',
        gross_amount: capture.amount,
        ...(custom_id ? { custom: custom_id } : {}),
      },
    ],
    reason,
    status: kind === 'inquiry' ? 'OPEN' : 'WAITING_FOR_SELLER_RESPONSE',
    dispute_amount: amount,
    dispute_life_cycle_stage: kind === 'inquiry' ? 'INQUIRY' : 'CHARGEBACK',
    dispute_channel: kind === 'chargeback' ? 'EXTERNAL' : 'INTERNAL',
    seller_response_due_date: new Date(double.world.clock.nowMs() + answerMs).toISOString(),
  };
  if (kind === 'chargeback') {
    move(double, dispute, 'DEBIT', 'DISPUTE_SETTLEMENT', amount);
    move(double, dispute, 'DEBIT', 'CHARGEBACK_FEE', moneyOf(feeMinor, amount.currency_code));
  }
  double.state.disputes.set(dispute.dispute_id, dispute);
  tell(double, dispute, 'CREATED');
  return dispute;
}

/** The case that is open about a payment, or was last. */
export function disputeOfCapture({ state }: Double, captureId: string): Dispute {
  const found = [...state.disputes.values()]
    .reverse()
    .find(({ disputed_transactions: [first] }) => first?.seller_transaction_id === captureId);
  if (!found) throw notFound();
  return found;
}

/** She writes again, or wants PayPal to decide: the merchant has to answer once more. */
export function goOn(double: Double, dispute: Dispute, how: 'reply' | 'escalate'): void {
  if (how === 'escalate') dispute.dispute_life_cycle_stage = 'CHARGEBACK';
  else dispute.messages = [...(dispute.messages ?? []), message(double, 'BUYER', 'Where is it?')];
  dispute.status = 'WAITING_FOR_SELLER_RESPONSE';
  tell(double, dispute, 'UPDATED');
}

export function decideDispute(double: Double, dispute: Dispute, end: 'won' | 'lost' | 'cancelled'): void {
  const { dispute_amount: amount, dispute_channel } = dispute;
  if (end === 'lost') resolve(double, dispute, 'RESOLVED_BUYER_FAVOUR');
  else {
    if (dispute_channel === 'EXTERNAL') {
      move(double, dispute, 'CREDIT', 'DISPUTE_SETTLEMENT', amount);
      move(double, dispute, 'CREDIT', 'CHARGEBACK_FEE', moneyOf(feeMinor, amount.currency_code));
    }
    resolve(double, dispute, end === 'won' ? 'RESOLVED_SELLER_FAVOUR' : 'CANCELED_BY_BUYER');
  }
}

function resolve(double: Double, dispute: Dispute, outcome: string): void {
  const { dispute_amount: amount, dispute_channel } = dispute;
  const isHers = outcome === 'RESOLVED_BUYER_FAVOUR' || outcome === 'ACCEPTED';
  if (isHers && dispute_channel !== 'EXTERNAL') {
    move(double, dispute, 'DEBIT', 'DISPUTE_SETTLEMENT', amount);
    // Whoever accepts is spared the fee.
    if (outcome !== 'ACCEPTED') move(double, dispute, 'DEBIT', 'DISPUTE_FEE', moneyOf(feeMinor, amount.currency_code));
  }
  dispute.status = 'RESOLVED';
  dispute.dispute_outcome = { outcome_code: outcome, ...(isHers ? { amount_refunded: amount } : {}) };
  delete dispute.seller_response_due_date;
  tell(double, dispute, 'RESOLVED');
}

function move(double: Double, dispute: Dispute, type: 'DEBIT' | 'CREDIT', reason: string, amount: Money): void {
  const movement = { affected_party: 'SELLER', type, reason, amount, initiated_time: stamp(double) };
  dispute.money_movements = [...(dispute.money_movements ?? []), movement];
}

// Each change has a time of its own, a second apart at least.
function tell(double: Double, dispute: Dispute, what: 'CREATED' | 'UPDATED' | 'RESOLVED'): void {
  const now = stamp(double);
  if (what !== 'CREATED') {
    const next = new Date(Date.parse(dispute.update_time) + 1000).toISOString().replace('.000Z', 'Z');
    dispute.update_time = now > dispute.update_time ? now : next;
  }
  dispatch(double, `CUSTOMER.DISPUTE.${what}`, 'dispute', shown(double, dispute));
}

function message(double: Double, posted_by: 'BUYER' | 'SELLER', content: string) {
  return { posted_by, time_posted: stamp(double), content };
}

/** The disputes that a merchant sees and answers. */
export function disputeRoutes(double: Double, route: AddRoute): Route[] {
  const known = (call: Call): Dispute => {
    const found = double.state.disputes.get(call.params.id ?? '');
    if (!found) throw notFound();
    return found;
  };
  const act = (action: string, work: (dispute: Dispute, body: unknown) => void): Route =>
    route('POST', `${base}/:id/${action}`, (call, body) => {
      const dispute = known(call);
      if (!actionsOf(dispute).includes(action)) throw unprocessable('DISPUTE_ACTION_NOT_ALLOWED');
      work(dispute, body);
      return { status: 200, value: { links: [selfLink(double, dispute)] } };
    });
  return [
    route('GET', base, (call) => ({ status: 200, value: listed(double, call) })),
    route('GET', `${base}/:id`, (call) => ({ status: 200, value: shown(double, known(call)) })),
    act('send-message', (dispute, body) => {
      const { input } = parse(messageShape, body);
      dispute.messages = [...(dispute.messages ?? []), message(double, 'SELLER', input.message)];
      dispute.status = 'WAITING_FOR_BUYER_RESPONSE';
      tell(double, dispute, 'UPDATED');
    }),
    act('accept-claim', (dispute, body) => {
      parse(acceptShape, body);
      resolve(double, dispute, 'ACCEPTED');
    }),
    act('provide-evidence', (dispute, body) => {
      const { input } = parse(evidenceShape, body);
      const date = stamp(double);
      const given = input.evidences.map((one) => ({ ...one, source: 'SUBMITTED_BY_SELLER', date }));
      dispute.evidences = [...(dispute.evidences ?? []), ...given];
      dispute.status = 'UNDER_REVIEW';
      tell(double, dispute, 'UPDATED');
    }),
  ];
}

function actionsOf({ status, dispute_life_cycle_stage }: Dispute): string[] {
  if (status === 'RESOLVED') return [];
  const hers = status === 'OPEN' || status === 'WAITING_FOR_SELLER_RESPONSE';
  if (dispute_life_cycle_stage === 'INQUIRY') return ['send-message', ...(hers ? ['accept-claim'] : [])];
  return hers ? ['provide-evidence', 'accept-claim'] : [];
}

function selfLink(double: Double, { dispute_id }: Dispute): Link {
  return { href: `${double.origin}${base}/${dispute_id}`, rel: 'self', method: 'GET' };
}

function shown(double: Double, dispute: Dispute): unknown {
  const self = selfLink(double, dispute);
  const more: Link[] = actionsOf(dispute).map((action) => ({
    href: `${self.href}/${action}`,
    rel: action,
    method: 'POST',
  }));
  return { ...dispute, links: [self, ...more] };
}

function listed(double: Double, call: Call): unknown {
  const { searchParams } = call.url;
  const from = Date.parse(searchParams.get('start_time') ?? '');
  const size = Number(searchParams.get('page_size') ?? '10');
  const skip = Number(Buffer.from(searchParams.get('next_page_token') ?? '', 'base64').toString() || '0');
  if (!Number.isInteger(size) || size < 1 || size > 50)
    throw new PaypalProblem(400, 'INVALID_REQUEST', 'INVALID_PARAMETER_VALUE', { field: 'page_size' });
  const found = [...double.state.disputes.values()]
    .filter(({ create_time }) => Number.isNaN(from) || Date.parse(create_time) >= from - 1000)
    .reverse();
  const items = found.slice(skip, skip + size).map((dispute) => ({
    dispute_id: dispute.dispute_id,
    create_time: dispute.create_time,
    update_time: dispute.update_time,
    reason: dispute.reason,
    status: dispute.status,
    dispute_amount: dispute.dispute_amount,
    dispute_life_cycle_stage: dispute.dispute_life_cycle_stage,
    dispute_channel: dispute.dispute_channel,
    links: [selfLink(double, dispute)],
  }));
  const token = Buffer.from(String(skip + size)).toString('base64');
  const next = `${double.origin}${base}?${new URLSearchParams({ page_size: String(size), next_page_token: token })}`;
  const self: Link = { href: `${double.origin}${base}`, rel: 'self', method: 'GET' };
  return {
    ...(items.length > 0 ? { items } : {}),
    links: [self, ...(skip + size < found.length ? [{ href: next, rel: 'next', method: 'GET' }] : [])],
  };
}
