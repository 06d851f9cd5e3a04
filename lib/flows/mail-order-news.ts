import type { Database } from '@/lib/db/client';
import type { Order } from '@/lib/db/orders';
import { queueNewsMail } from '@/lib/db/queue-news-mail';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import type { Deps } from './deps';
import { raiseTask } from './raise-task';
import { orderDetailsPlace } from './settle-payment';

type News = { order: Order; cause: string; text: string };

/**
 * Queues a word about an order as a mail to the address of the order, once per cause. An order without an address becomes
 * a task of the merchant's: nothing else reaches this person.
 */
export async function mailOrderNews(deps: Deps, tx: Database, { order, cause, text }: News): Promise<void> {
  const opened = deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const { email } = orderDetailsSchema.parse(JSON.parse(opened));
  if (email === '') return raiseTask({ ...deps, db: tx }, 'shopper_not_reached', cause, { orderId: order.id });
  await queueNewsMail(tx, {
    id: deps.newId(),
    orderId: order.id,
    cause: `news:${cause}`,
    facts: { text },
    email,
    sealer: deps.sealer,
    at: deps.now(),
  });
}
