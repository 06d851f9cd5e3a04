import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import type { BreakCause } from '@/lib/domain/payments/reconciliation';
import type { Database } from './client';
import type { Order } from './orders';
import { orders } from './schema/orders';
import { paymentBreaks } from './schema/reconciliation';

export type PaymentBreak = typeof paymentBreaks.$inferSelect;
export type NewBreak = { cause: BreakCause; provider: PaymentProvider; subject: string; facts: PaymentBreak['facts'] };

/** Keeps a break, once for its cause and charge. One that is found healed later is marked so, never the other way round. */
export async function keepBreak(
  db: Database,
  found: NewBreak,
  { at, healed }: { at: Date; healed: boolean },
): Promise<void> {
  const key = `${found.cause}:${found.subject}`;
  const healedAt = healed ? at : null;
  await db
    .insert(paymentBreaks)
    .values({ key, ...found, foundAt: at, healedAt })
    .onConflictDoNothing();
  if (healed)
    await db
      .update(paymentBreaks)
      .set({ healedAt: at })
      .where(and(eq(paymentBreaks.key, key), isNull(paymentBreaks.healedAt)));
}

/** Breaks, newest first. */
export async function listBreaks(db: Database, limit = 100): Promise<PaymentBreak[]> {
  return db.select().from(paymentBreaks).orderBy(desc(paymentBreaks.foundAt), paymentBreaks.key).limit(limit);
}

/** Orders of a provider that were placed since a moment and for which money was taken or held. */
export async function listChargedOrders(db: Database, provider: PaymentProvider, since: Date): Promise<Order[]> {
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.provider, provider), gte(orders.placedAt, since), isNotNull(orders.chargeId)));
}
