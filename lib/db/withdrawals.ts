import { desc, eq, sql } from 'drizzle-orm';
import type { MarketId } from '@/lib/domain/market';
import type { Database } from './client';
import { orders } from './schema/orders';
import { handledWithdrawals, withdrawals } from './schema/withdrawals';

export type Withdrawal = typeof withdrawals.$inferSelect;
export type NewWithdrawal = Omit<Withdrawal, 'marketId'> & { marketId: MarketId };

/** Where a declaration is bound to. */
export function declarationPlace(withdrawalId: string): string {
  return `withdrawals.sealed_declaration:${withdrawalId}`;
}

/** Writes a declaration down; false when the same form was written down before. */
export async function insertWithdrawal(tx: Database, withdrawal: NewWithdrawal): Promise<boolean> {
  const rows = await tx
    .insert(withdrawals)
    .values(withdrawal)
    .onConflictDoNothing({ target: withdrawals.requestId })
    .returning({ id: withdrawals.id });
  return rows.length === 1;
}

export async function getWithdrawal(db: Database, id: string): Promise<Withdrawal | null> {
  const [row] = await db.select().from(withdrawals).where(eq(withdrawals.id, id));
  return row ?? null;
}

export async function getWithdrawalOfRequest(db: Database, requestId: string): Promise<Withdrawal | null> {
  const [row] = await db.select().from(withdrawals).where(eq(withdrawals.requestId, requestId));
  return row ?? null;
}

/** The merchant's queue: what waits first, then what was dealt with, newest first. */
export async function listWithdrawals(db: Database, limit = 200) {
  return db
    .select({ withdrawal: withdrawals, orderNumber: orders.number, handledAt: handledWithdrawals.handledAt })
    .from(withdrawals)
    .leftJoin(orders, eq(orders.id, withdrawals.orderId))
    .leftJoin(handledWithdrawals, eq(handledWithdrawals.withdrawalId, withdrawals.id))
    .orderBy(sql`${handledWithdrawals.handledAt} is not null`, desc(withdrawals.declaredAt))
    .limit(limit);
}

/** Notes who dealt with it; the first word stands. */
export async function insertHandled(
  db: Database,
  handled: { withdrawalId: string; merchantId: string; handledAt: Date },
): Promise<void> {
  await db.insert(handledWithdrawals).values(handled).onConflictDoNothing();
}
