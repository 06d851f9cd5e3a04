import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Purpose, StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import type { ThreadWay } from '@/lib/domain/messaging/window';
import { merchants } from './merchants';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** The inbox of webhooks: a stored row is the promise that was given with the 200. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    source: text('source').$type<'messenger' | 'stripe' | 'paypal'>().notNull(),
    eventId: text('event_id').notNull(),
    /** The event as it came, or the part of it that works: card-like digits in chat are masked before. */
    payload: jsonb('payload').notNull(),
    status: text('status').$type<'waiting' | 'done' | 'without_effect' | 'set_aside'>().notNull(),
    tries: integer('tries').notNull().default(0),
    nextTryAt: at('next_try_at').notNull(),
    lastProblem: text('last_problem'),
    receivedAt: at('received_at').notNull(),
    doneAt: at('done_at'),
  },
  (table) => [
    unique('webhook_events_once').on(table.source, table.eventId),
    index('webhook_events_due').on(table.nextTryAt).where(sql`status = 'waiting'`),
  ],
);

/** The outbox of the thread. `id` travels as Messenger's `metadata` and comes back in the echo. */
export const outgoingMessages = pgTable(
  'outgoing_messages',
  {
    id: text('id').primaryKey(),
    /** The order within a thread. */
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    shopperId: text('shopper_id').notNull(),
    psid: text('psid').notNull(),
    /** Which order it is about, so that it may go another way; null for none. */
    orderId: text('order_id'),
    purpose: text('purpose').$type<Purpose>().notNull(),
    message: jsonb('message').$type<StoredMessage>().notNull(),
    /** One message per cause: `receipt:<order>`, `answer:<event>:<n>`. */
    cause: text('cause').notNull().unique(),
    status: text('status').$type<'waiting' | 'sending' | 'sent' | 'failed' | 'by_mail'>().notNull(),
    tries: integer('tries').notNull().default(0),
    nextTryAt: at('next_try_at').notNull(),
    messageId: text('message_id'),
    /** Which of Meta's ways it took into the thread; null before it left, or where only an echo told of it. */
    how: text('how').$type<ThreadWay['type']>(),
    /** Advertising leaves by a consent of hers, and only while it stands. */
    consentId: text('consent_id'),
    broadcastId: text('broadcast_id'),
    failure: text('failure'),
    /** Who of the shop wrote it; null for what the shop says by itself. */
    merchantId: text('merchant_id').references(() => merchants.id, { onDelete: 'set null' }),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
  },
  (table) => [
    index('outgoing_messages_due').on(table.nextTryAt).where(sql`status in ('waiting', 'sending')`),
    index('outgoing_messages_order').on(table.orderId),
    index('outgoing_messages_broadcast').on(table.broadcastId, table.status).where(sql`broadcast_id is not null`),
    index('outgoing_messages_shopper').on(table.shopperId, table.createdAt),
    index('outgoing_messages_thread').on(table.psid, table.position).where(sql`status in ('waiting', 'sending')`),
    uniqueIndex('outgoing_messages_one_sending').on(table.psid).where(sql`status = 'sending'`),
  ],
);
