import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { products } from './catalogue';
import { shoppers } from './shoppers';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What she likes and has not bought (yet). */
export const wishes = pgTable(
  'wishes',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    wishedAt: at('wished_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopperId, table.productId] })],
);

/** What a known session looked at last: a dozen products, for a month. */
export const seenProducts = pgTable(
  'seen_products',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    seenAt: at('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopperId, table.productId] }),
    index('seen_products_time').on(table.shopperId, table.seenAt),
  ],
);
