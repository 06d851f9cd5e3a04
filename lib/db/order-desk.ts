import { asc, desc, eq } from 'drizzle-orm';
import type { Database } from './client';
import { merchants } from './schema/merchants';
import { orderAddressChanges, orderNotes } from './schema/order-desk';

/** Inserts a note; one of the same form that is there already stands. */
export async function insertOrderNote(db: Database, note: typeof orderNotes.$inferInsert): Promise<void> {
  await db.insert(orderNotes).values(note).onConflictDoNothing({ target: orderNotes.requestId });
}

/** What was written down about an order, oldest first, with who did; null for somebody who is gone. */
export async function listOrderNotes(db: Database, orderId: string) {
  return db
    .select({ id: orderNotes.id, text: orderNotes.text, at: orderNotes.at, merchantName: merchants.name })
    .from(orderNotes)
    .leftJoin(merchants, eq(merchants.id, orderNotes.merchantId))
    .where(eq(orderNotes.orderId, orderId))
    .orderBy(asc(orderNotes.at), asc(orderNotes.id));
}

export type AddressChange = typeof orderAddressChanges.$inferSelect;

/** Where the address before a change is bound to. */
export function addressBeforePlace(changeId: string): string {
  return `order_address_changes.sealed_before:${changeId}`;
}

export async function insertAddressChange(tx: Database, change: AddressChange): Promise<void> {
  await tx.insert(orderAddressChanges).values(change);
}

export async function getAddressChangeOfRequest(db: Database, requestId: string): Promise<AddressChange | null> {
  const [row] = await db.select().from(orderAddressChanges).where(eq(orderAddressChanges.requestId, requestId));
  return row ?? null;
}

/** Where an order was to go earlier, the latest first. */
export async function listAddressChanges(db: Database, orderId: string): Promise<AddressChange[]> {
  return db
    .select()
    .from(orderAddressChanges)
    .where(eq(orderAddressChanges.orderId, orderId))
    .orderBy(desc(orderAddressChanges.at), desc(orderAddressChanges.id));
}
