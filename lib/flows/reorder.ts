import { listLinesOfVariants } from '@/lib/db/carts';
import type { Order } from '@/lib/db/orders';
import type { ShopperId } from '@/lib/domain/ids';
import { type Again, orderAgain } from '@/lib/domain/orders/reorder';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { putBack } from './change-cart';
import type { Deps } from './deps';

/** How everything of an order stands today. One query. */
export async function lookAgain(deps: Pick<Deps, 'db'>, order: Pick<Order, 'quote'>): Promise<Again[]> {
  const ids = order.quote.lines.map(({ variantId }) => variantId);
  return orderAgain(order.quote, await listLinesOfVariants(deps.db, ids));
}

/**
 * Lays into her cart what an order held, as far as it is to be had: at least so many pieces lie there afterwards, so that a
 * second tap adds nothing. Prices are today's. Problem: "nothing_left".
 */
export async function reorder(
  deps: Deps,
  { shopperId, order }: { shopperId: ShopperId; order: Pick<Order, 'quote'> },
): Promise<Result<null, 'nothing_left'>> {
  let laid = 0;
  for (const again of await lookAgain(deps, order)) {
    if (again.is === 'gone') continue;
    const quantity = again.is === 'fewer' ? again.left : again.line.quantity;
    const put = await putBack(deps, { shopperId, variantId: again.line.variantId, quantity });
    if (put.ok) laid += 1;
  }
  return laid > 0 ? succeed(null) : fail('nothing_left');
}
