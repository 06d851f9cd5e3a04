import { z } from 'zod';
import { fail } from '@/lib/domain/result';
import { reorder } from '@/lib/flows/reorder';
import { changingDoor } from '@/lib/server/door';
import { orderOfVisitor } from '@/lib/server/order-of-visitor';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { ensureShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const formSchema = z.strictObject({
  orderId: z.string().regex(/^[\w-]{1,64}$/),
  /** Of the mail's link that opened the order's page, where no cookie speaks for her. */
  key: z.string().max(300).optional(),
});

/** "Buy it again": into the cart of whoever asks and may see the order; what changed stood beside the button. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const { orderId, key } = form.value;
    const seen = await orderOfVisitor(orderId, key);
    if (!seen) return respondProblem(request, fail('not_found'));
    const { shopperId } = await ensureShopper();
    const laid = await reorder(await getDeps(), { shopperId, order: seen.order });
    const query = laid.ok ? null : new URLSearchParams({ ...(key ? { key } : {}), notAgain: laid.problem });
    const location = query ? `/shop/orders/${orderId}?${query}` : '/shop/cart';
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
