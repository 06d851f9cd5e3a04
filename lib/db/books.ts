import { and, asc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { orderLabel } from '@/lib/domain/orders/status';
import { type Paper, paperFactsSchema, paperLabel } from '@/lib/domain/papers/invoice';
import type { Database } from './client';
import { ledger, orders } from './schema/orders';
import { invoices } from './schema/papers';

export type Span = { from: Date; to: Date };

/** The papers that were issued from `from` until before `to`, in the order of their numbers, kind by kind. */
export async function listPapersIssued(db: Database, { from, to }: Span): Promise<Paper[]> {
  const rows = await db
    .select({ kind: invoices.kind, number: invoices.number, facts: invoices.facts, orderNumber: orders.number })
    .from(invoices)
    .innerJoin(orders, eq(orders.id, invoices.orderId))
    .where(and(gte(invoices.issuedAt, from), lt(invoices.issuedAt, to)))
    .orderBy(asc(sql`${invoices.kind} <> 'invoice'`), asc(invoices.number));
  return rows.map(({ kind, number, facts, orderNumber }) => ({
    ...paperFactsSchema.parse(facts),
    label: paperLabel(kind, number),
    orderLabel: orderLabel(orderNumber),
  }));
}

/** Where money of orders went, beside what the provider holds, from `from` until before `to`. Minor units, as booked. */
export async function listMovements(db: Database, { from, to }: Span) {
  const rows = await db
    .select({
      account: ledger.account,
      amountMinor: ledger.amount,
      currency: ledger.unit,
      at: ledger.at,
      orderNumber: orders.number,
    })
    .from(ledger)
    .innerJoin(orders, eq(orders.id, ledger.orderId))
    .where(
      and(
        gte(ledger.at, from),
        lt(ledger.at, to),
        inArray(ledger.account, ['order', 'refund', 'dispute', 'fee']),
        ne(ledger.unit, 'piece'),
        ne(ledger.amount, 0),
      ),
    )
    .orderBy(asc(ledger.id));
  return rows.map(({ orderNumber, ...row }) => ({ ...row, orderLabel: orderLabel(orderNumber) }));
}
