import { eq } from 'drizzle-orm';
import { marketForLocale, marketOf } from '@/lib/domain/market';
import { OUTREACH_WORDS } from '@/lib/domain/words/outreach';
import type { Database } from './client';
import { outgoingMessages } from './schema/messages';
import { shoppers } from './schema/shoppers';

/** Puts the receipt into the outbox of her thread, in the settling transaction. A guest has no thread: nothing happens. */
export async function queueReceipt(
  tx: Database,
  { id, order, at }: { id: string; order: { id: string; shopperId: string }; at: Date },
): Promise<void> {
  const [shopper] = await tx.select().from(shoppers).where(eq(shoppers.id, order.shopperId));
  if (shopper?.linkedTo) return tellLinkedThread(tx, { id, orderId: order.id, linkedTo: shopper.linkedTo, at });
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

type Linked = { id: string; orderId: string; linkedTo: string; at: Date };

// Somebody who came by a link of this thread has bought. It may have been passed on, so the thread hears that, and nothing of it.
async function tellLinkedThread(tx: Database, { id, orderId, linkedTo, at }: Linked): Promise<void> {
  const [owner] = await tx.select().from(shoppers).where(eq(shoppers.id, linkedTo));
  if (!owner?.psid) return;
  const language = owner.language ?? marketOf(marketForLocale(owner.locale)).language;
  await tx
    .insert(outgoingMessages)
    .values({
      id,
      shopperId: linkedTo,
      psid: owner.psid,
      purpose: 'answer',
      message: { kind: 'text', text: OUTREACH_WORDS[language].linkedOrder, quickReplies: [] },
      cause: `linked-order:${orderId}`,
      status: 'waiting',
      nextTryAt: at,
      createdAt: at,
    })
    .onConflictDoNothing({ target: outgoingMessages.cause });
}
