import { dialogRequestIdSchema } from '@/lib/domain/payments/payment';
import { lookUpAttempt } from '@/lib/flows/look-up-attempt';
import { openDoor } from '@/lib/server/door';
import { respond, respondProblem } from '@/lib/server/respond';
import { getPayer } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const notFound = { ok: false, problem: 'not_found' } as const;

/** How a payment stands: what a page asks while it says "We are checking with your bank". */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const shopper = await getPayer();
    const requestId = dialogRequestIdSchema.safeParse(new URL(request.url).searchParams.get('requestId'));
    if (!shopper || !requestId.success) return respondProblem(request, notFound);
    const { shopperId } = shopper;
    const answer = await lookUpAttempt(await getDeps(), { shopperId, dialogRequestId: requestId.data });
    return answer ? respond(answer) : respondProblem(request, notFound);
  });
}
