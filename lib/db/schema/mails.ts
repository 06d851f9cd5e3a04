import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { MailKind } from '@/lib/domain/mail/outgoing-mail';
import { orders } from './orders';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** The outbox of mails. `id` becomes the Message-ID, so that a mail which was sent twice can be known as one. */
export const outgoingMails = pgTable(
  'outgoing_mails',
  {
    id: text('id').primaryKey(),
    /** Null for a mail that answers something else than an order, such as a withdrawal. */
    orderId: text('order_id').references(() => orders.id),
    kind: text('kind').$type<MailKind>().notNull().default('confirmation'),
    /** What a mail of this kind says beside the order: `newsFactsSchema` for news, `withdrawalFactsSchema` for withdrawals, `invitationFactsSchema` for invitations, `resetFactsSchema` for forgotten passwords, `noticeFactsSchema` for the staff. No personal data. */
    facts: jsonb('facts'),
    /** One mail per cause: `confirmation:<order>`. */
    cause: text('cause').notNull().unique(),
    sealedTo: text('sealed_to').notNull(),
    /** The shop's legal texts in all languages, as they stood when the order was made; null before there were any. */
    agreedTexts: jsonb('agreed_texts'),
    status: text('status').$type<'waiting' | 'sending' | 'sent' | 'failed'>().notNull(),
    tries: integer('tries').notNull().default(0),
    nextTryAt: at('next_try_at').notNull(),
    /** From here on a day is counted: a mail may have waited long for a mail server to be named. */
    firstTriedAt: at('first_tried_at'),
    failure: text('failure'),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
  },
  (table) => [
    index('outgoing_mails_due').on(table.nextTryAt).where(sql`status in ('waiting', 'sending')`),
    index('outgoing_mails_order').on(table.orderId),
    check(
      'outgoing_mails_kind',
      sql`${table.kind} in ('confirmation', 'papers', 'news', 'withdrawal', 'invitation', 'password_reset', 'staff_notice')`,
    ),
    check('outgoing_mails_status', sql`${table.status} in ('waiting', 'sending', 'sent', 'failed')`),
  ],
);
