import { getOrderOfShopper, getOrderOfShopperByNumber, listOrdersOfShopper, type Order } from '@/lib/db/orders';
import type { ShopperId } from '@/lib/domain/ids';
import type { Found, LastOrder } from '@/lib/domain/messaging/found';
import type { ServiceRequest } from '@/lib/domain/messaging/requests';
import { currencySchema } from '@/lib/domain/money';
import { mayBeCancelled } from '@/lib/domain/orders/status';
import { cancelOrder } from './cancel-order';
import type { Deps } from './deps';

type OrderRequest = Exclude<ServiceRequest, { kind: 'news' | 'news_confirmed' | 'tell_me' }>;

/**
 * Finds out what to say to a request, of her own orders only: somebody else's is as absent as one that never was. Only a
 * confirmed cancellation does something here, and once.
 */
export async function serveRequest(deps: Deps, request: OrderRequest, shopperId: ShopperId | null): Promise<Found> {
  switch (request.kind) {
    case 'order': {
      const found = await namedOrder(deps, request.number, shopperId);
      if (found || request.number === null) return { is: 'order', order: found && shownOrder(found) };
      return { is: 'no_such_order', number: request.number };
    }
    case 'cancel':
    case 'return': {
      const order = await namedOrder(deps, request.number, shopperId);
      if (order) return request.kind === 'cancel' ? cancelOf(order) : returnOf(order);
      return request.number === null ? { is: 'order', order: null } : { is: 'no_such_order', number: request.number };
    }
    case 'mail_where': {
      const order = await namedOrder(deps, request.number, shopperId);
      if (order) return { is: 'mail_where', order: shownOrder(order) };
      return request.number === null ? { is: 'order', order: null } : { is: 'no_such_order', number: request.number };
    }
    case 'mail_to': {
      const order = await namedOrder(deps, null, shopperId);
      return order
        ? { is: 'mail_to', order: shownOrder(order), address: request.address }
        : { is: 'order', order: null };
    }
    case 'cancel_confirmed':
      return cancelNow(deps, request.orderId, shopperId);
    case 'return_confirmed': {
      const order = shopperId && (await getOrderOfShopper(deps.db, { orderId: request.orderId, shopperId }));
      if (!order) return { is: 'order', order: null };
      return hasParcels(order) ? { is: 'returned', order: shownOrder(order) } : returnOf(order);
    }
    case 'person':
      return { is: 'person', asked: true };
    case 'call_me':
      return { is: 'call_me', phone: request.phone };
    case 'stop':
      return { is: 'advertising', now: 'stopped' };
    case 'resume':
      return { is: 'advertising', now: 'resumed' };
    case 'language':
      return { is: 'language', language: request.language };
  }
}

function cancelOf(order: Order): Found {
  return { is: 'cancel', order: shownOrder(order), state: mayBeCancelled(order.status) ? 'ask' : 'late' };
}

// What has not left is called off; what is over is shown as it stands.
function returnOf(order: Order): Found {
  if (mayBeCancelled(order.status)) return cancelOf(order);
  return hasParcels(order) ? { is: 'return', order: shownOrder(order) } : { is: 'order', order: shownOrder(order) };
}

// A part that arrived can go back while the rest is on its way.
function hasParcels({ status }: Order): boolean {
  return status === 'fulfilled' || status === 'partly_fulfilled';
}

async function cancelNow(deps: Deps, orderId: string, shopperId: ShopperId | null): Promise<Found> {
  const order = shopperId && (await getOrderOfShopper(deps.db, { orderId, shopperId }));
  if (!order) return { is: 'order', order: null };
  const cancelled = await cancelOrder(deps, { orderId, shopperId, who: 'shopper' });
  const late = !cancelled.ok && cancelled.problem === 'too_late_to_cancel';
  return { is: 'cancel', order: shownOrder(order), state: cancelled.ok ? 'done' : late ? 'late' : 'later' };
}

async function namedOrder(
  deps: Pick<Deps, 'db'>,
  number: number | null,
  shopperId: ShopperId | null,
): Promise<Order | null> {
  if (shopperId === null) return null;
  if (number !== null) return getOrderOfShopperByNumber(deps.db, { number, shopperId });
  const [latest] = await listOrdersOfShopper(deps.db, shopperId, 1);
  return latest ?? null;
}

/** An order as the thread shows it. */
export function shownOrder(order: Order): LastOrder {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    pieces: order.quote.lines.reduce((sum, line) => sum + line.quantity, 0),
    total: { amountMinor: order.totalMinor, currency: currencySchema.parse(order.currency) },
    placedAt: order.placedAt,
  };
}
