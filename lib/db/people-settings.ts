import { type PeopleSettings, peopleSettingsSchema, UNSAID_PEOPLE_SETTINGS } from '@/lib/domain/messaging/silence';
import type { Database } from './client';
import { readSetting, saveSetting } from './settings';

const PEOPLE = 'people';

/** How long the bot leaves a thread to people; half an hour before the first word. */
export async function getPeopleSettings(db: Database): Promise<PeopleSettings> {
  const value = await readSetting(db, PEOPLE);
  return value === undefined ? UNSAID_PEOPLE_SETTINGS : peopleSettingsSchema.parse(value);
}

export async function savePeopleSettings(db: Database, value: PeopleSettings): Promise<void> {
  await saveSetting(db, PEOPLE, value);
}
