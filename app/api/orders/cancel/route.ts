import { z } from 'zod';
import { cancelOrder } from '@/lib/flows/cancel-order';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { requireShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const formSchema = z.strictObject({ orderId: z.string().regex(/^[\w-]{1,64}$/) });

/** She calls off one of her own orders, from its page, with or without script; the page tells how it stands then. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const shopper = await requireShopper('cart');
    if (!shopper.ok) return respondProblem(request, shopper);
    const { orderId } = form.value;
    const { shopperId, onlyCartId } = shopper.value;
    const cancelled = await cancelOrder(await getDeps(), { orderId, shopperId, onlyCartId, who: 'shopper' });
    if (!cancelled.ok && cancelled.problem === 'not_found') return respondProblem(request, cancelled);
    const location = `/shop/orders/${orderId}${cancelled.ok ? '' : `?notCancelled=${cancelled.problem}`}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
