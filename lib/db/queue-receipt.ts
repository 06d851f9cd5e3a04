import { eq } from 'drizzle-orm';
import type { Database } from './client';
import { outgoingMessages } from './schema/messages';
import { shoppers } from './schema/shoppers';

/** Puts the receipt into the outbox of her thread, in the settling transaction. A guest has no thread: nothing happens. */
export async function queueReceipt(
  tx: Database,
  { id, order, at }: { id: string; order: { id: string; shopperId: string }; at: Date },
): Promise<void> {
  const [shopper] = await tx.select().from(shoppers).where(eq(shoppers.id, order.shopperId));
  // Who refused, and never wrote herself, gets everything by mail.
  if (!shopper?.psid || (shopper.mayWrite === 'refused' && !shopper.lastMessageAt)) return;
  await tx.insert(outgoingMessages).values({
    id,
    shopperId: order.shopperId,
    psid: shopper.psid,
    orderId: order.id,
    purpose: 'receipt',
    message: { kind: 'receipt_of', orderId: order.id },
    cause: `receipt:${order.id}`,
    status: 'waiting',
    nextTryAt: at,
    createdAt: at,
  });
}
