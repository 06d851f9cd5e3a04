import type { Database } from '@/lib/db/client';
import type { Order } from '@/lib/db/orders';
import { queueNewsMail } from '@/lib/db/queue-news-mail';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import type { MessageButton } from '@/lib/domain/messaging/outgoing-message';
import type { Deps } from './deps';
import { raiseTask } from './raise-task';
import { orderDetailsPlace } from './settle-payment';

type News = { order: Order; cause: string; text: string; buttons?: readonly MessageButton[] };

/**
 * Queues a word about an order as a mail to the address of the order, once per cause. An order without an address becomes
 * a task of the merchant's: nothing else reaches this person.
 */
export async function mailOrderNews(
  deps: Deps,
  tx: Database,
  { order, cause, text, buttons = [] }: News,
): Promise<void> {
  const opened = deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const { email } = orderDetailsSchema.parse(JSON.parse(opened));
  if (email === '') return raiseTask({ ...deps, db: tx }, 'shopper_not_reached', cause, { orderId: order.id });
  const follow = buttons.find((button) => button.kind === 'link');
  await queueNewsMail(tx, {
    id: deps.newId(),
    orderId: order.id,
    cause: `news:${cause}`,
    facts: { text, ...(follow ? { follow: { label: follow.title, url: follow.url } } : {}) },
    email,
    sealer: deps.sealer,
    at: deps.now(),
  });
}
