import { Pool } from 'pg';
import type { Database } from './client';

export type InboxRow = {
  source: string;
  eventId: string;
  payload: unknown;
  status: string;
  at: Date;
  doneAt: Date | null;
};

type Waiting = { rows: readonly InboxRow[]; resolve: (inserted: number) => void; reject: (error: unknown) => void };
type Writer = { waiting: Waiting[]; isWriting: boolean };

const MOST_ROWS = 1_000;
const writers = new WeakMap<Database, Writer>();

/**
 * Stores rows of the inbox, each once for its id, all or none; answers how many were new, once they are on disk. What
 * arrives while a commit is under way goes into the next one together: the disk is waited for once, not once a request.
 */
export function writeInbox(db: Database, rows: readonly InboxRow[]): Promise<number> {
  const writer = writers.get(db) ?? { waiting: [], isWriting: false };
  writers.set(db, writer);
  return new Promise((resolve, reject) => {
    writer.waiting.push({ rows, resolve, reject });
    if (writer.isWriting) return;
    writer.isWriting = true;
    // What the same turn of the loop brings goes into the first commit already.
    setImmediate(() => void writeWaiting(db, writer));
  });
}

async function writeWaiting(db: Database, writer: Writer): Promise<void> {
  try {
    while (writer.waiting.length > 0) await writeTogether(db, takeSome(writer));
  } finally {
    writer.isWriting = false;
  }
}

function takeSome({ waiting }: Writer): Waiting[] {
  let rows = 0;
  const fitting = waiting.findIndex((one, at) => {
    rows += one.rows.length;
    return at > 0 && rows > MOST_ROWS;
  });
  return waiting.splice(0, fitting === -1 ? waiting.length : fitting);
}

async function writeTogether(db: Database, together: Waiting[]): Promise<void> {
  try {
    const isNew = await insertRows(
      db,
      together.flatMap((one) => one.rows),
    );
    // The same event in two requests of one commit: new for the first of them.
    for (const one of together) one.resolve(one.rows.filter((row) => isNew.delete(keyOf(row))).length);
  } catch (error) {
    const [first] = together;
    if (together.length === 1) return first?.reject(error);
    // One that cannot be stored takes no other with it.
    for (const one of together) await writeTogether(db, [one]);
  }
}

const INSERT = `
  insert into webhook_events (source, event_id, payload, status, next_try_at, received_at, done_at)
  select source, "eventId", payload, status, at, at, "doneAt"
  from json_to_recordset($1::json)
    as row(source text, "eventId" text, payload jsonb, status text, at timestamptz, "doneAt" timestamptz)
  on conflict (source, event_id) do nothing
  returning source, event_id`;

async function insertRows(db: Database, rows: readonly InboxRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  // Past the query builder: this one statement is asked thousands of times a second.
  const { rows: inserted } = await poolOf(db).query<{ source: string; event_id: string }>(INSERT, [
    JSON.stringify(rows),
  ]);
  return new Set(inserted.map((row) => keyOf({ source: row.source, eventId: row.event_id })));
}

function poolOf(db: Database): Pool {
  const pool: unknown = Reflect.get(db, '$client');
  if (!(pool instanceof Pool)) throw new Error('the inbox is written through the pool, in commits of its own');
  return pool;
}

function keyOf({ source, eventId }: Pick<InboxRow, 'source' | 'eventId'>): string {
  return `${source}:${eventId}`;
}
