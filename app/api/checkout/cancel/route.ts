import { z } from 'zod';
import { dialogRequestIdSchema } from '@/lib/domain/payments/payment';
import { cancelAttempt } from '@/lib/flows/cancel-attempt';
import { shopperDoor } from '@/lib/server/shopper-door';

const bodySchema = z.strictObject({ requestId: dialogRequestIdSchema });

/** She left the dialog or gave up a try: the stock goes back, unless the provider says that it was paid. */
export function POST(request: Request): Promise<Response> {
  return shopperDoor(
    request,
    bodySchema,
    ({ deps, shopperId, body }) => cancelAttempt(deps, { shopperId, dialogRequestId: body.requestId }),
    'payment',
  );
}
