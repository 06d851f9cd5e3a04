import { fillCart } from '@/lib/db/cart-links';
import { getOpenCart } from '@/lib/db/carts';
import { countLinkedGuests, getShopperById, insertGuest, insertSession, linkGuest } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { LINK_KEY_SECONDS } from '@/lib/domain/messaging/link-key';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { sessionEnd } from './keep-session';

// Part of what is sealed: a key made for this opens nothing else.
const PLACE = 'links.arrive';
const MOST_GUESTS_AN_HOUR = 20;

/** A key that says, for a day, into whose thread a link was sent. Sealed: it shows nobody's id, and nobody else can make one. */
export function makeLinkKey(deps: Pick<Deps, 'sealer' | 'now'>, shopperId: string): string {
  const endsAt = Math.floor(deps.now().getTime() / 1000) + LINK_KEY_SECONDS;
  return deps.sealer.seal(PLACE, `${endsAt}:${shopperId}`);
}

function readLinkKey(deps: Pick<Deps, 'sealer' | 'now'>, key: string): ShopperId | null {
  let opened: string;
  try {
    opened = deps.sealer.open(PLACE, key);
  } catch {
    return null; // changed, made for something else, or not ours
  }
  const [endsAt = '', ...id] = opened.split(':');
  return Number(endsAt) * 1000 > deps.now().getTime() ? asId<ShopperId>(id.join(':')) : null;
}

export type Arrival = {
  key: string;
  /** The guest that the browser already is, or null. */
  guestId: ShopperId | null;
  /** Opens a new guest's session; unused where there is one. */
  newTokenHash: string;
};

/** `changed`: what a page shows of her is no longer true. */
export type Arrived = { shopperId: ShopperId; changed: boolean; session: 'kept' | 'new' };

/**
 * Lets a browser that came by a link of the thread shop as a guest who belongs to it: her cart is filled with what lies in
 * hers, an order is told in the thread, a wish is asked back there. It proves too little for more, since a link can be
 * passed on: no address, order or kept card is shown, and nothing of hers changes.
 * Problems: "link_over", for a key that is too old or not ours; "too_often".
 */
export async function arriveByLink(
  deps: Pick<Deps, 'db' | 'newId' | 'now' | 'sealer' | 'log'>,
  { key, guestId, newTokenHash }: Arrival,
): Promise<Result<Arrived, 'link_over' | 'too_often'>> {
  const linkedTo = readLinkKey(deps, key);
  if (!linkedTo || !(await getShopperById(deps.db, linkedTo))?.psid) return fail('link_over');
  const at = deps.now();
  const since = new Date(at.getTime() - 60 * 60_000);
  return inTransaction(deps.db, async (tx) => {
    if ((await countLinkedGuests(tx, linkedTo, since)) >= MOST_GUESTS_AN_HOUR) return fail('too_often');
    const shopperId = guestId ?? asId<ShopperId>(deps.newId());
    if (guestId === null) {
      await insertGuest(tx, { id: shopperId, at });
      await insertSession(tx, { tokenHash: newTokenHash, shopperId, at, expiresAt: sessionEnd(at) });
    }
    const isNew = await linkGuest(tx, shopperId, linkedTo);
    const hers = isNew ? await getOpenCart(tx, linkedTo) : null;
    const lines = (hers?.lines ?? []).map(({ variantId, quantity }) => ({ variantId, quantity }));
    if (lines.length > 0) await fillCart(tx, { cartId: deps.newId(), shopperId, lines, at });
    deps.log('link.arrived', { isNew });
    return succeed({ shopperId, changed: isNew, session: guestId === null ? ('new' as const) : ('kept' as const) });
  });
}
