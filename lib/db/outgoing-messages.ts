import { and, desc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm';
import type { Psid, ShopperId } from '@/lib/domain/ids';
import type { Chip } from '@/lib/domain/messaging/chips';
import type { Purpose, StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import type { ThreadWay } from '@/lib/domain/messaging/window';
import type { Database } from './client';
import { CONVERSATION_CHANNEL } from './conversations';
import { outgoingMessages } from './schema/messages';
import { shoppers } from './schema/shoppers';

export type OutgoingRow = typeof outgoingMessages.$inferSelect;

/** Advertising cannot be written down without the consent that it leaves by, and nothing without a purpose. */
export type NewOutgoingMessage = {
  id: string;
  shopperId: ShopperId;
  psid: Psid;
  message: StoredMessage;
  cause: string;
  /** Who of the shop wrote it. */
  merchantId?: string;
} & ({ purpose: Advertising; consentId: string } | { purpose: Exclude<Purpose, Advertising>; consentId?: never });
type Advertising = 'reminder' | 'broadcast';

/** Puts messages into the outbox, in this order, in the caller's transaction. A cause that is known adds nothing. */
export async function insertOutgoingMessages(
  tx: Database,
  messages: readonly NewOutgoingMessage[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insert(outgoingMessages)
    .values(messages.map((message) => ({ ...message, status: 'waiting' as const, nextTryAt: now, createdAt: now })))
    .onConflictDoNothing({ target: outgoingMessages.cause });
}

/** The quick replies under the last message to her, as she may still see them; none under one of before `since`. */
export async function listLastChips(db: Database, shopperId: ShopperId, since: Date): Promise<readonly Chip[]> {
  const [row] = await db
    .select({ message: outgoingMessages.message })
    .from(outgoingMessages)
    .where(
      and(
        eq(outgoingMessages.shopperId, shopperId),
        gt(outgoingMessages.createdAt, since),
        inArray(outgoingMessages.status, ['waiting', 'sending', 'sent']),
      ),
    )
    .orderBy(desc(outgoingMessages.createdAt), desc(outgoingMessages.position))
    .limit(1);
  return row && 'quickReplies' in row.message ? row.message.quickReplies : [];
}

/**
 * Takes the next message that is due and is the first unfinished one of its thread: "sending" until `leaseMs` from now.
 * One whose lease ran out (a crash, an unanswered send) is due again. One sender per thread, with any number of workers.
 */
export async function claimOutgoingMessage(
  db: Database,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<OutgoingRow | null> {
  const [row] = await db
    .update(outgoingMessages)
    .set({
      status: 'sending',
      tries: sql`${outgoingMessages.tries} + 1`,
      nextTryAt: new Date(now.getTime() + leaseMs),
    })
    .where(
      eq(
        outgoingMessages.id,
        sql`(select due.id from ${outgoingMessages} due
          where due.status in ('waiting', 'sending') and due.next_try_at <= ${now.toISOString()}
            and not exists (select 1 from ${outgoingMessages} other
              where other.psid = due.psid and other.id <> due.id and other.status in ('waiting', 'sending')
                and (other.position < due.position or other.status = 'sending'))
          order by due.next_try_at, due.position limit 1 for update skip locked)`,
      ),
    )
    .returning();
  return row ?? null;
}

// The desk sees how a message fares; in the statement itself, so that no message of its own is needed.
const tellDesk = { heard: sql`pg_notify(${CONVERSATION_CHANNEL}, ${outgoingMessages.shopperId})` };

/** Whatever was thought of it before: a message that Meta confirms, by its answer or by an echo, was sent. */
export async function markSent(
  db: Database,
  sent: { id: string; psid: string; messageId: string; at: Date; how?: ThreadWay['type'] },
): Promise<boolean> {
  const how = sent.how ? { how: sent.how } : {};
  const rows = await db
    .update(outgoingMessages)
    .set({ status: 'sent', messageId: sent.messageId, sentAt: sent.at, failure: null, ...how })
    .where(
      and(eq(outgoingMessages.id, sent.id), eq(outgoingMessages.psid, sent.psid), ne(outgoingMessages.status, 'sent')),
    )
    .returning({ id: outgoingMessages.id, ...tellDesk });
  return rows.length > 0;
}

/** Ends a message that will not leave any more. Not one that an echo confirmed meanwhile. */
export async function markFailed(db: Database, id: string, failure: string): Promise<void> {
  await db
    .update(outgoingMessages)
    .set({ status: 'failed', failure })
    .where(and(eq(outgoingMessages.id, id), eq(outgoingMessages.status, 'sending')))
    .returning(tellDesk);
}

/** Ends a message that leaves as a mail instead. False for one that an echo confirmed meanwhile. */
export async function markByMail(tx: Database, id: string, failure: string): Promise<boolean> {
  const rows = await tx
    .update(outgoingMessages)
    .set({ status: 'by_mail', failure })
    .where(and(eq(outgoingMessages.id, id), eq(outgoingMessages.status, 'sending')))
    .returning({ id: outgoingMessages.id });
  return rows.length > 0;
}

/** Keeps a message for later: "waiting" when it surely did not leave, "sending" when only an echo can tell. */
export async function postponeMessage(
  db: Database,
  id: string,
  later: {
    status: 'waiting' | 'sending';
    nextTryAt: Date;
    failure: string;
    countsAsTry: boolean;
    /** The way it was tried, where it may have arrived. */
    how?: ThreadWay['type'];
  },
): Promise<void> {
  await db
    .update(outgoingMessages)
    .set({
      status: later.status,
      nextTryAt: later.nextTryAt,
      failure: later.failure,
      ...(later.how ? { how: later.how } : {}),
      ...(later.countsAsTry ? {} : { tries: sql`${outgoingMessages.tries} - 1` }),
    })
    .where(and(eq(outgoingMessages.id, id), eq(outgoingMessages.status, 'sending')));
}

/** No message of the Page may leave before `until`: a dead token, a restriction, a rate limit. */
export async function pauseWaitingMessages(db: Database, until: Date): Promise<void> {
  await db
    .update(outgoingMessages)
    .set({ nextTryAt: until })
    .where(and(eq(outgoingMessages.status, 'waiting'), lte(outgoingMessages.nextTryAt, until)));
}

/** She cannot be reached now: remembers why. What waits for her finds another way; her next word takes it back. */
export async function markUnreachable(db: Database, person: { shopperId: string; reason: string }): Promise<void> {
  await db.update(shoppers).set({ unreachable: person.reason }).where(eq(shoppers.id, person.shopperId));
}
