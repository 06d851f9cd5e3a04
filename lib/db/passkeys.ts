import { and, asc, eq } from 'drizzle-orm';
import type { Database } from './client';
import { merchantPasskeys } from './schema/merchants';

export type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

const OWN = {
  id: merchantPasskeys.id,
  name: merchantPasskeys.name,
  createdAt: merchantPasskeys.createdAt,
  lastUsedAt: merchantPasskeys.lastUsedAt,
};
const ofMerchant = ({ passkeyId, merchantId }: { passkeyId: string; merchantId: string }) =>
  and(eq(merchantPasskeys.id, passkeyId), eq(merchantPasskeys.merchantId, merchantId));

/** By which passkeys a merchant comes in, oldest first. */
export async function listPasskeys(db: Database, merchantId: string): Promise<Passkey[]> {
  return db
    .select(OWN)
    .from(merchantPasskeys)
    .where(eq(merchantPasskeys.merchantId, merchantId))
    .orderBy(asc(merchantPasskeys.createdAt), asc(merchantPasskeys.id));
}

/** Gives a passkey of hers another name; whether there is such a one. */
export async function updatePasskeyName(
  db: Database,
  { name, ...which }: { passkeyId: string; merchantId: string; name: string },
): Promise<boolean> {
  const found = await db.update(merchantPasskeys).set({ name }).where(ofMerchant(which)).returning(OWN);
  return found.length > 0;
}

/** Ends a passkey of hers; what it was, or null. */
export async function deletePasskey(
  tx: Database,
  which: { passkeyId: string; merchantId: string },
): Promise<Passkey | null> {
  const [gone] = await tx.delete(merchantPasskeys).where(ofMerchant(which)).returning(OWN);
  return gone ?? null;
}

/** `credentialId`: the authenticator's own name for it, base64url. */
export async function markPasskeyUsed(db: Database, credentialId: string, at: Date): Promise<void> {
  await db.update(merchantPasskeys).set({ lastUsedAt: at }).where(eq(merchantPasskeys.credentialId, credentialId));
}
