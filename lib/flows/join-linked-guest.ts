import { getOpenAttempt } from '@/lib/db/attempts';
import { lockCartsOfGuests } from '@/lib/db/guest-claims';
import { deleteSession, getSession, getShopperById, linkGuest, markClaimed } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { claimGuestCart } from './claim-guest-cart';
import type { Deps } from './deps';

/**
 * She may tap before it is heard by which link she came: then both answers open a guest's session. The one whom her tap
 * opened goes on, belongs to the thread as well, and gets what the link had filled; the other ends. `changed`: so did what
 * she sees.
 */
export async function joinLinkedGuest(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  { guestId, linkTokenHash }: { guestId: ShopperId; linkTokenHash: string },
): Promise<{ ended: boolean; changed: boolean }> {
  return inTransaction(deps.db, async (tx) => {
    const opened = await getSession(tx, linkTokenHash, deps.now());
    if (opened?.shopperId === guestId) return { ended: false, changed: false };
    if (!opened || opened.psid !== null || opened.onlyCartId !== null) return { ended: true, changed: false };
    await lockCartsOfGuests(tx, [opened.shopperId, guestId]);
    // She must find her payment again: the next answer joins them.
    for (const paying of [opened.shopperId, guestId])
      if (await getOpenAttempt(tx, paying)) return { ended: false, changed: false };
    const linkedTo = (await getShopperById(tx, opened.shopperId))?.linkedTo;
    if (linkedTo) await linkGuest(tx, guestId, asId<ShopperId>(linkedTo));
    await markClaimed(tx, opened.shopperId, guestId);
    await deleteSession(tx, linkTokenHash);
    return { ended: true, changed: await claimGuestCart(deps, tx, guestId) };
  });
}
