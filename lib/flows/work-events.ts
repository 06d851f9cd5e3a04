import {
  claimWebhookEvent,
  type EventSource,
  markEventDone,
  postponeEvent,
  type WebhookEventRow,
} from '@/lib/db/webhook-events';
import type { Deps } from './deps';

/**
 * Works one stored event. "finished": the handler marked the row itself (`markEventDone`), in the transaction of its
 * effect. "later": the other side takes nothing at present, which is no fault of this event and spends no try. Otherwise the
 * effect is one that may be repeated, and the row is marked after it. Throws: tried again later.
 */
export type EventHandler = (
  deps: Deps,
  row: WebhookEventRow,
) => Promise<'finished' | 'done' | 'without_effect' | 'later'>;

const SOURCES = ['messenger', 'stripe', 'paypal'] as const satisfies readonly EventSource[];
const LEASE_MS = 60_000;
const MAX_TRIES = 8;
const LONGEST_WAIT_MS = 10 * 60_000;
const LATER_MS = 5 * 60_000;

/**
 * Works what is due in the inbox, at most `limit` events of each source, oldest first; answers how many were taken. One
 * that fails waits longer each time, is set aside with an alarm after eight tries, and blocks no other; a slow source does
 * not hold up another; one without a handler waits. Safe with any number of workers.
 */
export async function workEvents(
  deps: Deps,
  handlers: Partial<Record<EventSource, EventHandler>>,
  { limit = 100 }: { limit?: number } = {},
): Promise<number> {
  const taken = await Promise.all(
    SOURCES.map((source) => {
      const handle = handlers[source];
      return handle ? workSource(deps, source, handle, limit) : 0;
    }),
  );
  return taken.reduce((sum, count) => sum + count, 0);
}

async function workSource(deps: Deps, source: EventSource, handle: EventHandler, limit: number): Promise<number> {
  let taken = 0;
  while (taken < limit) {
    const row = await claimWebhookEvent(deps.db, { source, now: deps.now(), leaseMs: LEASE_MS });
    if (!row) break;
    taken += 1;
    await workOne(deps, handle, row);
  }
  return taken;
}

async function workOne(deps: Deps, handle: EventHandler, row: WebhookEventRow): Promise<void> {
  try {
    const outcome = await handle(deps, row);
    if (outcome === 'later') {
      const nextTryAt = new Date(deps.now().getTime() + LATER_MS);
      await postponeEvent(deps.db, row.id, { status: 'waiting', nextTryAt, problem: outcome, countsAsTry: false });
    } else if (outcome !== 'finished') await markEventDone(deps.db, row.id, outcome, deps.now());
  } catch (error) {
    // The name alone: messages of errors may quote what somebody wrote.
    const problem = error instanceof Error ? error.name : 'unknown';
    const status = row.tries >= MAX_TRIES ? 'set_aside' : 'waiting';
    const nextTryAt = new Date(deps.now().getTime() + Math.min(1000 * 2 ** row.tries, LONGEST_WAIT_MS));
    await postponeEvent(deps.db, row.id, { status, nextTryAt, problem, countsAsTry: true });
    deps.log(status === 'set_aside' ? 'alarm.event_set_aside' : 'event.failed', {
      id: row.id,
      source: row.source,
      tries: row.tries,
      problem,
    });
  }
}
