import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Dispute, type DisputeStatus, isDecided, isNewer } from '@/lib/domain/payments/dispute';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import type { Database } from './client';
import { disputes } from './schema/disputes';
import { ledger, merchantTasks, orders } from './schema/orders';

export type DisputeRow = typeof disputes.$inferSelect;

type Known = {
  newId: string;
  provider: PaymentProvider;
  attemptId: string;
  orderId: string | null;
  dispute: Dispute;
  at: Date;
};

/**
 * Writes down how a dispute stands at the provider, and locks its row until the transaction ends. What was asked for
 * earlier and arrives later changes nothing. Answers the row as it is then, and how it stood before (null for a new one).
 */
export async function keepDispute(
  tx: Database,
  known: Known,
): Promise<{ row: DisputeRow; before: DisputeStatus | null }> {
  const { dispute, provider, attemptId, orderId, at } = known;
  const { amountMinor, currency } = dispute.amount;
  const told = {
    status: dispute.status,
    reason: dispute.reason,
    amountMinor,
    currency,
    answerBy: dispute.answerBy,
    toldAt: dispute.toldAt,
    closedAt: isDecided(dispute.status) ? at : null,
  };
  const inserted = await tx
    .insert(disputes)
    .values({
      ...told,
      id: known.newId,
      provider,
      providerDisputeId: dispute.id,
      attemptId,
      orderId,
      openedAt: dispute.openedAt,
    })
    .onConflictDoNothing({ target: [disputes.provider, disputes.providerDisputeId] })
    .returning({ id: disputes.id });
  const here = and(eq(disputes.provider, provider), eq(disputes.providerDisputeId, dispute.id));
  const [row] = await tx.select().from(disputes).where(here).for('update');
  if (!row) throw new Error('an inserted dispute was not found');
  const before = inserted.length > 0 ? null : row.status;
  if (!isNewer(row, dispute)) return { row, before };
  const [kept] = await tx
    .update(disputes)
    .set({
      ...told,
      orderId: row.orderId ?? orderId,
      closedAt: told.closedAt && (row.closedAt ?? told.closedAt),
      answeredAt: dispute.submissions > 0 ? (row.answeredAt ?? at) : row.answeredAt,
    })
    .where(eq(disputes.id, row.id))
    .returning();
  return { row: kept ?? row, before };
}

/** Which of these ledger keys were booked already. */
export async function listBookedKeys(tx: Database, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ key: ledger.key })
    .from(ledger)
    .where(inArray(ledger.key, [...keys]));
  return new Set(rows.map(({ key }) => key));
}

/** The disputes of a provider that are not decided yet, by its own ids. */
export async function listUndecided(db: Database, provider: PaymentProvider): Promise<string[]> {
  const rows = await db
    .select({ id: disputes.providerDisputeId })
    .from(disputes)
    .where(and(eq(disputes.provider, provider), isNull(disputes.closedAt)));
  return rows.map(({ id }) => id);
}

/** How a dispute stands with us, by the provider's id; null before anybody heard of it. */
export async function getDisputeStatus(
  db: Database,
  provider: PaymentProvider,
  providerDisputeId: string,
): Promise<DisputeStatus | null> {
  const [row] = await db
    .select({ status: disputes.status })
    .from(disputes)
    .where(and(eq(disputes.provider, provider), eq(disputes.providerDisputeId, providerDisputeId)));
  return row?.status ?? null;
}

export async function getDispute(db: Database, id: string): Promise<DisputeRow | null> {
  const [row] = await db.select().from(disputes).where(eq(disputes.id, id));
  return row ?? null;
}

/** Every dispute, newest first, with the number of its order. */
export async function listDisputes(db: Database, limit = 200) {
  return db
    .select({ dispute: disputes, orderNumber: orders.number })
    .from(disputes)
    .leftJoin(orders, eq(orders.id, disputes.orderId))
    .orderBy(sql`${disputes.closedAt} is not null`, desc(disputes.openedAt))
    .limit(limit);
}

export async function listDisputesOfOrder(db: Database, orderId: string): Promise<DisputeRow[]> {
  return db.select().from(disputes).where(eq(disputes.orderId, orderId)).orderBy(desc(disputes.openedAt));
}

/** Keeps what the merchant is about to send, before it is sent. */
export async function keepEvidence(db: Database, id: string, sealedEvidence: string): Promise<void> {
  await db.update(disputes).set({ sealedEvidence }).where(eq(disputes.id, id));
}

/** Takes tasks from the merchant's list that are answered, by their keys; those done before stay as they are. */
export async function finishTasks(tx: Database, keys: readonly string[], at: Date): Promise<void> {
  await tx
    .update(merchantTasks)
    .set({ doneAt: at })
    .where(and(inArray(merchantTasks.key, [...keys]), isNull(merchantTasks.doneAt)));
}

/** Closes one task by hand; closed before, it stays as it was. Answers its kind, null where there is none. */
export async function closeTaskById(db: Database, id: string, at: Date): Promise<string | null> {
  const [row] = await db
    .update(merchantTasks)
    .set({ doneAt: sql`coalesce(${merchantTasks.doneAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(merchantTasks.id, id))
    .returning({ kind: merchantTasks.kind });
  return row?.kind ?? null;
}

/** Puts a task that was done back on the list: what it asked for is asked once more. */
export async function reopenTask(tx: Database, key: string): Promise<void> {
  await tx.update(merchantTasks).set({ doneAt: null }).where(eq(merchantTasks.key, key));
}

/** How the disputes of an order stand; a refund is not made beside one that blocks it. */
export async function listDisputeStatuses(db: Database, orderId: string): Promise<DisputeStatus[]> {
  const rows = await db.select({ status: disputes.status }).from(disputes).where(eq(disputes.orderId, orderId));
  return rows.map(({ status }) => status);
}
