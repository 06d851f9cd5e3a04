import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Pieces } from '@/lib/domain/orders/shipments';
import { orders } from './orders';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** One parcel that left: what was in it and where it can be followed. */
export const shipments = pgTable(
  'shipments',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** Of the form: sent twice it is one parcel. */
    requestId: text('request_id').notNull().unique(),
    lines: jsonb('lines').$type<Pieces[]>().notNull(),
    /** As the merchant wrote it; empty where she said none. */
    carrier: text('carrier').notNull(),
    tracking: text('tracking').notNull(),
    who: text('who').notNull(),
    sentAt: at('sent_at').notNull(),
    deliveredAt: at('delivered_at'),
  },
  (table) => [index('shipments_order').on(table.orderId, table.sentAt)],
);
