import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Database } from './client';
import { outgoingMails } from './schema/mails';

export type OutgoingMailRow = typeof outgoingMails.$inferSelect;

/**
 * Takes the mail that is due the longest: "sending" until `leaseMs` from now. One whose lease ran out (a crash, an
 * unanswered send) is due again. Any number of workers take different ones.
 */
export async function claimOutgoingMail(
  db: Database,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<OutgoingMailRow | null> {
  const [row] = await db
    .update(outgoingMails)
    .set({
      status: 'sending',
      tries: sql`${outgoingMails.tries} + 1`,
      firstTriedAt: sql`coalesce(${outgoingMails.firstTriedAt}, ${now.toISOString()})`,
      nextTryAt: new Date(now.getTime() + leaseMs),
    })
    .where(
      eq(
        outgoingMails.id,
        sql`(select due.id from ${outgoingMails} due
          where due.status in ('waiting', 'sending') and due.next_try_at <= ${now.toISOString()}
          order by due.next_try_at limit 1 for update skip locked)`,
      ),
    )
    .returning();
  return row ?? null;
}

/** The mail server took it over. */
export async function markMailSent(db: Database, mail: { id: string; at: Date }): Promise<void> {
  await db
    .update(outgoingMails)
    .set({ status: 'sent', sentAt: mail.at, failure: null })
    .where(eq(outgoingMails.id, mail.id));
}

/** Ends a mail that will not leave any more; not one that another worker got rid of meanwhile. */
export async function markMailFailed(db: Database, id: string, failure: string): Promise<void> {
  await db
    .update(outgoingMails)
    .set({ status: 'failed', failure })
    .where(and(eq(outgoingMails.id, id), eq(outgoingMails.status, 'sending')));
}

/** Keeps a mail for later. */
export async function postponeMail(
  db: Database,
  id: string,
  later: { nextTryAt: Date; failure: string },
): Promise<void> {
  await db
    .update(outgoingMails)
    .set({ status: 'waiting', ...later })
    .where(and(eq(outgoingMails.id, id), eq(outgoingMails.status, 'sending')));
}

/** How many mails whose cause begins so were queued since a moment. */
export async function countMailsOfCause(db: Database, beginning: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(outgoingMails)
    .where(and(sql`starts_with(${outgoingMails.cause}, ${beginning})`, gte(outgoingMails.createdAt, since)));
  return row?.count ?? 0;
}

/** Whether a mail of this cause was ever queued. */
export async function hasMailOfCause(db: Database, cause: string): Promise<boolean> {
  const rows = await db.select({ id: outgoingMails.id }).from(outgoingMails).where(eq(outgoingMails.cause, cause));
  return rows.length > 0;
}

/** Mails about an order, oldest first: their kind and state, never to whom. */
export async function listMailsOfOrder(db: Database, orderId: string) {
  return db
    .select({
      id: outgoingMails.id,
      kind: outgoingMails.kind,
      status: outgoingMails.status,
      failure: outgoingMails.failure,
      createdAt: outgoingMails.createdAt,
      sentAt: outgoingMails.sentAt,
    })
    .from(outgoingMails)
    .where(eq(outgoingMails.orderId, orderId))
    .orderBy(asc(outgoingMails.createdAt));
}
