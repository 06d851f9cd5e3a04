import { getLineOfVariant } from '@/lib/db/carts';
import { getSellingTerms } from '@/lib/db/selling-terms';
import type { CountryCode } from '@/lib/domain/cart/address';
import { type Quote, type QuoteProblem, quoteCart, requote } from '@/lib/domain/cart/quote';
import type { SellingTerms } from '@/lib/domain/cart/terms';
import { asId, type CartId } from '@/lib/domain/ids';
import { variantOfPayload } from '@/lib/domain/messaging/buy-payload';
import { type Money, sameMoney } from '@/lib/domain/money';
import { fail, type Result } from '@/lib/domain/result';
import type { Deps } from './deps';

// The beta was for the United States, in dollars.
const CURRENCY = 'USD';

/** What one piece of a Buy button's variant costs now, sent there. Problems: those of `quoteCart`. */
export async function quoteNative(
  deps: Pick<Deps, 'db'>,
  wish: { payload: string; country: CountryCode },
): Promise<Result<Quote, QuoteProblem>> {
  const variantId = variantOfPayload(wish.payload);
  const [line, terms] = await Promise.all([
    variantId ? getLineOfVariant(deps.db, variantId) : null,
    getSellingTerms(deps.db),
  ]);
  if (!line) return fail('not_for_sale');
  const cart = { id: asId<CartId>('native'), version: 0, lines: [line] };
  return quoteCart(cart, { currency: CURRENCY, country: wish.country, terms });
}

/**
 * The same goods with the way of sending that makes up this total: Messenger names the way only after the charge.
 * Null where none does: the price has changed, or the amount was never ours.
 */
export function withTotal(
  quote: Quote,
  { country, total, terms }: { country: CountryCode; total: Money; terms: SellingTerms },
): Quote | null {
  for (const option of quote.shipping.options) {
    const wished = requote(quote, { country, shippingOptionId: option.id }, terms);
    if (wished.ok && sameMoney(wished.value.total, total)) return wished.value;
  }
  return null;
}
