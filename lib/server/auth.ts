import { createHash, hkdfSync } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Pool } from 'pg';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/domain/merchants/password';
import { passkeysFor } from './auth-passkeys';
import { logEvent, mask } from './log';
import { getEnv, getPool } from './wiring';

/**
 * Where the front door writes the address of the client, having dropped whatever the client itself sent under this name.
 * Without it all sources share one counter, which is slower for everybody and never weaker.
 */
export const CLIENT_IP_HEADER = 'x-kiosk-client-ip';

const WEEK_SECONDS = 7 * 24 * 60 * 60;

export type Auth = ReturnType<typeof createAuth>;
/** `otherKeys`: with which something may still be sealed. */
export type AuthOptions = { pool: Pool; publicUrl: string; sessionKey: string; otherKeys?: readonly string[] };

/**
 * Merchants' sign-in: e-mail and password, sessions in the database (signing out ends one at once), closed to sign-up.
 * `sessionKey` is one of SESSION_KEYS; the secret that signs the cookie is derived from it.
 */
export function createAuth({ pool, publicUrl, sessionKey, otherKeys = [] }: AuthOptions) {
  return betterAuth({
    database: pool,
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: secretFrom(sessionKey),
    secrets: [sessionKey, ...otherKeys].map((key) => ({ version: numberOf(key), value: secretFrom(key) })),
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => logEvent('auth.says', { level, said: mask(message) }) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'merchant_rate_limits',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/passkey/generate-authenticate-options': { window: 60, max: 30 },
        '/passkey/verify-authentication': { window: 60, max: 10 },
      },
    },
    session: {
      modelName: 'merchant_sessions',
      additionalFields: { provenAt: { type: 'date', required: false, input: false, fieldName: 'proven_at' } },
      fields: { userId: 'merchant_id', ...DATES, ...EXPIRES, ipAddress: 'ip_address', userAgent: 'user_agent' },
      expiresIn: WEEK_SECONDS,
      // A page can set no cookie: a session lasts a week from signing in, and is not stretched.
      disableSessionRefresh: true,
      // What wants a fresh session asks `needsPassword`, which is stricter than better-auth's day.
      freshAge: 0,
    },
    user: {
      modelName: 'merchants',
      fields: { emailVerified: 'email_verified', ...DATES },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        removedAt: { type: 'date', required: false, input: false, fieldName: 'removed_at' },
      },
    },
    account: { modelName: 'merchant_accounts', fields: { ...ACCOUNT_FIELDS, ...DATES } },
    verification: { modelName: 'merchant_verifications', fields: { ...DATES, ...EXPIRES } },
    plugins: [secondFactor, passkeysFor(publicUrl)],
    advanced: {
      cookiePrefix: 'kiosk-merchant',
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
  });
}

const DATES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const EXPIRES = { expiresAt: 'expires_at' } as const;
const ACCOUNT_FIELDS = {
  userId: 'merchant_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
} as const;

/** Codes of a phone (RFC 6238) and ten recovery codes; both sealed. Ten wrong ones in a row lock it for a quarter of an hour. */
const secondFactor = twoFactor({
  issuer: 'Kiosk',
  twoFactorTable: 'merchant_second_factors',
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      fields: {
        userId: 'merchant_id',
        backupCodes: 'backup_codes',
        failedVerificationCount: 'failed_verification_count',
        lockedUntil: 'locked_until',
      },
    },
  },
});

let opened: Promise<Auth[]> | null = null;

/** One for each of SESSION_KEYS, newest first: the first signs, all of them are believed. */
export function getAuths(): Promise<Auth[]> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<Auth[]> {
  const { PUBLIC_URL: publicUrl, SESSION_KEYS } = getEnv();
  const pool = await getPool();
  return SESSION_KEYS.map((sessionKey) => {
    const otherKeys = SESSION_KEYS.filter((key) => key !== sessionKey);
    return createAuth({ pool, publicUrl, sessionKey, otherKeys });
  });
}

/** Names a key among others, wherever it stands in the list. */
function numberOf(sessionKey: string): number {
  return createHash('sha256').update(`session key:${sessionKey}`).digest().readUInt32BE() >>> 1;
}

function secretFrom(sessionKey: string): string {
  const key = hkdfSync('sha256', Buffer.from(sessionKey, 'base64'), 'kiosk', 'merchant sign-in v1', 32);
  return Buffer.from(key).toString('base64url');
}
