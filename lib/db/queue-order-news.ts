import { eq } from 'drizzle-orm';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import type { Database } from './client';
import type { Order } from './orders';
import { outgoingMessages } from './schema/messages';
import { shoppers } from './schema/shoppers';

type News = { id: string; order: Order; cause: string; message: StoredMessage; at: Date };

/** Puts a word about an order into the outbox of her thread, once per cause. False for a guest, who has no thread. */
export async function queueOrderNews(tx: Database, { id, order, cause, message, at }: News): Promise<boolean> {
  const [shopper] = await tx.select({ psid: shoppers.psid }).from(shoppers).where(eq(shoppers.id, order.shopperId));
  if (!shopper?.psid) return false;
  await tx
    .insert(outgoingMessages)
    .values({
      id,
      shopperId: order.shopperId,
      psid: shopper.psid,
      orderId: order.id,
      purpose: 'order_update',
      message,
      cause,
      status: 'waiting',
      nextTryAt: at,
      createdAt: at,
    })
    .onConflictDoNothing({ target: outgoingMessages.cause });
  return true;
}
