import { z } from 'zod';
import { getOpenCart, keepCheckoutDetails } from '@/lib/db/carts';
import { listOffers } from '@/lib/db/discounts';
import { getSellingTerms } from '@/lib/db/selling-terms';
import type { CountryCode } from '@/lib/domain/cart/address';
import { type Quote, type QuoteProblem, quoteCart } from '@/lib/domain/cart/quote';
import type { ShopperId } from '@/lib/domain/ids';
import { type MarketId, marketOf } from '@/lib/domain/market';
import { fail, type Result } from '@/lib/domain/result';
import type { Deps } from './deps';
import { personMarkOf } from './person-mark';

const typedSchema = z.object({ email: z.string() });

export type QuoteCheckoutInput = {
  shopperId: ShopperId;
  marketId: MarketId;
  country: CountryCode;
  shippingOptionId?: string | undefined;
  /** Whose address this is, where it is known already: else what she typed so far tells. */
  email?: string | undefined;
};

/** What her cart costs, sent there in that way, at this moment. Problems: those of `quoteCart`. */
export async function quoteCheckout(deps: Deps, input: QuoteCheckoutInput): Promise<Result<Quote, QuoteProblem>> {
  const cart = await getOpenCart(deps.db, input.shopperId);
  if (!cart) return fail('cart_empty');
  const personMark = personMarkOf(deps, input.email ?? emailTyped(deps, input.shopperId, cart.sealedDetails));
  const [offers, terms] = await Promise.all([
    listOffers(deps.db, { ...input, personMark, code: cart.discountCode, at: deps.now() }),
    getSellingTerms(deps.db),
  ]);
  return quoteCart(cart, {
    offers,
    terms,
    currency: marketOf(input.marketId).currency,
    country: input.country,
    shippingOptionId: input.shippingOptionId,
  });
}

function emailTyped({ sealer }: Deps, shopperId: ShopperId, sealed: string | null): string | null {
  if (!sealed) return null;
  const typed = typedSchema.safeParse(JSON.parse(sealer.open(detailsPlace(shopperId), sealed)));
  return typed.success ? typed.data.email : null;
}

/** Where the details of a checkout are bound to while the cart is open. */
export function detailsPlace(shopperId: ShopperId): string {
  return `carts.sealed_details:${shopperId}`;
}

/** Keeps what she typed, sealed, so that a closed webview or a decline loses nothing. `details` may be incomplete. */
export async function keepDetails(
  deps: Deps,
  input: { shopperId: ShopperId; details: unknown; shippingOptionId: string | null },
): Promise<void> {
  await keepCheckoutDetails(deps.db, {
    shopperId: input.shopperId,
    sealedDetails: deps.sealer.seal(detailsPlace(input.shopperId), JSON.stringify(input.details)),
    shippingOptionId: input.shippingOptionId,
  });
}
