import { insertGuest, insertSession, type ShopperSession, shortenSession } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type ShopperId } from '@/lib/domain/ids';
import type { Deps } from './deps';

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_MS = 30 * DAY_MS;
const RENEW_AFTER_MS = DAY_MS;
/** Requests that were on their way with the old cookie still find their session. */
const OVERLAP_MS = 60 * 1000;

/** A session ends by itself thirty days after it was opened. */
export function sessionEnd(openedAt: Date): Date {
  return new Date(openedAt.getTime() + LIFETIME_MS);
}

/** Whether a session is older than a day: then its token is changed at the next changing door. */
export function isDueForRenewal(session: ShopperSession, now: Date): boolean {
  return now.getTime() - session.openedAt.getTime() > RENEW_AFTER_MS;
}

/** Makes a guest, somebody of whom nothing is known, and opens a session for her under `tokenHash`. */
export async function openGuestSession(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  tokenHash: string,
): Promise<ShopperId> {
  const shopperId = asId<ShopperId>(deps.newId());
  const at = deps.now();
  await inTransaction(deps.db, async (tx) => {
    await insertGuest(tx, { id: shopperId, at });
    await insertSession(tx, { tokenHash, shopperId, at, expiresAt: sessionEnd(at) });
  });
  return shopperId;
}

/** Gives a session a new token. The old one ends a minute later, since parallel requests may still carry it. */
export async function renewSession(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  session: { shopperId: ShopperId; oldTokenHash: string; tokenHash: string },
): Promise<void> {
  const at = deps.now();
  await inTransaction(deps.db, async (tx) => {
    const { shopperId, tokenHash } = session;
    await insertSession(tx, { tokenHash, shopperId, at, expiresAt: sessionEnd(at) });
    await shortenSession(tx, session.oldTokenHash, new Date(at.getTime() + OVERLAP_MS));
  });
}
