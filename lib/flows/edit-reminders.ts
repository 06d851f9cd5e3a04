import { saveReminderSettings } from '@/lib/db/settings';
import type { ReminderSettings } from '@/lib/domain/messaging/reminder-settings';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Sets after how many hours carts are recalled. */
export async function editReminders(deps: Pick<Deps, 'db'>, settings: ReminderSettings): Promise<Result<null, never>> {
  await saveReminderSettings(deps.db, settings);
  return succeed(null);
}
