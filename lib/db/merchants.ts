import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Role } from '@/lib/domain/merchants/roles';
import type { Database } from './client';
import { settings } from './schema/catalogue';
import { merchantAccounts, merchantSecondFactors, merchantSessions, merchants } from './schema/merchants';

const FIRST_OWNER_LINKS = 'first_owner_links';
const FIRST_OWNER_LOCK = 4_017_004;

const linksSchema = z.array(z.strictObject({ tokenHash: z.string(), expiresAt: z.iso.datetime() }));
export type FirstOwnerLink = z.infer<typeof linksSchema>[number];

export async function hasMerchant(db: Database): Promise<boolean> {
  const rows = await db.select({ id: merchants.id }).from(merchants).limit(1);
  return rows.length > 0;
}

/** Makes whoever issues or redeems a first-owner link stand in line until the transaction ends. */
export async function lockFirstOwner(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${FIRST_OWNER_LOCK})`);
}

/** Links that were printed and not redeemed; each instance of the shop may have printed its own. */
export async function listFirstOwnerLinks(db: Database): Promise<FirstOwnerLink[]> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, FIRST_OWNER_LINKS));
  return row ? linksSchema.parse(row.value) : [];
}

export async function saveFirstOwnerLinks(tx: Database, links: FirstOwnerLink[]): Promise<void> {
  await tx
    .insert(settings)
    .values({ key: FIRST_OWNER_LINKS, value: links })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } });
}

export async function deleteFirstOwnerLinks(tx: Database): Promise<void> {
  await tx.delete(settings).where(eq(settings.key, FIRST_OWNER_LINKS));
}

/** A merchant who signs in with a password; `passwordHash` is better-auth's scrypt. */
export async function insertMerchant(
  tx: Database,
  merchant: { id: string; name: string; email: string; role: Role; passwordHash: string; at: Date },
): Promise<void> {
  const { id, name, email, role, passwordHash, at } = merchant;
  await tx.insert(merchants).values({ id, name, email, role, createdAt: at, updatedAt: at });
  await tx.insert(merchantAccounts).values({
    id: `${id}-password`,
    merchantId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    createdAt: at,
    updatedAt: at,
  });
}

export type MerchantSession = { id: string; userAgent: string | null; createdAt: Date; expiresAt: Date };

/** Where a merchant is signed in, newest first; never the token that proves it. */
export async function listSessions(db: Database, merchantId: string, at: Date): Promise<MerchantSession[]> {
  const { id, userAgent, createdAt, expiresAt } = merchantSessions;
  return db
    .select({ id, userAgent, createdAt, expiresAt })
    .from(merchantSessions)
    .where(and(eq(merchantSessions.merchantId, merchantId), gt(expiresAt, at)))
    .orderBy(desc(createdAt))
    .limit(50);
}

/** Ends every session of a merchant, on all devices; how many there were. */
export async function deleteSessions(db: Database, merchantId: string): Promise<number> {
  const gone = await db
    .delete(merchantSessions)
    .where(eq(merchantSessions.merchantId, merchantId))
    .returning({ id: merchantSessions.id });
  return gone.length;
}

export async function deleteSession(db: Database, sessionId: string): Promise<void> {
  await db.delete(merchantSessions).where(eq(merchantSessions.id, sessionId));
}

/** The scrypt hash of a merchant's password; null when she has none. */
export async function getPasswordHash(db: Database, merchantId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: merchantAccounts.password })
    .from(merchantAccounts)
    .where(and(eq(merchantAccounts.merchantId, merchantId), eq(merchantAccounts.providerId, 'credential')));
  return row?.password ?? null;
}

/** Counts one try to type the password again; which one in a row it is. Infinity for a session that has ended. */
export async function countProof(db: Database, sessionId: string): Promise<number> {
  const [row] = await db
    .update(merchantSessions)
    .set({ proofTries: sql`${merchantSessions.proofTries} + 1` })
    .where(eq(merchantSessions.id, sessionId))
    .returning({ tries: merchantSessions.proofTries });
  return row?.tries ?? Number.POSITIVE_INFINITY;
}

/** The password was right: the session is as fresh as after signing in. */
export async function markProven(db: Database, sessionId: string, at: Date): Promise<void> {
  await db.update(merchantSessions).set({ provenAt: at, proofTries: 0 }).where(eq(merchantSessions.id, sessionId));
}

/** A merchant's second factor as it is kept, sealed; null when she has none. */
export async function getSecondFactor(
  db: Database,
  merchantId: string,
): Promise<{ secret: string; verified: boolean } | null> {
  const { secret, verified } = merchantSecondFactors;
  const [row] = await db
    .select({ secret, verified })
    .from(merchantSecondFactors)
    .where(eq(merchantSecondFactors.merchantId, merchantId));
  return row ?? null;
}

export async function setPasswordHash(
  tx: Database,
  { merchantId, passwordHash, at }: { merchantId: string; passwordHash: string; at: Date },
): Promise<void> {
  await tx
    .update(merchantAccounts)
    .set({ password: passwordHash, updatedAt: at })
    .where(and(eq(merchantAccounts.merchantId, merchantId), eq(merchantAccounts.providerId, 'credential')));
}

/** Ends a merchant's sessions everywhere but in one place. */
export async function deleteOtherSessions(
  tx: Database,
  { merchantId, keptSessionId }: { merchantId: string; keptSessionId: string },
): Promise<void> {
  await tx
    .delete(merchantSessions)
    .where(and(eq(merchantSessions.merchantId, merchantId), ne(merchantSessions.id, keptSessionId)));
}
