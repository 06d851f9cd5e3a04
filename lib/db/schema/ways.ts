import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { HandOffPurpose } from '@/lib/domain/payments/hand-off';
import { paymentAttempts } from './orders';
import { carts, shoppers } from './shoppers';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Signed links that carry one cart into another browser, once. The table alone opens nothing: it keeps only hashes. */
export const handOffs = pgTable(
  'hand_offs',
  {
    /** SHA-256 of the secret in the link. */
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose').$type<HandOffPurpose>().notNull(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    cartId: text('cart_id')
      .notNull()
      .references(() => carts.id),
    attemptId: text('attempt_id').references(() => paymentAttempts.id),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    redeemedAt: at('redeemed_at'),
  },
  (table) => [
    index('hand_offs_shopper').on(table.shopperId),
    check('hand_offs_purpose', sql`${table.purpose} in ('open_in_browser', 'payment_return')`),
  ],
);

/** Cards that she asked us to keep: the provider's name for them and what is shown. Removed ones wait here for Stripe's word. */
export const keptCards = pgTable(
  'kept_cards',
  {
    id: text('id').primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    providerMethodId: text('provider_method_id').notNull().unique(),
    brand: text('brand').notNull(),
    last4: text('last4').notNull(),
    expiryMonth: integer('expiry_month').notNull(),
    expiryYear: integer('expiry_year').notNull(),
    createdAt: at('created_at').notNull(),
    /** From here on nobody sees or uses it; the worker has it detached at the provider. */
    removedAt: at('removed_at'),
    detachedAt: at('detached_at'),
  },
  (table) => [
    index('kept_cards_shopper').on(table.shopperId),
    index('kept_cards_to_detach').on(table.removedAt).where(sql`removed_at is not null and detached_at is null`),
  ],
);

/** Customers of people who were forgotten: the worker has the provider delete them, and then the row goes too. */
export const retiredCustomers = pgTable('retired_customers', {
  customerId: text('customer_id').primaryKey(),
  retiredAt: at('retired_at').notNull(),
});

/** Address and contact that she asked us to keep with her card, sealed. */
export const keptDetails = pgTable('kept_details', {
  shopperId: text('shopper_id')
    .primaryKey()
    .references(() => shoppers.id),
  sealed: text('sealed').notNull(),
  keptAt: at('kept_at').notNull(),
});
