import { getOpenAttempt } from '@/lib/db/attempts';
import { listLineQuantities, listStock, lockOpenCart, setCartLine, touchCart } from '@/lib/db/carts';
import type { Database } from '@/lib/db/client';
import { handOverCode, handOverPurchases, lockClaimedCarts, markCartMerged } from '@/lib/db/guest-claims';
import { MAX_LINES } from '@/lib/domain/cart/cart';
import { mergedQuantity } from '@/lib/domain/cart/merge';
import type { CartId, ShopperId } from '@/lib/domain/ids';
import type { Deps } from './deps';

/**
 * Gives a recognised shopper what she added and bought as a guest (`shoppers.claimed_by`), in the caller's transaction.
 * Quantities add up as far as stock and the limits of a cart allow; what she had herself never shrinks. While an attempt
 * to pay is open on her cart or on the guest's, the guest's cart is left as it is, for the next time.
 * Answers whether her cart changed.
 */
export async function claimGuestCart(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  tx: Database,
  shopperId: ShopperId,
): Promise<boolean> {
  const at = deps.now();
  await handOverPurchases(tx, shopperId, at);
  // Whoever opens an attempt locks the cart first, so no attempt appears between the look and the merge.
  const waiting = await lockClaimedCarts(tx, shopperId);
  if (waiting.length === 0) return false;
  const hers = await lockOpenCart(tx, { id: deps.newId(), shopperId, at });
  if (await getOpenAttempt(tx, shopperId)) return false;

  let changed = false;
  for (const { cartId, guestId, isCopy } of waiting) {
    if (await getOpenAttempt(tx, guestId)) continue;
    const added = await addLines(tx, { from: cartId, to: hers.id, at, isCopy });
    await handOverCode(tx, cartId, hers.id);
    await markCartMerged(tx, cartId, at);
    changed ||= added;
  }
  if (changed) await touchCart(tx, hers.id, at);
  return changed;
}

type Lines = { from: CartId; to: string; at: Date; isCopy: boolean };

async function addLines(tx: Database, { from, to, at, isCopy }: Lines): Promise<boolean> {
  const hers = await listLineQuantities(tx, to);
  const guests = await listLineQuantities(tx, from);
  const stock = await listStock(tx, [...guests.keys()]);
  let changed = false;
  for (const [variantId, theirs] of guests) {
    const present = hers.get(variantId) ?? 0;
    // What a link of her thread copied from here is no second time of it.
    const added = isCopy ? Math.max(0, theirs - present) : theirs;
    const quantity = mergedQuantity({ present, added, available: stock.get(variantId)?.available ?? 0 });
    if (quantity === present || (present === 0 && hers.size >= MAX_LINES)) continue;
    await setCartLine(tx, { cartId: to, variantId, quantity, at });
    hers.set(variantId, quantity);
    changed = true;
  }
  return changed;
}
