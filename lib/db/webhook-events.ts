import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './client';
import { writeInbox } from './inbox-writer';
import { webhookEvents } from './schema/messages';

export type EventSource = 'messenger' | 'stripe' | 'paypal';
export type WebhookEventRow = typeof webhookEvents.$inferSelect;

/** `hasEffect: false`: kept for the record, nothing to work. */
export type NewWebhookEvent = {
  source: EventSource;
  eventId: string;
  payload: unknown;
  hasEffect: boolean;
  at: Date;
};

/**
 * Puts events into the inbox, each once for its id, however often it is delivered. Those without effect are kept as
 * done. Answers how many were new. All or none: a 200 may follow only when this returned.
 */
export function insertWebhookEvents(db: Database, events: readonly NewWebhookEvent[]): Promise<number> {
  return writeInbox(
    db,
    events.map(({ hasEffect, ...event }) => ({
      ...event,
      status: hasEffect ? 'waiting' : 'without_effect',
      doneAt: hasEffect ? null : event.at,
    })),
  );
}

/**
 * Takes the oldest event of a source that is due, for as long as `leaseMs`: whoever dies over it leaves it to the next worker then.
 * A claim counts as a try. Null when nothing is due. Safe with many workers.
 */
export async function claimWebhookEvent(
  db: Database,
  { source, now, leaseMs }: { source: EventSource; now: Date; leaseMs: number },
): Promise<WebhookEventRow | null> {
  const [row] = await db
    .update(webhookEvents)
    .set({ tries: sql`${webhookEvents.tries} + 1`, nextTryAt: new Date(now.getTime() + leaseMs) })
    .where(
      eq(
        webhookEvents.id,
        sql`(select id from ${webhookEvents} 
          where status = 'waiting' and source = ${source} and next_try_at <= ${now.toISOString()}
          order by next_try_at, id limit 1 for update skip locked)`,
      ),
    )
    .returning();
  return row ?? null;
}

/**
 * Marks an event as worked, in the transaction of its effect. Throws when somebody else already did, so that the effect
 * is rolled back: an event works once.
 */
export async function markEventDone(
  tx: Database,
  id: number,
  status: 'done' | 'without_effect',
  now: Date,
): Promise<void> {
  const rows = await tx
    .update(webhookEvents)
    .set({ status, doneAt: now, lastProblem: null })
    .where(and(eq(webhookEvents.id, id), eq(webhookEvents.status, 'waiting')))
    .returning({ id: webhookEvents.id });
  if (rows.length === 0) throw new Error(`event ${id} was worked by somebody else`);
}

/** Leaves an event for later, or for a person (`set_aside`). One that was finished meanwhile stays finished. */
export async function postponeEvent(
  db: Database,
  id: number,
  later: { status: 'waiting' | 'set_aside'; nextTryAt: Date; problem: string; countsAsTry: boolean },
): Promise<void> {
  await db
    .update(webhookEvents)
    .set({
      status: later.status,
      nextTryAt: later.nextTryAt,
      lastProblem: later.problem,
      ...(later.countsAsTry ? {} : { tries: sql`${webhookEvents.tries} - 1` }),
    })
    .where(and(eq(webhookEvents.id, id), eq(webhookEvents.status, 'waiting')));
}
