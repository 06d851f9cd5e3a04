import { and, asc, eq, sql } from 'drizzle-orm';
import { orders } from '@/lib/db/schema/orders';
import { currencySchema, money } from '@/lib/domain/money';
import type { RefundWish } from '@/lib/domain/orders/refund';
import { isDecided } from '@/lib/domain/payments/dispute';
import { cancelOrder } from '../cancel-order';
import { captureOrder } from '../capture-order';
import { fulfilOrder } from '../fulfil-order';
import { refundOrder } from '../refund-order';
import type { Action } from './steps';
import { chargesOf, type World } from './world';

export type AfterOrder = Extract<Action, { order: number } | { do: 'refund-fails' | 'decide-dispute' }>;
type Order = typeof orders.$inferSelect;

export function isAfterOrder(action: Action): action is AfterOrder {
  return 'order' in action || action.do === 'refund-fails' || action.do === 'decide-dispute';
}

/** What the merchant does with an order, and what the world does with its money. */
export async function playAfterOrder(world: World, action: AfterOrder): Promise<unknown> {
  if (action.do === 'refund-fails') return failRefund(world, action.which);
  if (action.do === 'decide-dispute') return decideDispute(world, action.which, action.won);
  const order = await orderAt(world, action.order);
  if (!order) return;
  const { deps } = world;
  const seen = { orderId: order.id, seenVersion: order.version, who: 'merchant' };
  switch (action.do) {
    case 'fulfil':
      return fulfilOrder(deps, { ...seen, requestId: `send-form-${order.number}`, carrier: 'dhl', tracking: '' });
    case 'capture':
      return captureOrder(deps, { ...seen, amountMinor: action.part ? order.totalMinor - 500 : null });
    case 'call-off':
      return cancelOrder(deps, { orderId: order.id, shopperId: null, who: 'merchant' });
    case 'refund':
      return refundOrder(deps, {
        ...seen,
        requestId: `refund-form-${order.number}-${action.form}`,
        wish: wishOf(order, action.wish),
        reason: 'returned',
        restock: action.form !== 0,
      });
    case 'refund-at-provider':
      return refundThere(world, order, action.minor);
    case 'dispute':
      return openDispute(world, order);
    case 'lapse':
      return lapse(world, order);
  }
}

async function orderAt({ deps }: World, place: number): Promise<Order | null> {
  const [row] = await deps.db
    .select()
    .from(orders)
    .where(and(eq(sql`${place}::int % nullif((select count(*) from orders), 0)`, sql`${orders.number} - 1001`)))
    .orderBy(asc(orders.number));
  return row ?? null;
}

function wishOf({ quote }: Order, wish: Extract<AfterOrder, { do: 'refund' }>['wish']): RefundWish {
  if (wish === 'everything') return { everything: true };
  const nothing = { everything: false as const, lines: [], shippingMinor: 0, extraMinor: 0 };
  const [line] = quote.lines;
  if (wish === 'an amount' || !line) return { ...nothing, shippingMinor: 100, extraMinor: 250 };
  return { ...nothing, lines: [{ variantId: line.variantId, quantity: 1 }] };
}

function chargeOf(world: World, order: Order) {
  return chargesOf(world).find(({ charge }) => charge.id === order.chargeId);
}

/** Somebody gives money back at the provider's own dashboard. */
function refundThere(world: World, order: Order, minor: number): void {
  const found = chargeOf(world, order);
  const gateway = found?.provider === 'paypal' ? world.paypal : world.gateway;
  if (!found || gateway.stuck.has(order.chargeId)) return;
  if (found.charge.refundedMinor + minor > found.charge.capturedMinor) return;
  gateway.provider.addRefund({
    chargeId: order.chargeId,
    amount: money(minor, currencySchema.parse(order.currency)),
  });
}

// While her bank has the money nothing can be given back, and after it decided for her neither.
function openDispute({ desk, gateway }: World, order: Order): void {
  const charge = gateway.provider.charges.find(({ id }) => id === order.chargeId);
  if (!charge?.captured || gateway.stuck.has(charge.id)) return;
  gateway.stuck.add(charge.id);
  desk.open(charge);
}

function decideDispute({ desk, gateway }: World, which: number, won: boolean): void {
  const open = [...desk.disputes.values()].filter(({ status }) => !isDecided(status));
  const dispute = open[which % open.length];
  if (!dispute) return;
  desk.decide(dispute.id, won ? 'won' : 'lost');
  if (won) gateway.stuck.delete(dispute.chargeId);
}

/** Held money that nobody took in time is gone. */
function lapse({ gateway }: World, order: Order): void {
  const charge = gateway.provider.charges.find(({ id }) => id === order.chargeId);
  const payment = charge?.paymentId ? gateway.provider.payments.get(charge.paymentId) : undefined;
  if (payment?.state.is === 'authorised') payment.state = { is: 'cancelled' };
}

/** Her bank sends a refund of an order back, days later. */
async function failRefund(world: World, which: number): Promise<void> {
  const { deps, gateway, paypal } = world;
  const ordered = new Set((await deps.db.select({ id: orders.chargeId }).from(orders)).map(({ id }) => id));
  const made = [gateway, paypal].flatMap(({ provider }) =>
    provider.refunds
      .filter(({ chargeId, status }) => status === 'succeeded' && ordered.has(chargeId))
      .map(({ id }) => ({ provider, id })),
  );
  const chosen = made[which % made.length];
  chosen?.provider.failRefund(chosen.id);
}
