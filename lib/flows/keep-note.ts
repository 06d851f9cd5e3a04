import { putCartNote } from '@/lib/db/cart-notes';
import { lockOpenCart } from '@/lib/db/carts';
import { inTransaction } from '@/lib/db/transaction';
import type { ShopperId } from '@/lib/domain/ids';
import type { Deps } from './deps';

/** Where what she wants said with an order is bound to. */
export function notePlace(cartId: string): string {
  return `carts.sealed_note:${cartId}`;
}

/** Keeps her word to the shop with her cart, sealed, and whether it is a present. An empty note takes the last one back. */
export async function keepNote(
  deps: Pick<Deps, 'db' | 'sealer' | 'newId' | 'now'>,
  { shopperId, note, isGift }: { shopperId: ShopperId; note: string; isGift: boolean },
): Promise<void> {
  const at = deps.now();
  await inTransaction(deps.db, async (tx) => {
    const cart = await lockOpenCart(tx, { id: deps.newId(), shopperId, at });
    await putCartNote(tx, cart.id, { sealedNote: note ? deps.sealer.seal(notePlace(cart.id), note) : null, isGift });
  });
}
