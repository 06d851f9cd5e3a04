import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Audience, BroadcastContent } from '@/lib/domain/messaging/broadcast';
import type { Database } from './client';
import { type ReachClass, reachClassOf } from './reach-class';
import { outgoingMessages } from './schema/messages';
import { type BroadcastStatus, broadcasts } from './schema/outreach';

export type Broadcast = typeof broadcasts.$inferSelect;

export async function getBroadcast(db: Database, id: string): Promise<Broadcast | null> {
  const [row] = await db.select().from(broadcasts).where(eq(broadcasts.id, id));
  return row ?? null;
}

export async function listBroadcasts(db: Database, limit: number): Promise<Broadcast[]> {
  return db.select().from(broadcasts).orderBy(desc(broadcasts.createdAt)).limit(limit);
}

type Draft = { id: string; name: string; content: BroadcastContent; audience: Audience };

/** Writes a draft down, or changes it while it is one. False when it is no draft any more. */
export async function saveDraft(
  db: Database,
  draft: Draft & { ref: string; merchantId: string; at: Date },
): Promise<boolean> {
  const { name, content, audience, at, ...rest } = draft;
  const rows = await db
    .insert(broadcasts)
    .values({ ...rest, name, content, audience, status: 'draft', createdAt: at })
    .onConflictDoUpdate({
      target: broadcasts.id,
      set: { name, content, audience },
      setWhere: eq(broadcasts.status, 'draft'),
    })
    .returning({ id: broadcasts.id });
  return rows.length > 0;
}

/** Moves a broadcast on from one of these states; false when it stood elsewhere. */
export async function moveBroadcast(
  tx: Database,
  id: string,
  from: BroadcastStatus[],
  to: Partial<Pick<Broadcast, 'status' | 'startsAt' | 'endedAt'>>,
): Promise<boolean> {
  const rows = await tx
    .update(broadcasts)
    .set(to)
    .where(and(eq(broadcasts.id, id), inArray(broadcasts.status, from)))
    .returning({ id: broadcasts.id });
  return rows.length > 0;
}

/**
 * Takes back what waits in the outbox and has not been tried. The place from which it goes on moves back with them; who
 * was reached before is not reached again, since a cause counts once.
 */
