import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { DiscountValue } from '@/lib/domain/discounts/discount';
import type { LocalizedText } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import { paymentAttempts } from './orders';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What the merchant gives away. `used` counts reservations and redemptions; the check is the promise (invariant I9). */
export const discounts = pgTable(
  'discounts',
  {
    id: text('id').primaryKey(),
    title: jsonb('title').$type<LocalizedText>().notNull(),
    /** In capitals; null for one that applies by itself. */
    code: text('code').unique('discounts_code'),
    value: jsonb('value').$type<DiscountValue>().notNull(),
    products: text('products').array().notNull().default([]),
    collections: text('collections').array().notNull().default([]),
    minimums: jsonb('minimums').$type<Partial<Record<CurrencyCode, number>>>().notNull(),
    startsAt: at('starts_at'),
    endsAt: at('ends_at'),
    limitTotal: integer('limit_total'),
    limitPerShopper: integer('limit_per_shopper'),
    combines: boolean('combines').notNull().default(false),
    status: text('status').$type<'active' | 'paused'>().notNull(),
    used: integer('used').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [
    check('discounts_status', sql`${table.status} in ('active', 'paused')`),
    check('discounts_used', sql`${table.used} >= 0`),
    check('discounts_limit', sql`${table.limitTotal} is null or ${table.used} <= ${table.limitTotal}`),
  ],
);

/** One discount in one attempt: reserved with the stock, redeemed with the order, released when the attempt ends without. */
export const discountRedemptions = pgTable(
  'discount_redemptions',
  {
    discountId: text('discount_id')
      .notNull()
      .references(() => discounts.id),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => paymentAttempts.id),
    shopperId: text('shopper_id').notNull(),
    /** A mark of her e-mail address, by which a person counts once however many sessions she shops in; null where none is known. */
    personMark: text('person_mark'),
    status: text('status').$type<'reserved' | 'redeemed' | 'released'>().notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    at: at('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.discountId, table.attemptId] }),
    index('discount_redemptions_attempt').on(table.attemptId),
    index('discount_redemptions_shopper').on(table.shopperId, table.discountId),
    index('discount_redemptions_person').on(table.personMark, table.discountId),
    check('discount_redemptions_status', sql`${table.status} in ('reserved', 'redeemed', 'released')`),
  ],
);

/** Codes that did not exist, by who tried: the brake on guessing. Rows live as long as the brake looks back. */
export const codeTries = pgTable(
  'code_tries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** `shopper:<id>`, or `source:<hash>` of an address. */
    key: text('key').notNull(),
    at: at('at').notNull(),
  },
  (table) => [index('code_tries_key').on(table.key, table.at)],
);
