import { openDoor } from '@/lib/server/door';
import { takePersonRequest } from '@/lib/server/person-request';
import { respond, respondProblem } from '@/lib/server/respond';

/** Meta's "Deauthorize Callback": she took the app out of her settings, so her sessions end. */
export function POST(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const taken = await takePersonRequest(request, 'deauthorise');
    return taken.ok ? respond({ received: true }) : respondProblem(request, taken);
  });
}
