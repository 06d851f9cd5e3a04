import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from './client';
import { ledger } from './schema/orders';

/** Where money of an order stands: what the provider holds for us, what the order is worth, what went back or was taken. */
export type MoneyAccount = 'charge' | 'order' | 'refund' | 'dispute' | 'fee';

type Booking = {
  /** Stands once: an effect that comes twice meets the unique constraint. Each entry's key is this and its account. */
  key: string;
  order: { id: string; attemptId: string; currency: string };
  entries: { account: MoneyAccount; amountMinor: number }[];
  who: string;
  why: string;
  at: Date;
};

/**
 * Books one happening of an order's money, in the caller's transaction. Amounts are minor units of the order's currency and
 * must sum to zero, else it throws; so does a key that was booked before (constraint `ledger_key_unique`).
 */
export async function bookMoney(tx: Database, { key, order, entries, ...cause }: Booking): Promise<void> {
  const sum = entries.reduce((total, { amountMinor }) => total + amountMinor, 0);
  if (sum !== 0) throw new Error(`the entries of ${key} do not sum to zero`);
  await tx.insert(ledger).values(
    entries.map(({ account, amountMinor }) => ({
      key: `${key}:${account}`,
      orderId: order.id,
      attemptId: order.attemptId,
      account,
      amount: amountMinor,
      unit: order.currency,
      ...cause,
    })),
  );
}

/** What came in and went out of an order's charge, oldest first. Minor units of `unit`. */
export async function listMoneyMoves(db: Database, orderId: string) {
  return db
    .select({
      id: ledger.id,
      amountMinor: ledger.amount,
      unit: ledger.unit,
      who: ledger.who,
      why: ledger.why,
      at: ledger.at,
    })
    .from(ledger)
    .where(and(eq(ledger.orderId, orderId), eq(ledger.account, 'charge')))
    .orderBy(asc(ledger.id));
}

/** What the provider holds for an order by the ledger: taken, less what went back or was disputed. Minor units. */
export async function getBalance(db: Database, orderId: string): Promise<number> {
  const [row] = await db
    .select({ sum: sql<number>`coalesce(sum(${ledger.amount}), 0)::int` })
    .from(ledger)
    .where(and(eq(ledger.orderId, orderId), eq(ledger.account, 'charge')));
  return row?.sum ?? 0;
}
