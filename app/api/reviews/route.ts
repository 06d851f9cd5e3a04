import { z } from 'zod';
import { marketOf } from '@/lib/domain/market';
import { fail } from '@/lib/domain/result';
import { reviewFormSchema } from '@/lib/domain/reviews/review';
import { writeReview } from '@/lib/flows/write-review';
import { changingDoor } from '@/lib/server/door';
import { orderOfVisitor } from '@/lib/server/order-of-visitor';
import { check, readForm } from '@/lib/server/read-body';
import { marketOfRequest } from '@/lib/server/request-market';
import { respondProblem } from '@/lib/server/respond';
import { getDeps } from '@/lib/server/wiring';

const whichSchema = z.looseObject({
  orderId: z.string().regex(/^[\w-]{1,64}$/),
  variantId: z.string().min(1).max(64),
  key: z.string().max(300).optional(),
});

/** A buyer's word on one thing of an order that she may see; leads back to the order's review page. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const which = await readForm(request, whichSchema);
    if (!which.ok) return respondProblem(request, which);
    const { orderId, variantId, key, ...typed } = which.value;
    const seen = await orderOfVisitor(orderId, key);
    if (!seen) return respondProblem(request, fail('not_found'));
    const form = check(reviewFormSchema, typed);
    const { language } = marketOf(marketOfRequest(request));
    const written = form.ok
      ? await writeReview(await getDeps(), { order: seen.order, variantId, language, ...form.value })
      : form;
    if (!written.ok && written.problem === 'not_found') return respondProblem(request, written);
    const query = new URLSearchParams({ ...(key ? { key } : {}), said: written.ok ? 'yes' : written.problem });
    const location = `/shop/orders/${orderId}/review?${query}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
