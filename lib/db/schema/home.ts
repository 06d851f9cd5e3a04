import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { HomeBlock } from '@/lib/domain/home/blocks';

/**
 * Every state of the shop's home page, numbered from 1. The newest row is what the desk works on, the newest published one is
 * what shoppers see. Append-only: a trigger refuses everything else.
 */
export const homeVersions = pgTable(
  'home_versions',
  {
    number: integer('number').primaryKey(),
    state: text('state').$type<'draft' | 'published'>().notNull(),
    blocks: jsonb('blocks').$type<HomeBlock[]>().notNull(),
    /** The version that somebody took up again. */
    restoredFrom: integer('restored_from'),
    madeBy: text('made_by').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('home_versions_published').on(table.number).where(sql`state = 'published'`),
    check('home_versions_state', sql`${table.state} in ('draft', 'published')`),
    check('home_versions_number', sql`${table.number} > 0`),
  ],
);
