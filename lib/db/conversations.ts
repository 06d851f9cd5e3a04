import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import { type EntryKind, type Mark, PAGE_INBOX_APP_ID, previewOf, type WaitEnd } from '@/lib/domain/messaging/thread';
import type { TurnEffects } from '@/lib/domain/messaging/turn';
import type { Database } from './client';
import { endConsents } from './consents';
import { closeAsksOfShopper } from './product-asks';
import { conversations, personWaits, threadEntries } from './schema/conversations';
import { merchantTasks } from './schema/orders';
import { shoppers } from './schema/shoppers';
import { together } from './transaction';

export type Conversation = typeof conversations.$inferSelect;

/** The channel on which the desk hears which thread has changed. */
export const CONVERSATION_CHANNEL = 'conversation_changed';

/** Keeps what a turn of the conversation leaves behind. The bot only ever makes its silence longer: a person may have come meanwhile. */
export async function keepTurn(tx: Database, shopperId: ShopperId, effects: TurnEffects, at: Date): Promise<void> {
  const { unclearInRow, quietUntil, language, advertising } = effects;
  await tx
    .update(shoppers)
    .set({
      unclearInRow,
      quietUntil: sql`greatest(${shoppers.quietUntil}, ${quietUntil?.toISOString() ?? null}::timestamptz)`,
      ...(language ? { language } : {}),
      ...(advertising === 'resumed' ? { stoppedAt: null } : {}),
    })
    .where(eq(shoppers.id, shopperId));
  if (advertising === 'stopped') await stopAdvertising(tx, shopperId, at);
}

/** The stop word: no advertising from this moment on, and nothing that she had asked to be told of. */
export async function stopAdvertising(tx: Database, shopperId: ShopperId, at: Date): Promise<void> {
  await together([
    tx.update(shoppers).set({ stoppedAt: at }).where(eq(shoppers.id, shopperId)),
    endConsents(tx, shopperId, at),
    closeAsksOfShopper(tx, shopperId, at),
  ]);
}

/**
 * How long the bot leaves a thread to people; null: it answers again. What it did not understand before a person came does
 * not count any more.
 */
export async function setQuiet(tx: Database, shopperId: ShopperId, until: Date | null): Promise<void> {
  await tx.update(shoppers).set({ quietUntil: until, unclearInRow: 0 }).where(eq(shoppers.id, shopperId));
}

