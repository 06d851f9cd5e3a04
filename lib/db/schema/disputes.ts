import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { DisputeStatus } from '@/lib/domain/payments/dispute';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import { orders, paymentAttempts } from './orders';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A shopper's bank asks for its money back. What stands here is the provider's present word, never an event's. */
export const disputes = pgTable(
  'disputes',
  {
    id: text('id').primaryKey(),
    provider: text('provider').$type<PaymentProvider>().notNull(),
    /** `du_…` at Stripe. */
    providerDisputeId: text('provider_dispute_id').notNull(),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => paymentAttempts.id),
    /** Null where the disputed money never became an order. */
    orderId: text('order_id').references(() => orders.id),
    status: text('status').$type<DisputeStatus>().notNull(),
    reason: text('reason').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** Until when the merchant may answer. */
    answerBy: at('answer_by'),
    /** What the merchant sends, kept before it is sent. */
    sealedEvidence: text('sealed_evidence'),
    answeredAt: at('answered_at'),
    /** When the provider last changed it, where it says so: an older word never undoes a newer one. */
    toldAt: at('told_at'),
    openedAt: at('opened_at').notNull(),
    closedAt: at('closed_at'),
  },
  (table) => [
    unique('disputes_at_provider').on(table.provider, table.providerDisputeId),
    index('disputes_order').on(table.orderId),
    index('disputes_opened').on(table.openedAt),
    check(
      'disputes_status',
      sql`${table.status} in ('inquiry', 'inquiry_review', 'inquiry_closed', 'needs_response', 'under_review', 'won', 'lost')`,
    ),
  ],
);
