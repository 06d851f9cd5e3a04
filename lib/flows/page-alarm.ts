import { finishTasks, reopenTask } from '@/lib/db/disputes';
import type { SendProblem } from '@/lib/domain/ports';
import type { Deps } from './deps';
import { raiseTask, type TaskKind } from './raise-task';

/** What stops every message of the Page, and what the merchant is told of it. */
const TASKS = { token_dead: 'page_token_dead', restricted: 'page_restricted' } as const satisfies Partial<
  Record<SendProblem, TaskKind>
>;
export type PageProblem = keyof typeof TASKS;

export function isPageProblem(problem: string): problem is PageProblem {
  return problem in TASKS;
}

/** Puts it before the merchant that Meta takes nothing of the Page: once, and again when it happens again. */
export function raisePageAlarm(deps: Pick<Deps, 'db' | 'newId' | 'now'>, problem: PageProblem): Promise<void> {
  return raiseOnce(deps, TASKS[problem]);
}

/** Meta warned, blocked or released the Page: somebody should read what it says. */
export function raisePolicyAlarm(deps: Pick<Deps, 'db' | 'newId' | 'now'>): Promise<void> {
  return raiseOnce(deps, 'page_policy');
}

/** A message that was stopped so has left: the alarm is over. `failure`: why it did not leave before. */
export async function endPageAlarm(deps: Pick<Deps, 'db' | 'now'>, failure: string | null): Promise<void> {
  const problem = failure?.split(':')[0] ?? '';
  if (isPageProblem(problem)) await finishTasks(deps.db, [`${TASKS[problem]}:page`], deps.now());
}

async function raiseOnce(deps: Pick<Deps, 'db' | 'newId' | 'now'>, kind: TaskKind): Promise<void> {
  await raiseTask(deps, kind, 'page', {});
  await reopenTask(deps.db, `${kind}:page`);
}
