import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { LocalizedText } from '@/lib/domain/market';

/** What the merchant answers to questions that come again and again. */
export const faqEntries = pgTable('faq_entries', {
  /** Made with the form, so that a second tap finds the first. */
  id: text('id').primaryKey(),
  question: jsonb('question').$type<LocalizedText>().notNull(),
  answer: jsonb('answer').$type<LocalizedText>().notNull(),
  position: integer('position').notNull().default(0),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});
