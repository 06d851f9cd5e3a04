import { eq, sql } from 'drizzle-orm';
import { type PeopleSettings, peopleSettingsSchema, UNSAID_PEOPLE_SETTINGS } from '@/lib/domain/messaging/silence';
import type { Database } from './client';
import { settings } from './schema/catalogue';

const PEOPLE = 'people';

/** How long the bot leaves a thread to people; half an hour before the first word. */
export async function getPeopleSettings(db: Database): Promise<PeopleSettings> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, PEOPLE));
  return row ? peopleSettingsSchema.parse(row.value) : UNSAID_PEOPLE_SETTINGS;
}

export async function savePeopleSettings(db: Database, value: PeopleSettings): Promise<void> {
  await db
    .insert(settings)
    .values({ key: PEOPLE, value })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } });
}
