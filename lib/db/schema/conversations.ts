import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { EntryKind, WaitEnd } from '@/lib/domain/messaging/thread';
import { merchants } from './merchants';
import { shoppers } from './shoppers';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A thread as the people of the shop see it; it begins with her first word. */
export const conversations = pgTable(
  'conversations',
  {
    shopperId: text('shopper_id')
      .primaryKey()
      .references(() => shoppers.id),
    status: text('status').$type<'open' | 'closed'>().notNull().default('open'),
    /** When a person last said something here, she or somebody of the shop: the order of the list. */
    lastAt: at('last_at').notNull(),
    lastBy: text('last_by').$type<'shopper' | 'merchant' | 'inbox'>().notNull(),
    /** The beginning of what was said last. */
    lastText: text('last_text').notNull().default(''),
    /** Her words that nobody of the shop has looked at. */
    unread: integer('unread').notNull().default(0),
    /** Since when she has been waiting for a person's answer; null: she is not. */
    waitingSince: at('waiting_since'),
    assignedTo: text('assigned_to').references(() => merchants.id, { onDelete: 'set null' }),
    /** The other app that leads the thread at Meta, the Page's inbox for one; null: ours. */
    ownerAppId: text('owner_app_id'),
    /** The app that asked for the thread, until it is handed over or refused. */
    requestedBy: text('requested_by'),
  },
  (table) => [
    index('conversations_last').on(table.lastAt, table.shopperId),
    index('conversations_waiting').on(table.lastAt).where(sql`waiting_since is not null`),
    index('conversations_assigned').on(table.assignedTo, table.lastAt),
    check('conversations_status', sql`${table.status} in ('open', 'closed')`),
  ],
);

/** What was said and done in a thread beside the outbox: her words, words from the Page's inbox, notes, marks. */
export const threadEntries = pgTable(
  'thread_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    at: at('at').notNull(),
    kind: text('kind').$type<EntryKind>().notNull(),
    /** Her words with card numbers masked; of a mark its name. */
    text: text('text').notNull(),
    /** What belongs to a mark: the reason another app gave, who was made responsible. */
    detail: text('detail'),
    merchantId: text('merchant_id').references(() => merchants.id, { onDelete: 'set null' }),
    /** The event of the inbox that it came with, so that it stands here once; null for what was done at the desk. */
    eventId: bigint('event_id', { mode: 'number' }).unique(),
    /** Made with the form, so that a second tap finds the first. */
    requestId: text('request_id').unique(),
  },
  (table) => [index('thread_entries_thread').on(table.shopperId, table.at)],
);

/** Each time somebody waited for a person: how long, and who ended it. Kept for the figures. */
export const personWaits = pgTable(
  'person_waits',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    since: at('since').notNull(),
    endedAt: at('ended_at'),
    ended: text('ended').$type<WaitEnd>(),
    endedBy: text('ended_by').references(() => merchants.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('person_waits_one_open').on(table.shopperId).where(sql`ended_at is null`),
    index('person_waits_since').on(table.since),
  ],
);

/** Under which name somebody of the shop speaks in threads, and how Meta calls it. */
export const personas = pgTable('personas', {
  merchantId: text('merchant_id')
    .primaryKey()
    .references(() => merchants.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  personaId: text('persona_id').notNull(),
  madeAt: at('made_at').notNull(),
});

/** What the merchant says often, to be put into an answer with one tap. */
export const cannedReplies = pgTable('canned_replies', {
  /** Made with the form, so that a second tap finds the first. */
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  textDe: text('text_de').notNull(),
  textEn: text('text_en').notNull(),
  createdAt: at('created_at').notNull(),
});
