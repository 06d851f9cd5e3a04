import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { ProviderPaymentId, ShopperId } from '@/lib/domain/ids';
import type { AttemptEnd } from '@/lib/domain/payments/attempt';
import type { DeclineReason } from '@/lib/domain/payments/payment';
import type { Database } from './client';
import { redeemDiscounts, releaseDiscounts } from './discounts';
import { paymentAttempts } from './schema/orders';

export type Attempt = typeof paymentAttempts.$inferSelect;
export type NewAttempt = typeof paymentAttempts.$inferInsert;

export async function insertAttempt(tx: Database, attempt: NewAttempt): Promise<Attempt> {
  // Sent at once: the holds that point at it may be on their way right behind it.
  const [row] = await tx.insert(paymentAttempts).values(attempt).returning().execute();
  if (!row) throw new Error('an inserted attempt was not returned');
  return row;
}

export async function getAttempt(db: Database, id: string): Promise<Attempt | null> {
  const [row] = await db.select().from(paymentAttempts).where(eq(paymentAttempts.id, id));
  return row ?? null;
}

export async function getAttemptOfRequest(
  db: Database,
  key: { shopperId: ShopperId; dialogRequestId: string },
): Promise<Attempt | null> {
  const [row] = await db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.shopperId, key.shopperId), eq(paymentAttempts.dialogRequestId, key.dialogRequestId)));
  return row ?? null;
}

/** The attempt that a charge names: by its own id, or by what the Buy button carried; of several, the open or newest one. */
export async function getAttemptOfReference(db: Database, reference: string): Promise<Attempt | null> {
  const [row] = await db
    .select()
    .from(paymentAttempts)
    .where(or(eq(paymentAttempts.id, reference), eq(paymentAttempts.messengerReference, reference)))
    .orderBy(desc(sql`status = 'open'`), desc(paymentAttempts.createdAt))
    .limit(1);
  return row ?? null;
}

/** Her tries with one Buy button, newest first: a hold that ran out leaves the button as it was. */
export async function listAttemptsOfButton(
  db: Database,
  key: { shopperId: ShopperId; messengerReference: string },
): Promise<Attempt[]> {
  return db
    .select()
    .from(paymentAttempts)
    .where(
      and(eq(paymentAttempts.shopperId, key.shopperId), eq(paymentAttempts.messengerReference, key.messengerReference)),
    )
    .orderBy(desc(paymentAttempts.createdAt));
}

/**
 * Notes what Messenger tells of a payment of this open attempt. Throws on `attempts_messenger_payment` when another
 * attempt has this payment already.
 */
export async function recordMessengerPayment(
  db: Database,
  id: string,
  told: Partial<Pick<Attempt, 'provider' | 'messengerReference' | 'messengerPaymentId'>>,
): Promise<void> {
  await db
    .update(paymentAttempts)
    .set(told)
    .where(and(eq(paymentAttempts.id, id), eq(paymentAttempts.status, 'open')));
}

export async function getAttemptOfPayment(db: Database, id: ProviderPaymentId): Promise<Attempt | null> {
  const [row] = await db.select().from(paymentAttempts).where(eq(paymentAttempts.providerPaymentId, id));
  return row ?? null;
}

export async function getOpenAttempt(db: Database, shopperId: ShopperId): Promise<Attempt | null> {
  const [row] = await db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.shopperId, shopperId), eq(paymentAttempts.status, 'open')));
  return row ?? null;
}

export async function lockAttempt(tx: Database, id: string): Promise<Attempt> {
  const [row] = await tx.select().from(paymentAttempts).where(eq(paymentAttempts.id, id)).for('update');
  if (!row) throw new Error('the attempt to settle does not exist');
  return row;
}

/** Records the provider's id, before any money can move. False when the attempt has ended or has an id already. */
export async function recordProviderPayment(db: Database, id: string, paymentId: ProviderPaymentId): Promise<boolean> {
  const rows = await db
    .update(paymentAttempts)
    .set({ providerPaymentId: paymentId })
    .where(
      and(eq(paymentAttempts.id, id), eq(paymentAttempts.status, 'open'), isNull(paymentAttempts.providerPaymentId)),
    )
    .returning({ id: paymentAttempts.id });
  return rows.length === 1;
}

