import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { getReach } from '@/lib/db/reach';
import { inTransaction } from '@/lib/db/transaction';
import type { Psid, ShopperId } from '@/lib/domain/ids';
import type { Market } from '@/lib/domain/market';
import { optInQuestion } from '@/lib/domain/messaging/outreach-replies';
import { wayFor } from '@/lib/domain/messaging/window';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { type AskFor, findAsked, needsOptIn } from './find-asked';
import { keepAgreed } from './keep-agreed';

export type ShopAsk = AskFor | { ask: 'cart' };
type Asker = { shopperId: ShopperId; psid: Psid | null; market: Market };

/**
 * Keeps what she asked for on a page of the shop: to be told of a product, or to be reminded of her cart. Where Messenger has a
 * question of its own for that and the window is open, it is put into her thread, for without it the shop may write for one
 * day only. Problems: "no_thread" for a guest: kept all the same, and hers once Messenger says who she is; "not_found"; "in_stock".
 */
export async function askInShop(
  deps: Deps,
  wish: ShopAsk,
  { shopperId, psid, market }: Asker,
): Promise<Result<null, 'no_thread' | 'not_found' | 'in_stock'>> {
  const asked = wish.ask === 'cart' ? null : await findAsked(deps, wish, { market, shopperId });
  if (asked && !asked.ok) return asked;
  const agreed = asked ? { to: 'asks' as const, ...asked.value } : { to: 'cart' as const };
  const how = { shopperId, language: market.language, source: 'shop' as const };
  if (psid === null) {
    await inTransaction(deps.db, (tx) => keepAgreed(deps, tx, agreed, how));
    return fail('no_thread');
  }
  const now = deps.now();
  const optIn = await needsOptIn(deps, shopperId, agreed.to);
  const reach = await getReach(deps.db, shopperId);
  const isOpen = reach.lastWordAt !== null && wayFor('answer', reach, now).by === 'thread';
  await inTransaction(deps.db, async (tx) => {
    await keepAgreed(deps, tx, agreed, how);
    if (!optIn || !isOpen) return;
    const message = optInQuestion(agreed.to, market);
    // Once a day at most: whoever watches ten products is asked once.
    const cause = `opt-in:${shopperId}:${agreed.to}:${now.toISOString().slice(0, 10)}`;
    await insertOutgoingMessages(tx, [{ id: deps.newId(), shopperId, psid, purpose: 'answer', message, cause }], now);
  });
  deps.wake('messages');
  return succeed(null);
}
