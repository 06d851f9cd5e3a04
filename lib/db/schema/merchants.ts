import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Role } from '@/lib/domain/merchants/roles';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** The people who may enter `/admin`. The tables are better-auth's, under our names; it reads and writes them itself. */
export const merchants = pgTable(
  'merchants',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    /** What she may do at the desk: a role of lib/domain/merchants/roles.ts. */
    role: text('role').$type<Role>().notNull(),
    /** Whether she gives a code of her phone when she signs in. */
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    /** When she left the shop: her name stays with what she did. */
    removedAt: at('removed_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [
    check('merchants_role', sql`${table.role} in ('owner', 'manager', 'catalogue', 'orders', 'support', 'read_only')`),
  ],
);

export const merchantSessions = pgTable(
  'merchant_sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id, { onDelete: 'cascade' }),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: at('expires_at').notNull(),
    /** When the password was typed again in this session, and how often in vain since. */
    provenAt: at('proven_at'),
    proofTries: integer('proof_tries').notNull().default(0),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [index('merchant_sessions_merchant').on(table.merchantId)],
);

/** How a merchant signs in: `provider_id` "credential" holds the scrypt hash of a password. */
export const merchantAccounts = pgTable(
  'merchant_accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [index('merchant_accounts_merchant').on(table.merchantId)],
);

export const merchantVerifications = pgTable(
  'merchant_verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [index('merchant_verifications_identifier').on(table.identifier)],
);

/** The second factor: better-auth's own table, its secret and recovery codes sealed by the key of sessions. */
export const merchantSecondFactors = pgTable('merchant_second_factors', {
  id: text('id').primaryKey(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  merchantId: text('merchant_id')
    .notNull()
    .unique()
    .references(() => merchants.id, { onDelete: 'cascade' }),
  verified: boolean('verified').notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: at('locked_until'),
});

/**
 * Passkeys: better-auth's own table, public halves alone. `lastUsedAt` is ours. `counter` has 32 bits without a sign.
 */
export const merchantPasskeys = pgTable(
  'merchant_passkeys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    publicKey: text('public_key').notNull(),
    merchantId: text('merchant_id')
      .notNull()
      .references(() => merchants.id, { onDelete: 'cascade' }),
    credentialId: text('credential_id').notNull().unique(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    aaguid: text('aaguid'),
    createdAt: at('created_at').notNull().defaultNow(),
    lastUsedAt: at('last_used_at'),
  },
  (table) => [index('merchant_passkeys_merchant').on(table.merchantId)],
);

/** How often a source knocked at a sign-in door. */
export const merchantRateLimits = pgTable('merchant_rate_limits', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});
