import { z } from 'zod';
import { COUNTRIES, lineSchema, type OrderDetails, orderDetailsSchema } from '@/lib/domain/cart/address';
import { marketIdSchema } from '@/lib/domain/market';
import { requoteDialog } from '@/lib/flows/open-dialog';
import { keepDetails, quoteCheckout } from '@/lib/flows/quote-checkout';
import { changingDoor } from '@/lib/server/door';
import { readJson } from '@/lib/server/read-body';
import { marketOfRequest } from '@/lib/server/request-market';
import { respond, respondProblem } from '@/lib/server/respond';
import { requireShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const typed = lineSchema(254).optional();
const bodySchema = z.strictObject({
  market: marketIdSchema.optional(),
  country: z.enum(COUNTRIES),
  shippingOptionId: z.string().max(40).optional(),
  /** What she typed so far: kept as it is, checked only when she pays. */
  details: z
    .strictObject({
      email: typed,
      phone: typed,
      address: z
        .strictObject({
          name: typed,
          street1: typed,
          street2: typed,
          postalCode: typed,
          city: typed,
          region: typed,
          country: z.enum(COUNTRIES).optional(),
        })
        .optional(),
    })
    .optional(),
  /** An open payment dialog of Messenger whose total is asked anew. */
  attemptId: z.string().max(64).optional(),
});
type Body = z.infer<typeof bodySchema>;

/** What the cart costs, sent there in that way. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema);
    if (!body.ok) return respondProblem(request, body);
    const shopper = await requireShopper();
    if (!shopper.ok) return respondProblem(request, shopper);
    const { shopperId } = shopper.value;
    const { attemptId, country, shippingOptionId, details } = body.value;
    const deps = await getDeps();

    if (attemptId) {
      const known = completeDetails(body.value);
      const quote = await requoteDialog(deps, { shopperId, attemptId, country, shippingOptionId, details: known });
      if (!quote.ok) return respondProblem(request, quote);
      return respond({ quote: quote.value });
    }
    if (details) await keepDetails(deps, { shopperId, details, shippingOptionId: shippingOptionId ?? null });
    const marketId = body.value.market ?? marketOfRequest(request);
    const quote = await quoteCheckout(deps, { shopperId, marketId, country, shippingOptionId });
    return quote.ok ? respond({ quote: quote.value }) : respondProblem(request, quote);
  });
}

function completeDetails({ details }: Body): OrderDetails | null {
  const complete = orderDetailsSchema.safeParse({ email: '', ...details });
  return complete.success ? complete.data : null;
}
