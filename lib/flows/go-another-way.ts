import { getOrder } from '@/lib/db/orders';
import { hasMailOfCause } from '@/lib/db/outgoing-mails';
import { markByMail, markFailed, type OutgoingRow } from '@/lib/db/outgoing-messages';
import { inTransaction } from '@/lib/db/transaction';
import type { Deps } from './deps';
import { mailOrderNews } from './mail-order-news';
import { raiseTask } from './raise-task';

/**
 * Ends a message that the thread does not take: what concerns an order leaves as a mail instead, in the same
 * transaction; the confirmation stands for a receipt. Everything else ends as "failed". Nothing happens to a message
 * that an echo confirmed meanwhile.
 */
export async function goAnotherWay(deps: Deps, row: OutgoingRow, failure: string): Promise<void> {
  const { orderId } = row;
  if (orderId === null) return markFailed(deps.db, row.id, failure);
  await inTransaction(deps.db, async (tx) => {
    if (!(await markByMail(tx, row.id, failure))) return;
    const order = await getOrder(tx, orderId);
    if (!order) throw new Error(`there is no order ${orderId} to write about`);
    const { message } = row;
    if (message.kind === 'buttons') await mailOrderNews(deps, tx, { order, cause: row.cause, ...message });
    else if (!(await hasMailOfCause(tx, `confirmation:${orderId}`)))
      await raiseTask({ ...deps, db: tx }, 'shopper_not_reached', row.cause, { orderId });
  });
  deps.log('message.by_mail', { id: row.id, purpose: row.purpose, failure });
}
