import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PaperFacts, PaperKind } from '@/lib/domain/papers/invoice';
import { orders } from './orders';

/**
 * Invoices and their corrections as they were issued. Numbers are unbroken per kind, taken in the transaction that issues.
 * A trigger refuses every change of what was issued, and every removal: a wrong invoice is corrected, never edited.
 */
export const invoices = pgTable(
  'invoices',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<PaperKind>().notNull(),
    number: integer('number').notNull(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** Of a correction: the refund that it was issued for. */
    refundId: text('refund_id').unique(),
    facts: jsonb('facts').$type<PaperFacts>().notNull(),
    /** Name and address. Sealed anew when keys change, hence not under the trigger. */
    sealedBuyer: text('sealed_buyer').notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    unique('invoices_number').on(table.kind, table.number),
    uniqueIndex('invoices_one_per_order').on(table.orderId).where(sql`kind = 'invoice'`),
  ],
);
