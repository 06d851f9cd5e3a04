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
