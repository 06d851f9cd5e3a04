import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Audience, BroadcastContent } from '@/lib/domain/messaging/broadcast';
import type { ConsentTopic } from '@/lib/domain/messaging/consent';
import { variants } from './catalogue';
import { merchants } from './merchants';
import { shoppers } from './shoppers';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** The utility templates of the Page as Meta last told of them: only an approved one may be sent. */
export const messageTemplates = pgTable(
  'message_templates',
  {
    name: text('name').notNull(),
    language: text('language').notNull(),
    /** Meta's word, in capitals: `APPROVED`, `PENDING`, `REJECTED`, … */
    status: text('status').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.language] })],
);

/** Who agreed to which advertising, when, and to which words. A consent that ended is kept as proof, never reopened. */
export const consents = pgTable(
  'consents',
  {
    id: text('id').primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    topic: text('topic').$type<ConsentTopic>().notNull(),
    /** What she was asked, as she read it. */
    words: text('words').notNull(),
    /** `meta`: Messenger's own opt-in, which comes with a token for messages beyond the 24 hours. */
    source: text('source').$type<'thread' | 'shop' | 'meta'>().notNull(),
    givenAt: at('given_at').notNull(),
    /** Sealed: by it alone Meta lets a message through when the window is closed. */
    sealedToken: text('sealed_token'),
    tokenExpiresAt: at('token_expires_at'),
    /** When the token last carried a message: Meta allows one in 48 hours. */
    tokenUsedAt: at('token_used_at'),
    endedAt: at('ended_at'),
    endedBy: text('ended_by').$type<'stop_word' | 'meta' | 'renewed'>(),
  },
  (table) => [
    uniqueIndex('consents_one_living').on(table.shopperId, table.topic).where(sql`ended_at is null`),
    index('consents_topic').on(table.topic, table.shopperId).where(sql`ended_at is null`),
    check('consents_topic_known', sql`${table.topic} in ('news', 'cart', 'asks', 'reviews')`),
  ],
);

/** "Tell me when it is back" and "tell me when it gets cheaper": one message per ask. */
export const productAsks = pgTable(
  'product_asks',
  {
    id: text('id').primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    kind: text('kind').$type<'restock' | 'price'>().notNull(),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    currency: text('currency').notNull(),
    /** What it cost when she asked; null where it was not sold in her currency. */
    seenMinor: integer('seen_minor'),
    askedAt: at('asked_at').notNull(),
    /** When it was answered, or taken back. */
    doneAt: at('done_at'),
  },
  (table) => [
    uniqueIndex('product_asks_one_open').on(table.shopperId, table.kind, table.variantId).where(sql`done_at is null`),
    index('product_asks_open').on(table.variantId).where(sql`done_at is null`),
    index('product_asks_variant').on(table.variantId),
  ],
);

export type BroadcastStatus = 'draft' | 'scheduled' | 'sending' | 'paused' | 'stopped' | 'done';

/** One message to many. Its recipients enter the outbox in portions, in the order of their ids, up to `cursor`. */
export const broadcasts = pgTable(
  'broadcasts',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    content: jsonb('content').$type<BroadcastContent>().notNull(),
    audience: jsonb('audience').$type<Audience>().notNull(),
    status: text('status').$type<BroadcastStatus>().notNull(),
    startsAt: at('starts_at'),
    /** The code in its links, by which clicks and orders are reckoned to it. */
    ref: text('ref').notNull(),
    /** The id of the last shopper who was looked at. */
    cursor: text('cursor').notNull().default(''),
    /** How many went into the outbox, and within which second the last of them. */
    queued: integer('queued').notNull().default(0),
    paceAt: at('pace_at'),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
  },
  (table) => [
    index('broadcasts_created').on(table.createdAt),
    check('broadcasts_status', sql`${table.status} in ('draft', 'scheduled', 'sending', 'paused', 'stopped', 'done')`),
  ],
);

/** A merchant's own thread with the shop, into which her broadcasts go as a test. */
export const merchantThreads = pgTable('merchant_threads', {
  merchantId: text('merchant_id')
    .primaryKey()
    .references(() => merchants.id, { onDelete: 'cascade' }),
  shopperId: text('shopper_id')
    .notNull()
    .references(() => shoppers.id),
  joinedAt: at('joined_at').notNull(),
});
