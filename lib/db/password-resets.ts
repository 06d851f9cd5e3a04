import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Language } from '@/lib/domain/market';
import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { mailRecipientPlace } from './queue-confirmation';
import { outgoingMails } from './schema/mails';
import { merchantAccounts, merchantSessions, merchants } from './schema/merchants';
import { passwordResets } from './schema/staff';
import { together } from './transaction';

/** Where the token of a reset's link is bound to. */
export function resetTokenPlace(mailId: string): string {
  return `outgoing_mails.facts.reset_token:${mailId}`;
}

/** Somebody who works here and signs in with a password; null for any other address. */
export async function findMerchantOfEmail(db: Database, email: string): Promise<{ id: string; email: string } | null> {
  const [row] = await db
    .select({ id: merchants.id, email: merchants.email })
    .from(merchants)
    .innerJoin(merchantAccounts, eq(merchantAccounts.merchantId, merchants.id))
    .where(and(eq(merchants.email, email), isNull(merchants.removedAt), eq(merchantAccounts.providerId, 'credential')));
  return row ?? null;
}

type NewReset = {
  id: string;
  mailId: string;
  merchantId: string;
  email: string;
  token: string;
  tokenHash: string;
  language: Language;
  sealer: Sealer;
  at: Date;
  expiresAt: Date;
};

/** Keeps a link's hash and puts the link into the outbox of mails; both or neither. */
export async function insertReset(tx: Database, reset: NewReset): Promise<void> {
  const { id, mailId, merchantId, email, token, tokenHash, language, sealer, at, expiresAt } = reset;
  await together([
    tx.insert(passwordResets).values({ id, tokenHash, merchantId, createdAt: at, expiresAt }),
    tx.insert(outgoingMails).values({
      id: mailId,
      kind: 'password_reset',
      facts: { sealedToken: sealer.seal(resetTokenPlace(mailId), token), language },
      cause: `password_reset:${id}`,
      sealedTo: sealer.seal(mailRecipientPlace(mailId), email),
      status: 'waiting',
      nextTryAt: at,
      createdAt: at,
    }),
  ]);
}

const isGood = (tokenHash: string, at: Date) =>
  and(eq(passwordResets.tokenHash, tokenHash), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, at));

/** Whose link it is, while it works; spends nothing. */
export async function findReset(
  db: Database,
  tokenHash: string,
  at: Date,
): Promise<{ merchantId: string; email: string } | null> {
  const [row] = await db
    .select({ merchantId: merchants.id, email: merchants.email })
    .from(passwordResets)
    .innerJoin(merchants, eq(merchants.id, passwordResets.merchantId))
    .where(and(isGood(tokenHash, at), isNull(merchants.removedAt)));
  return row ?? null;
}

/** Spends a link, once, and with it every other one of hers; whose it was, or null where it is over. */
export async function spendReset(tx: Database, tokenHash: string, at: Date): Promise<string | null> {
  const [spent] = await tx
    .update(passwordResets)
    .set({ usedAt: at })
    .where(isGood(tokenHash, at))
    .returning({ merchantId: passwordResets.merchantId });
  if (!spent) return null;
  const { merchantId } = spent;
  await together([
    tx
      .update(passwordResets)
      .set({ usedAt: at })
      .where(and(eq(passwordResets.merchantId, merchantId), isNull(passwordResets.usedAt))),
    tx.delete(merchantSessions).where(eq(merchantSessions.merchantId, merchantId)),
  ]);
  return merchantId;
}
