import { z } from 'zod';
import { fail } from '@/lib/domain/result';
import { forgetCard } from '@/lib/flows/keep-card';
import { shopperDoor } from '@/lib/server/shopper-door';

const bodySchema = z.strictObject({ action: z.literal('forget'), cardId: z.string().max(64) });

/** She wants a kept card forgotten. Only she herself, known by her thread, has any. */
export function POST(request: Request): Promise<Response> {
  return shopperDoor(request, bodySchema, async ({ deps, shopperId, psid, body }) =>
    psid ? forgetCard(deps, { id: body.cardId, shopperId }) : fail('card_gone'),
  );
}
