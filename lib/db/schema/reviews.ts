import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { Language } from '@/lib/domain/market';
import { products, variants } from './catalogue';
import { merchants } from './merchants';
import { orders } from './orders';
import { shoppers } from './shoppers';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What buyers say of what they bought: one word for each line of an order, shown once somebody of the shop has read it. */
export const reviews = pgTable(
  'reviews',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    language: text('language').$type<Language>().notNull(),
    stars: integer('stars').notNull(),
    text: text('text').notNull(),
    status: text('status').$type<'waiting' | 'shown' | 'refused'>().notNull(),
    writtenAt: at('written_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: text('decided_by').references(() => merchants.id, { onDelete: 'set null' }),
  },
  (table) => [
    unique('reviews_one_per_line').on(table.orderId, table.variantId),
    index('reviews_product').on(table.productId, table.writtenAt).where(sql`status = 'shown'`),
    index('reviews_written').on(table.writtenAt),
    index('reviews_shopper').on(table.shopperId),
    check('reviews_stars', sql`${table.stars} between 1 and 5`),
    check('reviews_status', sql`${table.status} in ('waiting', 'shown', 'refused')`),
  ],
);

/** Orders whose buyer was asked how she likes it: each once, also where no way led to her. */
export const reviewAsks = pgTable('review_asks', {
  orderId: text('order_id')
    .primaryKey()
    .references(() => orders.id),
  way: text('way').$type<'thread' | 'mail' | 'none'>().notNull(),
  askedAt: at('asked_at').notNull(),
});
