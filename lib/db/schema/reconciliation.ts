import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { BreakCause } from '@/lib/domain/payments/reconciliation';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Where provider and shop told different things about the same money, once each, with its cause. */
export const paymentBreaks = pgTable(
  'payment_breaks',
  {
    /** `event_never_came:ch_…`: the same break found again changes nothing. */
    key: text('key').primaryKey(),
    cause: text('cause').$type<BreakCause>().notNull(),
    provider: text('provider').notNull(),
    /** A charge's id. */
    subject: text('subject').notNull(),
    facts: jsonb('facts').$type<Record<string, string | number>>().notNull(),
    foundAt: at('found_at').notNull(),
    /** When the one right answer was given by itself; null where a person decides. */
    healedAt: at('healed_at'),
  },
  (table) => [index('payment_breaks_found').on(table.foundAt)],
);