/** Takes over an open attempt that nobody drives any more. Null when somebody does, or it ended. */
export async function claimAttempt(
  db: Database,
  id: string,
  lease: { now: Date; until: Date },
): Promise<Attempt | null> {
  const [row] = await db
    .update(paymentAttempts)
    .set({ drivenUntil: lease.until, nextCheckAt: lease.until })
    .where(
      and(eq(paymentAttempts.id, id), eq(paymentAttempts.status, 'open'), lte(paymentAttempts.drivenUntil, lease.now)),
    )
    .returning();
  return row ?? null;
}

/** Lets go of an open attempt: the shopper's own next request may take it at once, the worker from `nextCheck` on. */
export async function leaveAttempt(db: Database, id: string, at: { now: Date; nextCheck: Date }): Promise<void> {
  await db
    .update(paymentAttempts)
    .set({ drivenUntil: at.now, nextCheckAt: at.nextCheck, checks: sql`${paymentAttempts.checks} + 1` })
    .where(and(eq(paymentAttempts.id, id), eq(paymentAttempts.status, 'open')));
}

/** Notes that what she chose was declined while the attempt stays open: she may choose anew, or its end is not known yet. */
export async function noteDecline(db: Database, id: string, reason: DeclineReason): Promise<void> {
  await db
    .update(paymentAttempts)
    .set({ declineReason: reason })
    .where(and(eq(paymentAttempts.id, id), eq(paymentAttempts.status, 'open')));
}

/** The last word about an attempt: its discounts are redeemed with the order, or free for others again. */
export async function markAttemptEnded(
  tx: Database,
  id: string,
  end: { end: AttemptEnd; declineReason?: DeclineReason; chargeId?: string; at: Date },
): Promise<void> {
  await tx
    .update(paymentAttempts)
    .set({
      status: 'ended',
      end: end.end,
      declineReason: end.declineReason ?? null,
      ...(end.chargeId === undefined ? {} : { chargeId: end.chargeId }),
      endedAt: end.at,
    })
    .where(eq(paymentAttempts.id, id));
  await (end.end === 'succeeded' ? redeemDiscounts(tx, id) : releaseDiscounts(tx, id));
}

/** Notes that a charge of this open attempt goes back: from then on the attempt takes none, whatever it costs. */
export async function markChargeGoesBack(tx: Database, id: string, chargeId: string): Promise<void> {
  await tx.update(paymentAttempts).set({ chargeId }).where(eq(paymentAttempts.id, id));
}

/** Changes what an open dialog of Messenger will charge; false once the attempt has ended. */
export async function updateDialogQuote(
  tx: Database,
  id: string,
  change: Pick<Attempt, 'quote' | 'amountMinor' | 'expiresAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(paymentAttempts)
    .set(change)
    .where(and(eq(paymentAttempts.id, id), eq(paymentAttempts.status, 'open'), eq(paymentAttempts.way, 'messenger')))
    .returning({ id: paymentAttempts.id });
  return rows.length === 1;
}

export async function updateAttemptDetails(tx: Database, id: string, sealedDetails: string): Promise<void> {
  await tx.update(paymentAttempts).set({ sealedDetails }).where(eq(paymentAttempts.id, id));
}

/** Open attempts whose turn has come, oldest first. */
export async function listDueAttempts(db: Database, now: Date, limit: number): Promise<Attempt[]> {
  return db
    .select()
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.status, 'open'),
        lte(paymentAttempts.nextCheckAt, now),
        lte(paymentAttempts.drivenUntil, now),
      ),
    )
    .orderBy(asc(paymentAttempts.nextCheckAt))
    .limit(limit);
}

/** How many of her attempts were declined since a moment: the brake on card testing. */
export async function countDeclines(db: Database, shopperId: ShopperId, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.shopperId, shopperId),
        or(
          and(eq(paymentAttempts.end, 'declined'), gt(paymentAttempts.endedAt, since)),
          // Declined, but nobody knows yet whether it is ended at the provider.
          and(eq(paymentAttempts.status, 'open'), isNotNull(paymentAttempts.declineReason)),
        ),
      ),
    );
  return row?.count ?? 0;
}
