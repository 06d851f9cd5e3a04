import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ImportReason } from '@/lib/domain/catalogue/import/imported-product';
import type { FileFormat } from '@/lib/domain/catalogue/transfer/file-format';
import type { ImportOptions, ImportStatus } from '@/lib/domain/catalogue/transfer/import-job';
import type { ProductPlan } from '@/lib/domain/catalogue/transfer/plan';
import type { ProductState } from '@/lib/domain/catalogue/transfer/record';
import type { Change } from '@/lib/domain/catalogue/transfer/steps';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A file that somebody wants taken into the catalogue: compared first, then taken whole or not at all. */
export const catalogueImports = pgTable(
  'catalogue_imports',
  {
    id: text('id').primaryKey(),
    fileName: text('file_name').notNull(),
    status: text('status').$type<ImportStatus>().notNull(),
    format: text('format').$type<FileFormat>(),
    options: jsonb('options').$type<ImportOptions>().notNull(),
    /** The heads of a file that we do not know, for the merchant to say what they mean. */
    columns: jsonb('columns').$type<string[]>().notNull(),
    /** The file itself, until it was taken. */
    content: text('content'),
    problem: text('problem'),
    problemDetail: jsonb('problem_detail').$type<Record<string, unknown>>(),
    total: integer('total').notNull().default(0),
    done: integer('done').notNull().default(0),
    added: integer('added').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    errors: integer('errors').notNull().default(0),
    remarks: integer('remarks').notNull().default(0),
    who: text('who').notNull(),
    createdAt: at('created_at').notNull(),
    appliedAt: at('applied_at'),
    /** Who works on it has this mark, and until when: a worker that died is followed by another. */
    claim: text('claim'),
    claimedUntil: at('claimed_until'),
  },
  (table) => [
    index('catalogue_imports_created').on(table.createdAt),
    index('catalogue_imports_due').on(table.createdAt).where(sql`status in ('reading', 'applying', 'undoing')`),
    check(
      'catalogue_imports_status',
      sql`${table.status} in ('mapping', 'reading', 'ready', 'applying', 'done', 'undoing', 'undone', 'failed')`,
    ),
  ],
);

/** What an import would do with one product, and how that stood before. Kept until nobody can undo it any more. */
export const catalogueImportItems = pgTable(
  'catalogue_import_items',
  {
    importId: text('import_id')
      .notNull()
      .references(() => catalogueImports.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    productId: text('product_id').notNull(),
    isNew: boolean('is_new').notNull(),
    plan: jsonb('plan').$type<ProductPlan>().notNull(),
    changes: jsonb('changes').$type<Change[]>().notNull(),
    before: jsonb('before').$type<ProductState>(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.place] })],
);

/** What is wrong with a file, by row and column; remarks do not stand in the way. */
export const catalogueImportProblems = pgTable(
  'catalogue_import_problems',
  {
    importId: text('import_id')
      .notNull()
      .references(() => catalogueImports.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    row: integer('row').notNull(),
    column: text('column_name').notNull(),
    reason: text('reason').$type<ImportReason>().notNull(),
    value: text('value').notNull(),
    isError: boolean('is_error').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.place] })],
);
