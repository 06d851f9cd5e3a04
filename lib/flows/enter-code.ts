import { lockOpenCart } from '@/lib/db/carts';
import { listOffers, setCartCode } from '@/lib/db/discounts';
import { inTransaction } from '@/lib/db/transaction';
import { normaliseCode } from '@/lib/domain/discounts/discount';
import { refusalForShopper, type ShopperRefusal } from '@/lib/domain/discounts/refusal';
import type { ShopperId } from '@/lib/domain/ids';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { BRAKE_WINDOW_SECONDS, brakesOn, isBraked, noteTry } from './brake';
import type { Deps } from './deps';

/** Wrong codes in ten minutes: for one shopper, and for one address, behind which several may sit. */
const TRIES_PER_SHOPPER = 10;
const TRIES_PER_SOURCE = 40;

export type EnterCodeProblem = ShopperRefusal | 'too_often';

/**
 * Puts a promo code with her cart, in place of another one. A code whose conditions the cart does not meet yet stays with
 * it, and the quote says what is missing. Problems: "code_unknown" (also for a paused one), "code_not_yet",
 * "code_expired", "code_used_up", "code_used_by_you"; "too_often" after ten unknown codes in ten minutes.
 */
export async function enterCode(
  deps: Deps,
  input: { shopperId: ShopperId; typed: string; source: string | null },
): Promise<Result<null, EnterCodeProblem>> {
  const at = deps.now();
  const brakes = brakesOn('code', input, { shopper: TRIES_PER_SHOPPER, source: TRIES_PER_SOURCE });
  if (await isBraked(deps, brakes)) return fail('too_often', { retryAfterSeconds: BRAKE_WINDOW_SECONDS });

  const code = normaliseCode(input.typed);
  const known = code === null ? null : await listOffers(deps.db, { shopperId: input.shopperId, code, at });
  const offer = known?.offers.find(({ discount }) => discount.code === code);
  const refused = offer ? refusalForShopper(offer, at) : 'code_unknown';
  if (refused === 'code_unknown') {
    await noteTry(deps, brakes);
    deps.log('discount.unknown_code');
  }
  if (refused) return fail(refused);
  await keepCode(deps, input.shopperId, code);
  return succeed(null);
}

/** Takes the code away from her cart; there need not be one. */
export function removeCode(deps: Deps, shopperId: ShopperId): Promise<void> {
  return keepCode(deps, shopperId, null);
}

function keepCode(deps: Deps, shopperId: ShopperId, code: string | null): Promise<void> {
  return inTransaction(deps.db, async (tx) => {
    const cart = await lockOpenCart(tx, { id: deps.newId(), shopperId, at: deps.now() });
    if (cart.discountCode !== code) await setCartCode(tx, cart.id, code);
  });
}
