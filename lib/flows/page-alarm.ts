import { finishTasks, reopenTask } from '@/lib/db/disputes';
import type { Deps } from './deps';
import { raiseTask } from './raise-task';

const KEY = 'page_token_dead:page';

/** Puts it before the merchant that Meta refuses the Page's token: once, and again when it happens again. */
export async function raiseTokenAlarm(deps: Pick<Deps, 'db' | 'newId' | 'now'>): Promise<void> {
  await raiseTask(deps, 'page_token_dead', 'page', {});
  await reopenTask(deps.db, KEY);
}

/** A message that the token had stopped has left: the alarm is over. `failure`: why it did not leave before. */
export async function endTokenAlarm(deps: Pick<Deps, 'db' | 'now'>, failure: string | null): Promise<void> {
  if (failure?.startsWith('token_dead')) await finishTasks(deps.db, [KEY], deps.now());
}
