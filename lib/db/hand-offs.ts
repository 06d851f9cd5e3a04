import { and, eq, gt, isNull } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { HandOffPurpose } from '@/lib/domain/payments/hand-off';
import type { Database } from './client';
import { orders, paymentAttempts } from './schema/orders';
import { handOffs } from './schema/ways';

export type HandOff = typeof handOffs.$inferSelect;

/** Writes a link down; one that is known already stays as it is, spent or not. */
export async function insertHandOff(db: Database, handOff: typeof handOffs.$inferInsert): Promise<void> {
  await db.insert(handOffs).values(handOff).onConflictDoNothing({ target: handOffs.tokenHash });
}

type Key = { tokenHash: string; purpose: HandOffPurpose; now: Date };

/** A link that can still be opened, or null; looking spends nothing. */
export async function getLivingHandOff(db: Database, key: Key): Promise<HandOff | null> {
  const [row] = await db.select().from(handOffs).where(living(key));
  return row ?? null;
}

/** Spends a link: the row for the first who comes, null for everybody after. */
export async function spendHandOff(tx: Database, key: Key): Promise<HandOff | null> {
  const [row] = await tx.update(handOffs).set({ redeemedAt: key.now }).where(living(key)).returning();
  return row ?? null;
}

function living({ tokenHash, purpose, now }: Key) {
  return and(
    eq(handOffs.tokenHash, tokenHash),
    eq(handOffs.purpose, purpose),
    isNull(handOffs.redeemedAt),
    gt(handOffs.expiresAt, now),
  );
}

/** What became of a link of hers: whether it was opened, and the order that its cart became. Null for nobody's or another's. */
export async function getHandOffNews(
  db: Database,
  key: { tokenHash: string; shopperId: ShopperId },
): Promise<{ opened: boolean; orderId: string | null } | null> {
  const [row] = await db
    .select({ redeemedAt: handOffs.redeemedAt, orderId: orders.id })
    .from(handOffs)
    .leftJoin(paymentAttempts, and(eq(paymentAttempts.cartId, handOffs.cartId), eq(paymentAttempts.end, 'succeeded')))
    .leftJoin(orders, eq(orders.attemptId, paymentAttempts.id))
    .where(and(eq(handOffs.tokenHash, key.tokenHash), eq(handOffs.shopperId, key.shopperId)));
  return row ? { opened: row.redeemedAt !== null, orderId: row.orderId } : null;
}