/** Tells every desk, once the transaction stands, that a thread has changed: its id and nothing of what was said. */
export async function tellDesk(tx: Database, shopperId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${CONVERSATION_CHANNEL}, ${shopperId})`);
}

/** How a conversation stands, or null. */
export async function getConversationState(db: Database, shopperId: ShopperId): Promise<Conversation | null> {
  const [row] = await db.select().from(conversations).where(eq(conversations.shopperId, shopperId));
  return row ?? null;
}

/** The conversation, locked until the transaction ends; null when there is none. */
export async function lockConversation(tx: Database, shopperId: ShopperId): Promise<Conversation | null> {
  const [row] = await tx.select().from(conversations).where(eq(conversations.shopperId, shopperId)).for('update');
  return row ?? null;
}

type HerWord = {
  shopperId: ShopperId;
  eventId: number;
  kind: EntryKind;
  text: string;
  at: Date;
  waits: boolean;
  /** Heard on standby: another app leads the thread, whatever was told of it before; else it is ours. */
  overheard: boolean;
};

/**
 * Keeps what she said or tapped, once per event. A closed conversation opens again; with `waits` she waits for a person from
 * now on, if she did not already.
 */
export async function keepHerWord(tx: Database, word: HerWord): Promise<void> {
  const { shopperId, at, waits, eventId, kind, text, overheard } = word;
  const elsewhere = overheard ? PAGE_INBOX_APP_ID : null;
  const isNewest = sql`${conversations.lastAt} <= excluded.last_at`;
  await together([
    tx
      .insert(threadEntries)
      .values({ shopperId, eventId, kind, text, at })
      .onConflictDoNothing({ target: threadEntries.eventId }),
    tx
      .insert(conversations)
      .values({
        shopperId,
        lastAt: at,
        lastBy: 'shopper',
        lastText: previewOf(text),
        unread: 1,
        waitingSince: waits ? at : null,
        ownerAppId: elsewhere,
      })
      .onConflictDoUpdate({
        target: conversations.shopperId,
        set: {
          status: 'open',
          lastAt: sql`greatest(${conversations.lastAt}, excluded.last_at)`,
          lastBy: sql`case when ${isNewest} then excluded.last_by else ${conversations.lastBy} end`,
          lastText: sql`case when ${isNewest} then excluded.last_text else ${conversations.lastText} end`,
          unread: sql`${conversations.unread} + 1`,
          waitingSince: sql`coalesce(${conversations.waitingSince}, excluded.waiting_since)`,
          ownerAppId: overheard ? sql`coalesce(${conversations.ownerAppId}, excluded.owner_app_id)` : null,
        },
      }),
    waits
      ? tx
          .insert(personWaits)
          .values({ shopperId, since: at })
          .onConflictDoNothing({ target: personWaits.shopperId, where: sql`ended_at is null` })
      : null,
    tellDesk(tx, shopperId),
  ]);
}

type Spoke = { shopperId: ShopperId; by: 'merchant' | 'inbox'; merchantId: string | null; text: string; at: Date };

/** A person of the shop has spoken: here (`merchant`) or in the Page's own inbox. Ends her waiting; whoever answers first is responsible. */
export async function keepPersonSpoke(tx: Database, { shopperId, by, merchantId, text, at }: Spoke): Promise<void> {
  await tx
    .insert(conversations)
    .values({ shopperId, lastAt: at, lastBy: by, lastText: previewOf(text), assignedTo: merchantId })
    .onConflictDoUpdate({
      target: conversations.shopperId,
      set: {
        status: 'open',
        lastAt: sql`greatest(${conversations.lastAt}, excluded.last_at)`,
        lastBy: by,
        lastText: previewOf(text),
        unread: 0,
        assignedTo: sql`coalesce(${conversations.assignedTo}, excluded.assigned_to)`,
      },
    });
  await endWait(tx, { shopperId, ended: by === 'inbox' ? 'inbox' : 'answered', merchantId, at });
}

/** Ends her waiting for a person, if she waits, and takes it from the merchant's list. */
export async function endWait(
  tx: Database,
  { shopperId, ended, merchantId, at }: { shopperId: ShopperId; ended: WaitEnd; merchantId: string | null; at: Date },
): Promise<void> {
  await together([
    tx.update(conversations).set({ waitingSince: null }).where(eq(conversations.shopperId, shopperId)),
    tx
      .update(personWaits)
      .set({ ended, endedAt: at, endedBy: merchantId })
      .where(and(eq(personWaits.shopperId, shopperId), isNull(personWaits.endedAt))),
    tx
      .update(merchantTasks)
      .set({ doneAt: at })
      .where(
        and(
          eq(merchantTasks.kind, 'person_wanted'),
          sql`${merchantTasks.facts} ->> 'shopperId' = ${shopperId}`,
          isNull(merchantTasks.doneAt),
        ),
      ),
    tellDesk(tx, shopperId),
  ]);
}

type NewEntry = Omit<typeof threadEntries.$inferInsert, 'id' | 'kind'> & { kind: EntryKind };

/** Writes a line beside the words: a note, a mark. False for one that came with the same event or form before. */
export async function insertEntry(tx: Database, entry: NewEntry): Promise<boolean> {
  const rows = await tx.insert(threadEntries).values(entry).onConflictDoNothing().returning({ id: threadEntries.id });
  return rows.length > 0;
}

export async function insertMark(
  tx: Database,
  mark: { shopperId: ShopperId; mark: Mark; at: Date; merchantId?: string; detail?: string | null; eventId?: number },
): Promise<void> {
  const { mark: name, ...rest } = mark;
  await insertEntry(tx, { ...rest, kind: 'mark', text: name });
}

type Change = Partial<Pick<Conversation, 'status' | 'unread' | 'assignedTo' | 'ownerAppId' | 'requestedBy'>>;

/** Changes a conversation and tells the desks. False when there is none. */
export async function updateConversation(tx: Database, shopperId: ShopperId, change: Change): Promise<boolean> {
  const rows = await tx
    .update(conversations)
    .set(change)
    .where(eq(conversations.shopperId, shopperId))
    .returning({ id: conversations.shopperId });
  await tellDesk(tx, shopperId);
  return rows.length > 0;
}
