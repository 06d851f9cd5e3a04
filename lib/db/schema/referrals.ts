import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AdSettings } from '@/lib/domain/ads/ad';
import type { RefTarget } from '@/lib/domain/messaging/ref';
import { merchants } from './merchants';
import { orders } from './orders';
import { shoppers } from './shoppers';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Codes that travel as `ref` through links, codes and shared cards. Opaque: whose and for what is known here alone. */
export const refs = pgTable(
  'refs',
  {
    code: text('code').primaryKey(),
    target: jsonb('target').$type<RefTarget>().notNull(),
    targetKey: text('target_key').notNull(),
    /** Who shared it; null for a link of the merchant's. */
    sharerId: text('sharer_id').references(() => shoppers.id),
    /** What the merchant calls a link of hers. */
    label: text('label').notNull().default(''),
    createdAt: at('created_at').notNull(),
    /** After it the code still leads to its target, but counts for nobody. */
    expiresAt: at('expires_at'),
  },
  (table) => [uniqueIndex('refs_share').on(table.sharerId, table.targetKey).where(sql`${table.sharerId} is not null`)],
);

/** Each time somebody came by a link, a code or an ad. What was bought after it is reckoned to the newest. */
export const visits = pgTable(
  'visits',
  {
    id: text('id').primaryKey(),
    /** Unique per happening: `event:<inbox row>`, `browser:<shopper>:<code>`. */
    key: text('key').notNull().unique(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    /** Meta's word (`ADS`, `SHORTLINK`, `MESSENGER_CODE`), or ours (`WEB`, `SHARED_CARD`). */
    source: text('source').notNull(),
    ref: text('ref'),
    metaAdId: text('meta_ad_id'),
    at: at('at').notNull(),
  },
  (table) => [
    index('visits_shopper').on(table.shopperId, table.at),
    index('visits_ref').on(table.ref),
    index('visits_ad').on(table.metaAdId),
    check('visits_what', sql`${table.ref} is not null or ${table.metaAdId} is not null`),
  ],
);

/** Which visit an order is reckoned to: decided when it is placed, never changed. */
export const orderOrigins = pgTable(
  'order_origins',
  {
    orderId: text('order_id')
      .primaryKey()
      .references(() => orders.id),
    visitId: text('visit_id')
      .notNull()
      .references(() => visits.id),
  },
  (table) => [index('order_origins_visit').on(table.visitId)],
);

/** A Click-to-Messenger ad and how far its making came: each of Meta's ids is kept before the next is asked for. */
export const ads = pgTable(
  'ads',
  {
    /** Made with the form, so that a second tap finds the first. */
    id: text('id').primaryKey(),
    productSlug: text('product_slug').notNull(),
    settings: jsonb('settings').$type<AdSettings>().notNull(),
    campaignId: text('campaign_id'),
    adSetId: text('ad_set_id'),
    creativeId: text('creative_id'),
    metaAdId: text('meta_ad_id').unique(),
    /** Somebody is making it until then. */
    leaseUntil: at('lease_until'),
    /** An answer of Meta got lost: look first whether the object is there. */
    unsure: boolean('unsure').notNull().default(false),
    spendMinor: integer('spend_minor'),
    spendCurrency: text('spend_currency'),
    spendAt: at('spend_at'),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    createdAt: at('created_at').notNull(),
  },
  (table) => [index('ads_created').on(table.createdAt)],
);
