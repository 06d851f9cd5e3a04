import { closeTaskById } from '@/lib/db/disputes';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * A person has dealt with something on the list of the day, and says so. Closed once; the same happening does not come back, but
 * for a dispute that is asked about anew. Problem: "not_found".
 */
export async function closeTask(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { taskId, merchantId }: { taskId: string; merchantId: string },
): Promise<Result<null, 'not_found'>> {
  const kind = await closeTaskById(deps.db, taskId, deps.now());
  if (kind === null) return fail('not_found');
  deps.log('task.closed', { task: taskId, kind, merchant: merchantId });
  return succeed(null);
}