export async function withdrawWaiting(tx: Database, id: string): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from outgoing_messages where broadcast_id = ${id} and status = 'waiting' and tries = 0 returning shopper_id)
    update broadcasts set queued = queued - (select count(*) from gone),
      cursor = coalesce((select max(shoppers.id) from shoppers where shoppers.id < (select min(shopper_id) from gone)), '')
    where id = ${id} and exists (select from gone)`);
}

/** The broadcast that is being sent, locked; the one that began first where there are several. One at a time keeps the pace. */
export async function lockSendingBroadcast(tx: Database, now: Date): Promise<Broadcast | null> {
  await tx
    .update(broadcasts)
    .set({ status: 'sending' })
    .where(and(eq(broadcasts.status, 'scheduled'), lte(broadcasts.startsAt, now)));
  const [row] = await tx
    .select()
    .from(broadcasts)
    .where(eq(broadcasts.status, 'sending'))
    .orderBy(broadcasts.startsAt, broadcasts.id)
    .limit(1)
    .for('update');
  return row ?? null;
}

/** How many of its messages wait to leave. */
export async function countUnsent(db: Database, id: string): Promise<number> {
  const unsent = and(eq(outgoingMessages.broadcastId, id), inArray(outgoingMessages.status, ['waiting', 'sending']));
  return db.$count(outgoingMessages, unsent);
}

const portionSchema = z.object({ looked: z.coerce.number(), queued: z.coerce.number(), last: z.string().nullable() });
/** Answers to people go first: what she or somebody else asked within this time is sent before. */
const HEAD_START_MS = 500;

/**
 * Puts the next `portion` of the audience into the outbox, in one statement: those whom it reaches now, by the consent that
 * stands. Each is looked at once, in the order of ids; `looked` 0 says that all were.
 */
export async function feedPortion(
  tx: Database,
  { id, audience, cursor }: Broadcast,
  { portion, now, paceAt }: { portion: number; now: Date; paceAt: Date },
): Promise<{ looked: number; queued: number }> {
  const message = JSON.stringify({ kind: 'broadcast_of', broadcastId: id });
  const due = new Date(now.getTime() + HEAD_START_MS).toISOString();
  const { rows } = await tx.execute(sql`
    with portion as materialized (
      select person.id, person.psid, agreed.id as consent_id, ${reachClassOf(sql`person`, sql`agreed`, now)} as class
      from shoppers person join consents agreed
        on agreed.shopper_id = person.id and agreed.topic = 'news' and agreed.ended_at is null
      where person.psid is not null and person.id > ${cursor} and ${isIn(audience)}
      order by person.id limit ${portion}),
    queued as (
      insert into outgoing_messages (id, shopper_id, psid, purpose, message, cause, status, next_try_at, created_at,
        consent_id, broadcast_id)
      select gen_random_uuid()::text, portion.id, portion.psid, 'broadcast', ${message}::jsonb,
        'broadcast:' || ${id} || ':' || portion.id, 'waiting', ${due}, ${now.toISOString()}, portion.consent_id, ${id}
      from portion where portion.class in ('window', 'token') order by portion.id
      on conflict (cause) do nothing returning id)
    select (select count(*) from portion) as looked, (select count(*) from queued) as queued,
      (select max(id) from portion) as last`);
  const { looked, queued, last } = portionSchema.parse(rows[0]);
  await tx
    .update(broadcasts)
    .set({ queued: sql`${broadcasts.queued} + ${queued}`, paceAt, ...(last === null ? {} : { cursor: last }) })
    .where(eq(broadcasts.id, id));
  return { looked, queued };
}

function isIn(audience: Audience) {
  const bought = sql`select from orders where orders.shopper_id = person.id and orders.status <> 'cancelled'`;
  switch (audience.kind) {
    case 'all':
      return sql`true`;
    case 'buyers':
      return sql`exists (${bought})`;
    case 'collection':
      return sql`exists (${bought} and exists (
        select from jsonb_array_elements(orders.quote -> 'lines') line
          join variants on variants.id = line ->> 'variantId'
          join collection_products placed on placed.product_id = variants.product_id
        where placed.collection_slug = ${audience.slug}))`;
  }
}

/** How many of an audience it would reach now, by way, and the others by reason: everybody who has a thread is counted once. */
export async function countReach(
  db: Database,
  audience: Audience,
  now: Date,
): Promise<Partial<Record<ReachClass, number>>> {
  const { rows } = await db.execute(sql`
    select ${reachClassOf(sql`person`, sql`agreed`, now)} as class, count(*) as people
    from shoppers person left join consents agreed
      on agreed.shopper_id = person.id and agreed.topic = 'news' and agreed.ended_at is null
    where person.psid is not null and ${isIn(audience)} group by 1`);
  const counts = z.array(z.object({ class: z.string(), people: z.coerce.number() })).parse(rows);
  return Object.fromEntries(counts.map((row) => [row.class, row.people]));
}

/** What became of its messages: how many of each state, the failed ones by reason. */
export async function listBroadcastResults(
  db: Database,
  id: string,
): Promise<{ status: string; failure: string | null; people: number }[]> {
  const reason = sql<string | null>`case when ${outgoingMessages.status} = 'failed'
    then split_part(replace(${outgoingMessages.failure}, 'given_up:', ''), ':', 1) end`;
  return db
    .select({ status: outgoingMessages.status, failure: reason, people: sql<number>`count(*)::int` })
    .from(outgoingMessages)
    .where(eq(outgoingMessages.broadcastId, id))
    .groupBy(outgoingMessages.status, reason)
    .orderBy(sql`count(*) desc`);
}
