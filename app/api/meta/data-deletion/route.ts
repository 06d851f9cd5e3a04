import { openDoor } from '@/lib/server/door';
import { takePersonRequest } from '@/lib/server/person-request';
import { respond, respondProblem } from '@/lib/server/respond';
import { getEnv } from '@/lib/server/wiring';

/** Meta's "Data Deletion Request Callback": the work is done by the worker, the code shows how far it came. */
export function POST(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const taken = await takePersonRequest(request, 'erase');
    if (!taken.ok) return respondProblem(request, taken);
    const url = `${getEnv().PUBLIC_URL}/api/meta/data-deletion/${taken.value}`;
    return respond({ url, confirmation_code: taken.value });
  });
}
