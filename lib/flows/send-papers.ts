import { listPapersOfOrder } from '@/lib/db/invoices';
import { getOrderOfShopper } from '@/lib/db/orders';
import { countMailsOfCause } from '@/lib/db/outgoing-mails';
import { queuePapers } from '@/lib/db/queue-papers';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import type { CartId, ShopperId } from '@/lib/domain/ids';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { orderDetailsPlace } from './settle-payment';

const A_DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const MOST_A_DAY = 5;

type Wish = { orderId: string; shopper: { shopperId: ShopperId; onlyCartId: CartId | null } };

/**
 * Sends the papers of one of her own orders to the address of the order, never to another. A second tap within a minute is
 * the same wish. Problems: "not_found" (another's order, or one without papers or address); "too_often", five times a day.
 */
export async function sendPapers(
  deps: Deps,
  { orderId, shopper }: Wish,
): Promise<Result<null, 'not_found' | 'too_often'>> {
  const order = await getOrderOfShopper(deps.db, { orderId, ...shopper });
  const papers = order ? await listPapersOfOrder(deps.db, order.id) : [];
  if (!order || papers.length === 0) return fail('not_found');
  const opened = deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const { email } = orderDetailsSchema.parse(JSON.parse(opened));
  if (email === '') return fail('not_found');
  const at = deps.now();
  const since = new Date(at.getTime() - A_DAY_MS);
  if ((await countMailsOfCause(deps.db, `papers:${order.id}:`, since)) >= MOST_A_DAY) return fail('too_often');
  const cause = `papers:${order.id}:${Math.floor(at.getTime() / MINUTE_MS)}`;
  await queuePapers(deps.db, { id: deps.newId(), orderId: order.id, cause, email, sealer: deps.sealer, at });
  deps.wake('messages');
  return succeed(null);
}
