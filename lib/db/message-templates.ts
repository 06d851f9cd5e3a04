import { and, eq, lte, sql } from 'drizzle-orm';
import { metaLanguage, UTILITY_NAMES, type Utility } from '@/lib/domain/messaging/utility';
import type { Database } from './client';
import { messageTemplates } from './schema/outreach';

export type TemplateState = { name: string; language: string; status: string };

/** Whether Meta has approved this template in this language, as it last told. */
export async function isApproved(db: Database, { name, language }: Utility): Promise<boolean> {
  const [row] = await db
    .select({ status: messageTemplates.status })
    .from(messageTemplates)
    .where(and(eq(messageTemplates.name, name), eq(messageTemplates.language, metaLanguage(language))));
  return row?.status === 'APPROVED';
}

/** Whether this Page may have utility templates, as Meta told when it was set up. */
export async function hasTemplates(db: Database): Promise<boolean> {
  return (await db.select({ name: messageTemplates.name }).from(messageTemplates).limit(1)).length > 0;
}

/**
 * Keeps what Meta said of templates at the moment `at`, unless something newer is known. Those of somebody else are none of
 * ours and are passed over.
 */
export async function saveTemplateStates(db: Database, states: readonly TemplateState[], at: Date): Promise<void> {
  const known: readonly string[] = UTILITY_NAMES;
  const ours = states.filter(({ name }) => known.includes(name));
  if (ours.length === 0) return;
  await db
    .insert(messageTemplates)
    .values(ours.map((state) => ({ ...state, updatedAt: at })))
    .onConflictDoUpdate({
      target: [messageTemplates.name, messageTemplates.language],
      set: { status: sql`excluded.status`, updatedAt: at },
      setWhere: lte(messageTemplates.updatedAt, at),
    });
}
