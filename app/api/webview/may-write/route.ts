import { z } from 'zod';
import { succeed } from '@/lib/domain/result';
import { keepMayWrite } from '@/lib/flows/keep-may-write';
import { shopperDoor } from '@/lib/server/shopper-door';

const bodySchema = z.strictObject({ granted: z.boolean() });

/** What she said to Messenger's question whether the shop may write to her. It only keeps messages back; it proves nothing. */
export function POST(request: Request): Promise<Response> {
  return shopperDoor(request, bodySchema, async ({ deps, shopperId, psid, body }) => {
    // Her thread is asked in her thread: a guest has none, and a browser that her cart was handed to may not silence it.
    if (psid) await keepMayWrite(deps, { shopperId, granted: body.granted });
    return succeed({ ok: true });
  });
}
