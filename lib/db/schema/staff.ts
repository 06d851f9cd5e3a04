import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { AuditAction, AuditFacts } from '@/lib/domain/audit/entry';
import type { Role } from '@/lib/domain/merchants/roles';
import { merchants } from './merchants';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Who was asked to join the shop, as what; of the link only a hash is kept. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    role: text('role').$type<Role>().notNull(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => merchants.id),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** When it ended, by whoever accepted it or by an owner who took it back. */
    acceptedAt: at('accepted_at'),
    withdrawnAt: at('withdrawn_at'),
  },
  (table) => [
    check(
      'staff_invitations_role',
      sql`${table.role} in ('owner', 'manager', 'catalogue', 'orders', 'support', 'read_only')`,
    ),
    check('staff_invitations_end', sql`${table.acceptedAt} is null or ${table.withdrawnAt} is null`),
  ],
);

/** Links for who forgot her password: of each only a hash is kept, and it works once. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [index('password_resets_merchant').on(table.merchantId)],
);

/** Who changed what at the desk. Append-only: a trigger refuses everything else. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: at('at').notNull(),
    merchantId: text('merchant_id').notNull(),
    what: text('what').$type<AuditAction>().notNull(),
    about: text('about').notNull(),
    before: jsonb('before').$type<AuditFacts>(),
    after: jsonb('after').$type<AuditFacts>(),
  },
  (table) => [index('audit_log_about').on(table.about, table.id)],
);
