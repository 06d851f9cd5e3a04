import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { getReach } from '@/lib/db/reach';
import { getShopperById } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { type LocalizedText, type Market, marketForLocale, marketOf, textIn } from '@/lib/domain/market';
import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import { optInQuestion } from '@/lib/domain/messaging/outreach-replies';
import { tellMePayload } from '@/lib/domain/messaging/payloads';
import { wayFor } from '@/lib/domain/messaging/window';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { OUTREACH_WORDS } from '@/lib/domain/words/outreach';
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
    if (asked && wish.ask !== 'cart') await askBackInThread(deps, { shopperId, wish, title: asked.value.title });
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

// A link can be passed on, so what is asked for by one is no consent of hers: her thread asks her, once a day for each product.
async function askBackInThread(
  deps: Deps,
  { shopperId, wish, title }: { shopperId: ShopperId; wish: AskFor; title: LocalizedText },
): Promise<void> {
  const guest = await getShopperById(deps.db, shopperId);
  const owner = guest?.linkedTo ? await getShopperById(deps.db, asId<ShopperId>(guest.linkedTo)) : null;
  if (!owner?.psid) return;
  const language = owner.language ?? marketOf(marketForLocale(owner.locale)).language;
  const words = OUTREACH_WORDS[language];
  const now = deps.now();
  const message = {
    kind: 'text' as const,
    text: words.linkedWish(ellipsis(textIn(title, language), 200)),
    quickReplies: [{ title: words.tellRestock, payload: tellMePayload(wish.ask, wish.slug) }],
  };
  const to = { id: deps.newId(), shopperId: asId<ShopperId>(owner.id), psid: asId<Psid>(owner.psid) };
  const cause = `linked-wish:${owner.id}:${wish.ask}:${wish.slug}:${now.toISOString().slice(0, 10)}`;
  await insertOutgoingMessages(deps.db, [{ ...to, purpose: 'answer', message, cause }], now);
  deps.wake('messages');
}
