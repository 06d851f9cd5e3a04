import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { orderLabel } from '@/lib/domain/orders/status';
import { type Paper, paperFactsSchema, paperLabel } from '@/lib/domain/papers/invoice';
import type { Database } from './client';
import { counters, orders } from './schema/orders';
import { invoices } from './schema/papers';

/** A paper as it is read: what it says, and who bought, sealed. */
export type IssuedPaper = { id: string; orderId: string; refundId: string | null; sealedBuyer: string; paper: Paper };

/** Where the buyer of a paper is bound to. */
export function buyerPlace(invoiceId: string): string {
  return `invoices.sealed_buyer:${invoiceId}`;
}

/**
 * Inserts a paper under the next number of its kind. No gaps: the counter is part of the same transaction, and everybody
 * waits for it until this one commits, so it is called last.
 */
export async function insertPaper(tx: Database, paper: Omit<typeof invoices.$inferInsert, 'number'>): Promise<void> {
  const next = tx.$with('next').as(
    tx
      .insert(counters)
      .values({ name: paper.kind, value: 1001 })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
      .returning({ value: counters.value }),
  );
  await tx
    .with(next)
    .insert(invoices)
    .values({ ...paper, number: sql`(select value from ${next})` });
}

/** The invoice of an order and its corrections, in the order in which they were issued. */
export async function listPapersOfOrder(db: Database, orderId: string): Promise<IssuedPaper[]> {
  return read(db, eq(orders.id, orderId));
}

export async function getPaper(db: Database, id: string): Promise<IssuedPaper | null> {
  return (await read(db, eq(invoices.id, id)))[0] ?? null;
}

export async function hasCreditNote(db: Database, refundId: string): Promise<boolean> {
  const rows = await db.select({ id: invoices.id }).from(invoices).where(eq(invoices.refundId, refundId));
  return rows.length > 0;
}

async function read(db: Database, which: SQL | undefined): Promise<IssuedPaper[]> {
  const rows = await db
    .select({ row: invoices, orderNumber: orders.number })
    .from(invoices)
    .innerJoin(orders, eq(orders.id, invoices.orderId))
    .where(which)
    .orderBy(asc(sql`${invoices.kind} <> 'invoice'`), asc(invoices.number));
  return rows.map(({ row: { id, kind, number, orderId, refundId, sealedBuyer, facts }, orderNumber }) => ({
    id,
    orderId,
    refundId,
    sealedBuyer,
    paper: {
      ...paperFactsSchema.parse(facts),
      label: paperLabel(kind, number),
      orderLabel: orderLabel(orderNumber),
    },
  }));
}
