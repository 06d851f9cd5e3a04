import {
  getLineOfVariant,
  listLineQuantities,
  listPurchasableVariants,
  listStock,
  lockOpenCart,
  setCartLine,
  touchCart,
} from '@/lib/db/carts';
import { inTransaction } from '@/lib/db/transaction';
import { MAX_LINES, MAX_QUANTITY } from '@/lib/domain/cart/cart';
import type { ShopperId } from '@/lib/domain/ids';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

export type AddLineItemInput = {
  shopperId: ShopperId;
  slug: string;
  /** Value keys by option key, as the product page's radio buttons post them. */
  options: Record<string, string>;
  quantity: number;
};

/**
 * Puts pieces of a variant into her cart. Problems: "not_for_sale" (hidden, archived, no such choice);
 * "out_of_stock" with `available`; "too_many" beyond 50 lines or 99 of one.
 */
export async function addLineItem(
  deps: Deps,
  input: AddLineItemInput,
): Promise<Result<{ variantId: string }, 'not_for_sale' | 'out_of_stock' | 'too_many'>> {
  const candidates = await listPurchasableVariants(deps.db, input.slug);
  const chosen = candidates.find((variant) =>
    variant.options.every((option, index) => variant.optionValues[index] === input.options[option.key]),
  );
  if (!chosen) return fail('not_for_sale');
  const changed = await changeLine<never>(deps, {
    shopperId: input.shopperId,
    variantId: chosen.id,
    available: chosen.available,
    next: (present) => succeed(present + input.quantity),
  });
  return changed.ok ? succeed({ variantId: chosen.id }) : changed;
}

/**
 * Sets the quantity of a line that is in her cart; 0 removes it, also when it has gone already. Problems: "not_found" for
 * what is not in her cart, on sale or not; "out_of_stock" and "too_many" as `addLineItem`.
 */
export async function setLineQuantity(
  deps: Deps,
  input: { shopperId: ShopperId; variantId: string; quantity: number },
): Promise<Result<null, 'not_found' | 'out_of_stock' | 'too_many'>> {
  const stock = (await listStock(deps.db, [input.variantId])).get(input.variantId);
  if (!stock) return fail('not_found');
  return changeLine(deps, {
    shopperId: input.shopperId,
    variantId: input.variantId,
    available: stock.available,
    next: (present) => (present === 0 && input.quantity > 0 ? fail('not_found') : succeed(input.quantity)),
  });
}

/**
 * Lays back what was there before: afterwards at least so many pieces lie in her cart, as far as there are any left, so that
 * a second tap adds nothing. Problems: "not_for_sale"; "out_of_stock" and "too_many" as `addLineItem`.
 */
export async function putBack(
  deps: Deps,
  input: { shopperId: ShopperId; variantId: string; quantity: number },
): Promise<Result<null, 'not_for_sale' | 'out_of_stock' | 'too_many'>> {
  const line = await getLineOfVariant(deps.db, input.variantId);
  if (line?.status !== 'active') return fail('not_for_sale');
  const { available } = line;
  if (available === 0) return fail('out_of_stock', { available });
  const { shopperId, variantId } = input;
  const wished = Math.min(input.quantity, available);
  return changeLine<never>(deps, {
    ...{ shopperId, variantId, available },
    next: (present) => succeed(Math.max(present, wished)),
  });
}

type Change<P extends string> = {
  shopperId: ShopperId;
  variantId: string;
  available: number;
  /** The new quantity for the present one; 0 is no line. */
  next: (present: number) => Result<number, P>;
};

async function changeLine<P extends string>(
  deps: Deps,
  change: Change<P>,
): Promise<Result<null, P | 'out_of_stock' | 'too_many'>> {
  const at = deps.now();
  return inTransaction(deps.db, async (tx) => {
    const cart = await lockOpenCart(tx, { id: deps.newId(), shopperId: change.shopperId, at });
    const lines = await listLineQuantities(tx, cart.id);
    const present = lines.get(change.variantId) ?? 0;
    const wished = change.next(present);
    if (!wished.ok) return wished;
    const quantity = wished.value;
    if (quantity > MAX_QUANTITY || (present === 0 && lines.size >= MAX_LINES)) return fail('too_many');
    // Fewer is always allowed: it is the way out of a line that sold out meanwhile.
    if (quantity > change.available && quantity > present) return fail('out_of_stock', { available: change.available });
    if (quantity === present) return succeed(null);
    await setCartLine(tx, { cartId: cart.id, variantId: change.variantId, quantity, at });
    await touchCart(tx, cart.id, at);
    return succeed(null);
  });
}
