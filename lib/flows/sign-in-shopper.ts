import { getOpenAttempt } from '@/lib/db/attempts';
import { lockCartsOfGuests } from '@/lib/db/guest-claims';
import {
  deleteExpiredSessions,
  deleteSession,
  ensureShopperOfPsid,
  getSession,
  insertSession,
  markClaimed,
  type ShopperSession,
  spendSignedRequest,
} from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import type { ShopperId } from '@/lib/domain/ids';
import type { ThreadContext } from '@/lib/domain/messaging/thread-context';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { claimGuestCart } from './claim-guest-cart';
import type { Deps } from './deps';
import { isDueForRenewal, renewSession, sessionEnd } from './keep-session';

export type SignInShopperInput = {
  /** As Messenger signed it, checked by the door. */
  thread: ThreadContext;
  /** The session of a known person that the browser brought, or null. */
  currentTokenHash: string | null;
  /** Guests' sessions that it brought, beside hers or without: the one of her taps, the one of a link. */
  guestTokenHashes: string[];
  /** A fresh one, used when the session changes. */
  newTokenHash: string;
};

/**
 * `session` tells the door which cookie holds from now on: "kept" the one that came, "new" the fresh one.
 * `changed`: what the page shows is no longer true for her. `recognised` is false only while the guest's payment runs.
 */
export type SignedIn = { recognised: boolean; changed: boolean; session: 'kept' | 'new' };

/** Longer than a signed request is accepted (300 s old, 60 s ahead), so that none outlives the memory of its use. */
const REMEMBERED_MS = 15 * 60 * 1000;

/**
 * Exchanges a signed request for a session, once: "used_before" ever after, save for her whose session it opened. A
 * session of another PSID ends here; what a guest added and bought becomes hers. While a guest's own attempt to pay is
 * open nothing is exchanged, since she must find her payment again: the next signed request does it.
 */
export async function signInShopper(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  input: SignInShopperInput,
): Promise<Result<SignedIn, 'used_before'>> {
  return inTransaction(deps.db, async (tx) => {
    const now = deps.now();
    const { thread } = input;
    const expiresAt = new Date(thread.issuedAt.getTime() + REMEMBERED_MS);
    const current = input.currentTokenHash ? await getSession(tx, input.currentTokenHash, now) : null;
    const guests: ShopperId[] = [];
    for (const hash of input.guestTokenHashes) {
      const guest = await getSession(tx, hash, now);
      if (guest?.psid === null && guest.onlyCartId === null) guests.push(guest.shopperId);
    }
    const isFresh = await spendSignedRequest(tx, { signature: thread.signature, expiresAt, now });
    // Messenger hands the same request to each page of a webview. It opens nothing twice; whose session is hers keeps it.
    if (!isFresh && current?.psid !== thread.psid) return fail('used_before');
    await lockCartsOfGuests(tx, guests);
    for (const guest of current ? [] : guests)
      if (await getOpenAttempt(tx, guest)) return succeed({ recognised: false, changed: false, session: 'kept' });

    const person = { id: deps.newId(), pageId: thread.pageId, psid: thread.psid, at: now };
    const shopperId = await ensureShopperOfPsid(tx, person);
    await deleteExpiredSessions(tx, shopperId, now);
    for (const guest of guests) await markClaimed(tx, guest, shopperId);
    for (const hash of input.guestTokenHashes) await deleteSession(tx, hash);
    const session = await takeSession({ ...deps, db: tx }, { ...input, current, shopperId });
    const cartChanged = await claimGuestCart(deps, tx, shopperId);
    return succeed({ recognised: true, changed: current?.shopperId !== shopperId || cartChanged, session });
  });
}

type Take = SignInShopperInput & { current: ShopperSession | null; shopperId: ShopperId };

async function takeSession(deps: Pick<Deps, 'db' | 'newId' | 'now'>, take: Take): Promise<SignedIn['session']> {
  const now = deps.now();
  const { currentTokenHash, newTokenHash: tokenHash, shopperId } = take;
  if (take.current?.shopperId === shopperId && currentTokenHash) {
    if (!isDueForRenewal(take.current, now)) return 'kept';
    await renewSession(deps, { shopperId, oldTokenHash: currentTokenHash, tokenHash });
    return 'new';
  }
  // Ended at once, not after an overlap: this phone is somebody else's now, or a known person's.
  if (currentTokenHash) await deleteSession(deps.db, currentTokenHash);
  await insertSession(deps.db, { tokenHash, shopperId, at: now, expiresAt: sessionEnd(now) });
  return 'new';
}
