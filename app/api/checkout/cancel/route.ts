import { z } from 'zod';
import { dialogRequestIdSchema } from '@/lib/domain/payments/payment';
import { cancelAttempt } from '@/lib/flows/cancel-attempt';
import { changingDoor } from '@/lib/server/door';
import { readJson } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { requireShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const bodySchema = z.strictObject({ requestId: dialogRequestIdSchema });

/** She left the dialog or gave up a try: the stock goes back, unless the provider says that it was paid. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema);
    if (!body.ok) return respondProblem(request, body);
    const shopper = await requireShopper();
    if (!shopper.ok) return respondProblem(request, shopper);
    const answer = await cancelAttempt(await getDeps(), {
      shopperId: shopper.value.shopperId,
      dialogRequestId: body.value.requestId,
    });
    return answer.ok ? respond(answer.value) : respondProblem(request, { ok: false, problem: 'not_found' });
  });
}
