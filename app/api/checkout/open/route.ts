import { z } from 'zod';
import { marketIdSchema } from '@/lib/domain/market';
import { dialogRequestIdSchema } from '@/lib/domain/payments/payment';
import { openDialog } from '@/lib/flows/open-dialog';
import { changingDoor } from '@/lib/server/door';
import { readJson } from '@/lib/server/read-body';
import { marketOfRequest } from '@/lib/server/request-market';
import { respond, respondProblem } from '@/lib/server/respond';
import { requireShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const bodySchema = z.strictObject({ market: marketIdSchema.optional(), requestId: dialogRequestIdSchema });

/** Before Messenger's own payment dialog is shown: holds the stock and answers the reference that the dialog carries. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema);
    if (!body.ok) return respondProblem(request, body);
    const shopper = await requireShopper();
    if (!shopper.ok) return respondProblem(request, shopper);
    const opened = await openDialog(await getDeps(), {
      shopperId: shopper.value.shopperId,
      marketId: body.value.market ?? marketOfRequest(request),
      dialogRequestId: body.value.requestId,
    });
    return opened.ok ? respond(opened.value) : respondProblem(request, opened);
  });
}
