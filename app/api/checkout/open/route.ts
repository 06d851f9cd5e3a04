import { z } from 'zod';
import { marketIdSchema } from '@/lib/domain/market';
import { dialogRequestIdSchema } from '@/lib/domain/payments/payment';
import { openDialog } from '@/lib/flows/open-dialog';
import { marketOfRequest } from '@/lib/server/request-market';
import { shopperDoor } from '@/lib/server/shopper-door';

const bodySchema = z.strictObject({ market: marketIdSchema.optional(), requestId: dialogRequestIdSchema });

/** Before Messenger's own payment dialog is shown: holds the stock and answers the reference that the dialog carries. */
export function POST(request: Request): Promise<Response> {
  return shopperDoor(request, bodySchema, ({ deps, shopperId, body }) =>
    openDialog(deps, {
      shopperId,
      marketId: body.market ?? marketOfRequest(request),
      dialogRequestId: body.requestId,
    }),
  );
}
