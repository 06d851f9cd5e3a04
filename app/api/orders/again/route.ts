import { z } from 'zod';
import { getOrder, getOrderOfShopper } from '@/lib/db/orders';
import { fail } from '@/lib/domain/result';
import { opensOrder } from '@/lib/flows/order-link';
import { reorder } from '@/lib/flows/reorder';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { ensureShopper, getPayer } from '@/lib/server/shopper';
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
    const [deps, payer] = await Promise.all([getDeps(), getPayer()]);
    const own = payer && (await getOrderOfShopper(deps.db, { orderId, ...payer }));
    const order = own ?? (key && opensOrder(deps, orderId, key) ? await getOrder(deps.db, orderId) : null);
    if (!order) return respondProblem(request, fail('not_found'));
    const { shopperId } = await ensureShopper();
    const laid = await reorder(deps, { shopperId, order });
    const query = new URLSearchParams({ ...(key && !own ? { key } : {}), notAgain: laid.ok ? '' : laid.problem });
    const location = laid.ok ? '/shop/cart' : `/shop/orders/${orderId}?${query}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
