import { eq, sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { shoppers } from './schema/shoppers';

/**
 * Remembers that she wrote, which opens the messaging window and ends "unreachable", and what Meta told about her.
 * An older event never sets the clock back, an empty profile never erases a fuller one.
 */
export async function recordContact(
  tx: Database,
  contact: { shopperId: ShopperId; at: Date; firstName: string | null; locale: string | null },
): Promise<void> {
  await tx
    .update(shoppers)
    .set({
      lastMessageAt: sql`greatest(${shoppers.lastMessageAt}, ${contact.at.toISOString()}::timestamptz)`,
      unreachable: null,
      firstName: sql`coalesce(${contact.firstName}::text, ${shoppers.firstName})`,
      locale: sql`coalesce(${contact.locale}::text, ${shoppers.locale})`,
    })
    .where(eq(shoppers.id, contact.shopperId));
}

/** Whether she must be asked if the shop may write: known to the Page, but she never wrote, and was not asked yet. */
export async function mustAskMayWrite(db: Database, shopperId: ShopperId): Promise<boolean> {
  const rows = await db
    .select({ id: shoppers.id })
    .from(shoppers)
    .where(
      sql`${shoppers.id} = ${shopperId} and ${shoppers.psid} is not null
        and ${shoppers.lastMessageAt} is null and ${shoppers.mayWrite} is null`,
    );
  return rows.length > 0;
}

export async function setMayWrite(db: Database, shopperId: ShopperId, said: 'granted' | 'refused'): Promise<void> {
  await db
    .update(shoppers)
    .set({ mayWrite: said })
    .where(sql`${shoppers.id} = ${shopperId} and ${shoppers.mayWrite} is null`);
}
