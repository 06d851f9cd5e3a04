import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { ConsentTopic } from '@/lib/domain/messaging/consent';
import type { Consent } from '@/lib/domain/messaging/window';
import type { Sealer } from '@/lib/domain/ports';
import type { Database } from './client';
import { consents } from './schema/outreach';
import { shoppers } from './schema/shoppers';

export type ConsentRow = typeof consents.$inferSelect;
type Source = ConsentRow['source'];

export type NewConsent = {
  id: string;
  shopperId: ShopperId;
  topic: ConsentTopic;
  words: string;
  source: Source;
  at: Date;
  token?: { value: string; expiresAt: Date | null } | null;
  sealer: Sealer;
};

function tokenPlace(consentId: string): string {
  return `consents.sealed_token:${consentId}`;
}

/**
 * Writes down that she agreed, when, and to which words. One consent of a topic stands at a time: one without a token adds
 * nothing to one that stands, one with a token takes its place. An earlier stop is over with it. Answers the id of the one that stands now.
 */
export async function keepConsent(tx: Database, consent: NewConsent): Promise<string> {
  const { id, shopperId, topic, token = null, at } = consent;
  // What she asks for after a stop is a new word of hers; what the stop ended stays ended.
  await tx.update(shoppers).set({ stoppedAt: null }).where(eq(shoppers.id, shopperId));
  const standing = await getStandingConsent(tx, shopperId, topic);
  if (standing && !token) return standing.id;
  if (standing) await end(tx, eq(consents.id, standing.id), at, 'renewed');
  const rows = await tx
    .insert(consents)
    .values({
      id,
      shopperId,
      topic,
      words: consent.words.slice(0, 1000),
      source: consent.source,
      givenAt: at,
      sealedToken: token && consent.sealer.seal(tokenPlace(id), token.value),
      tokenExpiresAt: token?.expiresAt ?? null,
      tokenUsedAt: standing?.tokenUsedAt ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: consents.id });
  return rows[0]?.id ?? (await getStandingConsent(tx, shopperId, topic))?.id ?? id;
}

export async function getStandingConsent(
  db: Database,
  shopperId: ShopperId,
  topic: ConsentTopic,
): Promise<ConsentRow | null> {
  const [row] = await db
    .select()
    .from(consents)
    .where(and(eq(consents.shopperId, shopperId), eq(consents.topic, topic), isNull(consents.endedAt)));
  return row ?? null;
}

/** The consent by which a message wants to leave, as the window's rules see it; null when it does not stand any more. */
export async function getConsent(db: Database, sealer: Sealer, consentId: string | null): Promise<Consent | null> {
  if (consentId === null) return null;
  const [row] = await db
    .select()
    .from(consents)
    .where(and(eq(consents.id, consentId), isNull(consents.endedAt)));
  if (!row) return null;
  const { sealedToken, tokenExpiresAt: expiresAt, tokenUsedAt: usedAt } = row;
  if (sealedToken === null) return { token: null };
  return { token: { value: sealer.open(tokenPlace(row.id), sealedToken), expiresAt, usedAt } };
}

/** The token has carried a message: Meta lets the next one through 48 hours later. */
export async function markTokenUsed(db: Database, consentId: string, at: Date): Promise<void> {
  await db.update(consents).set({ tokenUsedAt: at }).where(eq(consents.id, consentId));
}

/** Ends every consent of hers, at once: the stop word. */
export async function endConsents(tx: Database, shopperId: ShopperId, at: Date): Promise<void> {
  await end(tx, eq(consents.shopperId, shopperId), at, 'stop_word');
}

/** Ends the consent of one topic: she stopped its messages in Messenger itself, or took her word back in the shop. */
export async function endConsentOfTopic(
  tx: Database,
  key: { shopperId: ShopperId; topic: ConsentTopic; at: Date; by?: 'meta' | 'stop_word' },
): Promise<void> {
  const which = sql`${consents.shopperId} = ${key.shopperId} and ${consents.topic} = ${key.topic}`;
  await end(tx, which, key.at, key.by ?? 'meta');
}

async function end(
  tx: Database,
  which: ReturnType<typeof eq>,
  at: Date,
  endedBy: NonNullable<ConsentRow['endedBy']>,
): Promise<void> {
  await tx
    .update(consents)
    .set({ endedAt: at, endedBy })
    .where(and(which, isNull(consents.endedAt)));
}
