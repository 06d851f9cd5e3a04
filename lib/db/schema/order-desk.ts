import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { merchants } from './merchants';
import { orders } from './orders';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What the people of the shop write down about an order, for themselves. */
export const orderNotes = pgTable(
  'order_notes',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** Of the form: sent twice it is one note. */
    requestId: text('request_id').notNull().unique(),
    text: text('text').notNull(),
    merchantId: text('merchant_id').references(() => merchants.id, { onDelete: 'set null' }),
    at: at('at').notNull(),
  },
  (table) => [index('order_notes_order').on(table.orderId, table.at)],
);

/** Where an order was to go before somebody changed it; nothing is overwritten unseen. */
export const orderAddressChanges = pgTable(
  'order_address_changes',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    requestId: text('request_id').notNull().unique(),
    sealedBefore: text('sealed_before').notNull(),
    who: text('who').notNull(),
    at: at('at').notNull(),
  },
  (table) => [index('order_address_changes_order').on(table.orderId, table.at)],
);

/** A search of the order list that somebody gave a name; everybody at the desk sees it. */
export const orderViews = pgTable('order_views', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** As it stands in the address of the list. */
  query: text('query').notNull(),
  createdAt: at('created_at').notNull(),
});
