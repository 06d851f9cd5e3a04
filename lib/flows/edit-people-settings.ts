import { deleteCannedReply, insertCannedReply } from '@/lib/db/canned-replies';
import { savePeopleSettings } from '@/lib/db/people-settings';
import type { CannedReply } from '@/lib/domain/messaging/people-forms';
import type { PeopleSettings } from '@/lib/domain/messaging/silence';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Says how long the bot leaves a thread to people from now on. A silence that runs keeps its end. */
export async function editPeopleSettings(deps: Deps, settings: PeopleSettings): Promise<Result<null, never>> {
  await savePeopleSettings(deps.db, settings);
  return succeed(null);
}

/** Keeps what is said often. */
export async function keepCannedReply(deps: Deps, reply: CannedReply): Promise<Result<null, never>> {
  await insertCannedReply(deps.db, { ...reply, at: deps.now() });
  return succeed(null);
}

export async function removeCannedReply(deps: Deps, { id }: { id: string }): Promise<Result<null, never>> {
  await deleteCannedReply(deps.db, id);
  return succeed(null);
}
