import { asc, eq } from 'drizzle-orm';
import type { FaqEntry } from '@/lib/domain/messaging/faq';
import type { Database } from './client';
import { faqEntries } from './schema/faq';

/** What the merchant has answered for good, in the order it was written. */
export async function listFaq(db: Database): Promise<FaqEntry[]> {
  return db
    .select({ id: faqEntries.id, question: faqEntries.question, answer: faqEntries.answer })
    .from(faqEntries)
    .orderBy(asc(faqEntries.createdAt), asc(faqEntries.id));
}

/** Keeps an answer; the same form posted twice makes one. */
export async function insertFaq(db: Database, entry: FaqEntry & { at: Date }): Promise<void> {
  const { id, question, answer, at } = entry;
  await db.insert(faqEntries).values({ id, question, answer, createdAt: at }).onConflictDoNothing();
}

export async function deleteFaq(db: Database, id: string): Promise<void> {
  await db.delete(faqEntries).where(eq(faqEntries.id, id));
}
