import 'server-only';
import { getOrder, getOrderOfShopper, type Order } from '@/lib/db/orders';
import { opensOrder } from '@/lib/flows/order-link';
import { getPayer } from './shopper';
import { getDeps } from './wiring';

/**
 * An order that may be seen here: her own by her session (`isHers`), or the one that the link of a mail opens. `isOwn` is
 * false for a session that was handed off to pay one cart. Anybody else's is as absent as one that never was.
 */
export async function orderOfVisitor(
  orderId: string,
  key: string | null | undefined,
): Promise<{ order: Order; isHers: boolean; isOwn: boolean } | null> {
  const [deps, payer] = await Promise.all([getDeps(), getPayer()]);
  const own = payer && (await getOrderOfShopper(deps.db, { orderId, ...payer }));
  if (own) return { order: own, isHers: true, isOwn: payer.onlyCartId === null };
  const linked = key && opensOrder(deps, orderId, key) ? await getOrder(deps.db, orderId) : null;
  return linked && { order: linked, isHers: false, isOwn: false };
}
