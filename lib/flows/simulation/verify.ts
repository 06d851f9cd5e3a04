import { sql } from 'drizzle-orm';
import type { Charge } from '@/lib/domain/payments/payment';
import { findBrokenInvariants } from '../testing-invariants';
import { chargesOf, gatewayOfPayment, type World } from './world';

type Attempt = { id: string; request: string; status: string; end: string | null; paymentId: string | null };
type Order = {
  number: number;
  provider: string;
  status: string;
  chargeId: string;
  attemptId: string;
  totalMinor: number;
  currency: string;
  capturedMinor: number;
  refundedMinor: number;
  captureMinor: number | null;
};
type Refund = { id: string; status: string; reason: string; providerRefundId: string | null; amountMinor: number };
type Dispute = { id: string; status: string };
type Task = { kind: string; key: string };
export type Standing = {
  attempts: Attempt[];
  orders: Order[];
  refunds: Refund[];
  disputes: Dispute[];
  tasks: Task[];
  holds: number;
};

const KNOWN_TASKS = [
  'money_given_back',
  'charge_without_order',
  'refund_refused',
  'refund_failed',
  'hold_gone',
  'dispute_opened',
];

// One question for all of it: it is asked twice in each of thousands of histories.
const STANDING = sql`select
  (select coalesce(json_agg(json_build_object('id', id, 'request', dialog_request_id, 'status', status,
    'end', end_reason, 'paymentId', provider_payment_id)), '[]') from payment_attempts) as attempts,
  (select coalesce(json_agg(json_build_object('number', number, 'provider', provider, 'status', status, 'chargeId', charge_id,
    'attemptId', attempt_id, 'totalMinor', total_minor, 'currency', currency, 'capturedMinor', captured_minor,
    'refundedMinor', refunded_minor, 'captureMinor', capture_minor)), '[]') from orders) as orders,
  (select coalesce(json_agg(json_build_object('id', id, 'status', status, 'reason', reason, 'amountMinor', amount_minor,
    'providerRefundId', provider_refund_id)), '[]') from refunds) as refunds,
  (select coalesce(json_agg(json_build_object('id', provider_dispute_id, 'status', status)), '[]') from disputes) as disputes,
  (select coalesce(json_agg(json_build_object('kind', kind, 'key', key)), '[]') from merchant_tasks) as tasks,
  (select count(*)::int from stock_holds) as holds`;

/** What is wrong once things are quiet: the house against its providers, reference reliability §2. Empty is well. */
export async function findWrongs(world: World): Promise<{ wrongs: string[]; standing: Standing }> {
  const { deps, gateway, paypal } = world;
  const broken = await findBrokenInvariants(deps.db);
  const wrongs = [...world.problems, ...gateway.complaints, ...paypal.complaints, ...broken];
  const { rows } = await deps.db.execute<Standing>(STANDING);
  const [standing] = rows;
  if (!standing) throw new Error('the shop does not say how it stands');

  for (const attempt of standing.attempts)
    if (attempt.status === 'open') wrongs.push(`I13 the attempt of ${attempt.request} stays open`);
  if (standing.holds > 0) wrongs.push('I5 stock stays held');
  for (const { kind } of standing.tasks)
    if (!KNOWN_TASKS.includes(kind)) wrongs.push(`a task of no known kind: ${kind}`);
  wrongs.push(...compareMoney(world, standing));
  wrongs.push(...compareRefunds(world, standing));
  wrongs.push(...findLivePayments(world, standing.attempts));
  return { wrongs, standing };
}

function compareMoney(world: World, standing: Standing): string[] {
  const { orders } = standing;
  const wrongs: string[] = [];
  const byCharge = new Map(orders.map((order) => [order.chargeId, order]));
  const chargedFor = new Set<string>();
  for (const { provider, charge } of chargesOf(world)) {
    const order = byCharge.get(charge.id);
    byCharge.delete(charge.id);
    if (!order) {
      wrongs.push(...withoutOrder(world, charge, standing));
      continue;
    }
    if (chargedFor.has(order.attemptId)) wrongs.push(`I1 ${order.attemptId} was charged twice`);
    chargedFor.add(order.attemptId);
    if (order.provider !== provider) wrongs.push(`I2 ${charge.id} and its order name two providers`);
    if (order.attemptId !== charge.reference) wrongs.push(`I2 ${charge.id} pays another attempt's order`);
    if (order.totalMinor !== charge.amount.amountMinor || order.currency !== charge.amount.currency)
      wrongs.push(`I2 ${charge.id} and its order differ`);
    if (order.capturedMinor !== charge.capturedMinor) wrongs.push(`I2 ${charge.id}: what was taken differs`);
    if (order.refundedMinor !== charge.refundedMinor) wrongs.push(`I6 ${charge.id}: what went back differs`);
    wrongs.push(...ofHold(world, order, charge));
  }
  for (const order of byCharge.values()) wrongs.push(`I3 order ${order.number} has no charge`);
  return wrongs;
}

