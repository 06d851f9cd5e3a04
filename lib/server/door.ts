import 'server-only';
import { isDatabaseDown } from '@/lib/db/transaction';
import { fail } from '@/lib/domain/result';
import { logProblem } from './log';
import { respondProblem } from './respond';
import { isSameSite } from './same-site';
import { getEnv } from './wiring';

/** A door that our own pages call and that changes something: another site's request ends here with 403. */
export function changingDoor(request: Request, handle: () => Promise<Response>): Promise<Response> {
  if (!isSameSite(request.headers, getEnv().PUBLIC_URL))
    return Promise.resolve(respondProblem(request, fail('cross_site')));
  return openDoor(request, handle);
}

/**
 * Runs a door's work. Without a database it answers 503; what nobody foresaw is logged through the log's sieve and
 * answers 500 without a word about the inside.
 */
export async function openDoor(request: Request, handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (isDatabaseDown(error)) return respondProblem(request, fail('database_down'));
    logProblem('door.failed', error, { door: new URL(request.url).pathname });
    return respondProblem(request, fail('unexpected'));
  }
}
