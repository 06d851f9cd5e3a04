import { z } from 'zod';
import { takePayLink } from '@/lib/flows/send-pay-link';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { ensureShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const formSchema = z.strictObject({ token: z.string().regex(/^[\w-]{16,64}$/) });

/** "To the checkout" of an order that was put together: its goods lie in the cart of whoever holds the link, at today's prices. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const { shopperId } = await ensureShopper();
    const taken = await takePayLink(await getDeps(), { code: form.value.token, shopperId });
    const location = taken.ok ? '/shop/checkout' : `/shop/pay/${form.value.token}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
