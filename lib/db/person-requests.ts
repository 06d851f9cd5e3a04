import { and, eq, sql } from 'drizzle-orm';
import type { PersonRequestKind, PersonRequestState } from '@/lib/domain/person-request';
import type { Database } from './client';
import { personRequests } from './schema/person-requests';

export type PersonRequestRow = typeof personRequests.$inferSelect;

/**
 * Takes a request, once for a person and kind, and answers its code. One that Meta signed after the last was done starts
 * the work anew under the same code; an older one that is played again changes nothing.
 */
export async function insertPersonRequest(
  db: Database,
  request: { code: string; kind: PersonRequestKind; personMark: string; sealedPerson: string; askedAt: Date; at: Date },
): Promise<string> {
  const { at, ...asked } = request;
  await db
    .insert(personRequests)
    .values({ ...asked, status: 'waiting', nextTryAt: at, receivedAt: at })
    .onConflictDoUpdate({
      target: [personRequests.kind, personRequests.personMark],
      set: {
        sealedPerson: asked.sealedPerson,
        askedAt: asked.askedAt,
        status: 'waiting',
        keptOrders: null,
        tries: 0,
        nextTryAt: at,
        receivedAt: at,
        doneAt: null,
      },
      setWhere: sql`${personRequests.status} = 'done' and ${personRequests.askedAt} < ${asked.askedAt.toISOString()}`,
    });
  const [row] = await db
    .select({ code: personRequests.code })
    .from(personRequests)
    .where(and(eq(personRequests.kind, asked.kind), eq(personRequests.personMark, asked.personMark)));
  if (!row) throw new Error('a request was just taken and is not there');
  return row.code;
}

/** How far the erasure of this code came, or null for a code that nobody was given. */
export async function getErasureState(db: Database, code: string): Promise<PersonRequestState | null> {
  const [row] = await db
    .select({
      receivedAt: personRequests.receivedAt,
      doneAt: personRequests.doneAt,
      keptOrders: personRequests.keptOrders,
    })
    .from(personRequests)
    .where(and(eq(personRequests.code, code), eq(personRequests.kind, 'erase')));
  return row ?? null;
}

/** Takes the oldest request that is due, for as long as `leaseMs`. Null when nothing is. Safe with many workers. */
export async function claimPersonRequest(
  db: Database,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<PersonRequestRow | null> {
  const [row] = await db
    .update(personRequests)
    .set({ tries: sql`${personRequests.tries} + 1`, nextTryAt: new Date(now.getTime() + leaseMs) })
    .where(
      eq(
        personRequests.code,
        sql`(select code from ${personRequests} where status = 'waiting' and next_try_at <= ${now.toISOString()}
          order by next_try_at limit 1 for update skip locked)`,
      ),
    )
    .returning();
  return row ?? null;
}

/** In the transaction of its effect: the id of Meta's goes with it. */
export async function markPersonRequestDone(
  tx: Database,
  code: string,
  done: { keptOrders: boolean; at: Date },
): Promise<void> {
  await tx
    .update(personRequests)
    .set({ status: 'done', sealedPerson: null, keptOrders: done.keptOrders, doneAt: done.at })
    .where(and(eq(personRequests.code, code), eq(personRequests.status, 'waiting')));
}

export async function postponePersonRequest(db: Database, code: string, nextTryAt: Date): Promise<void> {
  await db
    .update(personRequests)
    .set({ nextTryAt })
    .where(and(eq(personRequests.code, code), eq(personRequests.status, 'waiting')));
}
