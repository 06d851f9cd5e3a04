import { z } from 'zod';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { marketOf } from '@/lib/domain/market';
import { fail } from '@/lib/domain/result';
import { agreeToReviewAsk, takeBackReviewAsk } from '@/lib/flows/ask-for-reviews';
import { changingDoor } from '@/lib/server/door';
import { orderOfVisitor } from '@/lib/server/order-of-visitor';
import { readForm } from '@/lib/server/read-body';
import { marketOfRequest } from '@/lib/server/request-market';
import { respondProblem } from '@/lib/server/respond';
import { getDeps } from '@/lib/server/wiring';

const formSchema = z.strictObject({ orderId: z.string().regex(/^[\w-]{1,64}$/), ask: z.enum(['yes', 'no']) });

/** "Yes, ask me how I like it", and the way back out of it: from the page of an order of hers. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const { orderId, ask } = form.value;
    const seen = await orderOfVisitor(orderId, null);
    if (!seen) return respondProblem(request, fail('not_found'));
    if (!seen.isOwn) return respondProblem(request, fail('only_this_cart'));
    const deps = await getDeps();
    const shopperId = asId<ShopperId>(seen.order.shopperId);
    const { language } = marketOf(marketOfRequest(request));
    await (ask === 'yes' ? agreeToReviewAsk(deps, { shopperId, language }) : takeBackReviewAsk(deps, shopperId));
    const location = `/shop/orders/${orderId}#reviews`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