/** Money without an order went back once and whole, with a word to the merchant, and for a reason. */
function withoutOrder({ gateway, paypal, misfits }: World, charge: Charge, { attempts, tasks }: Standing): string[] {
  const told = new Set(tasks.map(({ key }) => key));
  // Held and let go: the payments say whether it still could be taken.
  if (!charge.captured) return [];
  if (charge.refundedMinor > 0) {
    const wrongs: string[] = [];
    if (charge.refundedMinor !== charge.amount.amountMinor) wrongs.push(`I6 ${charge.id} was given back in part`);
    if (!told.has(`money_given_back:${charge.id}`)) wrongs.push(`${charge.id} was given back in silence`);
    // PayPal knows no cancelling: a capture that is on its way for longer than its lease may act after she gave up.
    const end = attempts.find(({ id }) => id === charge.reference)?.end;
    const isLate = charge.provider === 'paypal' && (end === 'cancelled' || end === 'expired');
    if (charge.paymentId && !misfits.has(charge.id) && !isLate) wrongs.push(`${charge.id} was given back without need`);
    return wrongs;
  }
  if (!charge.reference)
    return told.has(`charge_without_order:${charge.id}`) ? [] : [`${charge.id} is nobody's, and nobody is told`];
  if (gateway.stuck.has(charge.id) || paypal.stuck.has(charge.id))
    return told.has(`refund_refused:${charge.id}`) ? [] : [`${charge.id} cannot go back, and nobody is told`];
  return [`I2 ${charge.id} has no order`];
}

function ofHold(world: World, order: Order, charge: Charge): string[] {
  if (charge.captured) return order.status === 'authorised' ? [`order ${order.number} does not know its money`] : [];
  const { is } = gatewayOfPayment(world, charge.paymentId ?? '').stateOf(charge.paymentId ?? '');
  const fits = order.status === 'authorised' ? 'authorised' : 'cancelled';
  if (order.captureMinor !== null && order.status === 'authorised')
    return [`I13 the money of order ${order.number} waits to be taken`];
  return is === fits ? [] : [`order ${order.number} is ${order.status} while its hold is ${is}`];
}

/** Each refund that the house booked stands at the provider, with the same amount; no other says it is ours. */
function compareRefunds({ gateway, paypal, desk }: World, { refunds, orders, disputes }: Standing): string[] {
  const there = [...gateway.provider.refunds, ...paypal.provider.refunds];
  const wrongs: string[] = [];
  for (const refund of refunds) {
    if (refund.status === 'requested') wrongs.push(`I13 the refund ${refund.id} has no answer`);
    if (refund.providerRefundId === null) continue;
    const found = there.find(({ id }) => id === refund.providerRefundId);
    if (found?.amount.amountMinor !== refund.amountMinor) wrongs.push(`I6 the refund ${refund.id} differs`);
    if (found && found.status !== refund.status) wrongs.push(`I10 the refund ${refund.id} is ${found.status} there`);
  }
  const ordered = new Set(orders.map(({ chargeId }) => chargeId));
  for (const { id, chargeId, reference, key, status } of there) {
    const ours = refunds.filter(({ providerRefundId }) => providerRefundId === id).length;
    if (ordered.has(chargeId) && key.startsWith('attempt:')) wrongs.push(`I2 ${chargeId} was given back and ordered`);
    // One that came back before we heard of it moved nothing: to us it was refused.
    if (ours > 1 || (reference && ours === 0 && status !== 'failed')) wrongs.push(`I6 ${id} is booked ${ours} times`);
  }
  const known = new Map(disputes.map(({ id, status }) => [id, status]));
  for (const dispute of desk.disputes.values())
    if (known.get(dispute.id) !== dispute.status) wrongs.push(`the dispute ${dispute.id} is ${dispute.status} there`);
  return wrongs;
}

/** Released stock cannot be bought: nothing at a provider may still turn into money for an attempt that is over. */
function findLivePayments(world: World, attempts: Attempt[]): string[] {
  const wrongs: string[] = [];
  // What she approves at PayPal moves no money unless our server captures it.
  const harmless = ['cancelled', 'approval_required', 'approved', 'declined'];
  for (const { status, end, paymentId } of attempts) {
    if (status === 'open' || !paymentId) continue;
    const there = gatewayOfPayment(world, paymentId);
    const { is } = there.stateOf(paymentId);
    if (is === 'succeeded' || (is === 'authorised' && end === 'succeeded')) continue;
    if (there === world.paypal ? harmless.includes(is) : is === 'cancelled') continue;
    wrongs.push(`an attempt ended (${end}) while its payment is ${is}`);
  }
  return wrongs;
}
