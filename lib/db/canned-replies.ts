import { asc, eq } from 'drizzle-orm';
import type { CannedReply } from '@/lib/domain/messaging/people-forms';
import type { Database } from './client';
import { cannedReplies } from './schema/conversations';

/** What the merchant says often, by title. */
export async function listCannedReplies(db: Database): Promise<CannedReply[]> {
  const { id, title, textDe, textEn } = cannedReplies;
  return db.select({ id, title, textDe, textEn }).from(cannedReplies).orderBy(asc(title), asc(id));
}

/** Keeps a reply; the same form posted twice makes one. */
export async function insertCannedReply(db: Database, reply: CannedReply & { at: Date }): Promise<void> {
  const { at, ...rest } = reply;
  await db
    .insert(cannedReplies)
    .values({ ...rest, createdAt: at })
    .onConflictDoNothing();
}

export async function deleteCannedReply(db: Database, id: string): Promise<void> {
  await db.delete(cannedReplies).where(eq(cannedReplies.id, id));
}
