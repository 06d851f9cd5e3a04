import { z } from 'zod';
import { COUNTRIES, lineSchema, type OrderDetails, orderDetailsSchema } from '@/lib/domain/cart/address';
import { marketIdSchema } from '@/lib/domain/market';
import { succeed } from '@/lib/domain/result';
import { buyerOf } from '@/lib/flows/buyer-of';
import { requoteDialog } from '@/lib/flows/open-dialog';
import { keepDetails, quoteCheckout } from '@/lib/flows/quote-checkout';
import { marketOfRequest } from '@/lib/server/request-market';
import { type Asked, shopperDoor } from '@/lib/server/shopper-door';

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

/** What the cart costs, sent there in that way, and who pays it: she may have become known since the page was drawn. */
export function POST(request: Request): Promise<Response> {
  return shopperDoor(request, bodySchema, async (asked) => {
    if (asked.body.attemptId) return priceDialog(asked, asked.body.attemptId);
    const [quote, buyer] = await Promise.all([priceCart(request, asked), buyerOf(asked.deps, asked)]);
    return quote.ok ? succeed({ quote: quote.value, buyer }) : quote;
  });
}

async function priceDialog({ deps, shopperId, body }: Asked<Body>, attemptId: string) {
  const { country, shippingOptionId } = body;
  const wish = { shopperId, attemptId, country, shippingOptionId, details: completeDetails(body) };
  const quote = await requoteDialog(deps, wish);
  return quote.ok ? succeed({ quote: quote.value }) : quote;
}

async function priceCart(request: Request, { deps, shopperId, body }: Asked<Body>) {
  const { country, shippingOptionId, details } = body;
  if (details) await keepDetails(deps, { shopperId, details, shippingOptionId: shippingOptionId ?? null });
  const marketId = body.market ?? marketOfRequest(request);
  return quoteCheckout(deps, { shopperId, marketId, country, shippingOptionId });
}

function completeDetails({ details }: Body): OrderDetails | null {
  const complete = orderDetailsSchema.safeParse({ email: '', ...details });
  return complete.success ? complete.data : null;
}
