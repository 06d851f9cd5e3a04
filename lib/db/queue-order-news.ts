import { eq } from 'drizzle-orm';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import type { Database } from './client';
import type { Order } from './orders';
import { outgoingMessages } from './schema/messages';
import { shoppers } from './schema/shoppers';

type News = { id: string; order: Order; cause: string; message: StoredMessage; at: Date };

/** Puts a word about an order into the outbox of her thread, once per cause. A guest has no thread: nothing happens. */
export async function queueOrderNews(tx: Database, { id, order, cause, message, at }: News): Promise<void> {
  const [shopper] = await tx.select({ psid: shoppers.psid }).from(shoppers).where(eq(shoppers.id, order.shopperId));
  if (!shopper?.psid) return;
  await tx
    .insert(outgoingMessages)
    .values({
      id,
      shopperId: order.shopperId,
      psid: shopper.psid,
      purpose: 'order_update',
      message,
      cause,
      status: 'waiting',
      nextTryAt: at,
      createdAt: at,
    })
    .onConflictDoNothing({ target: outgoingMessages.cause });
}
