import type { Database } from '@/lib/db/client';
import { type Conversation, insertEntry, keepPersonSpoke, lockConversation, setQuiet } from '@/lib/db/conversations';
import { getOrderOfShopper } from '@/lib/db/orders';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { getPeopleSettings } from '@/lib/db/people-settings';
import { listProductCards } from '@/lib/db/products';
import { getReach } from '@/lib/db/reach';
import { getShopperById, type Shopper } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { type Market, marketForLocale, marketOf, textIn } from '@/lib/domain/market';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { carousel } from '@/lib/domain/messaging/product-cards';
import { replyBox } from '@/lib/domain/messaging/reply-box';
import { silentAfterPerson } from '@/lib/domain/messaging/silence';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { mailOrderNews } from './mail-order-news';

export type ReplyProblem = 'not_found' | 'window_closed' | 'shopper_unreachable' | 'led_elsewhere';
type Asked = { shopperId: string; merchantId: string; requestId: string };

/**
 * A person of the shop writes into a thread: the message waits in the outbox, the bot is silent from now on, and she waits no
 * longer. Once per `requestId`. Problems: "not_found"; "window_closed" and "shopper_unreachable", after which only a mail
 * helps; "led_elsewhere" while another app leads the thread.
 */
export function replyAsPerson(
  deps: Deps,
  { text, ...asked }: Asked & { text: string },
): Promise<Result<null, ReplyProblem>> {
  return sayInThread(deps, asked, { kind: 'text', text, quickReplies: [] }, text);
}

/** Sends the card of a product, as the bot draws it, in her language and currency. Problems: as `replyAsPerson`. */
export async function sendProductCard(
  deps: Deps,
  { slug, ...asked }: Asked & { slug: string },
): Promise<Result<null, ReplyProblem>> {
  const shopper = await getShopperById(deps.db, asId<ShopperId>(asked.shopperId));
  if (!shopper) return fail('not_found');
  const market = marketOfShopper(shopper);
  const [card] = await listProductCards(deps.db, { currency: market.currency, slugs: [slug], limit: 1 });
  if (!card) return fail('not_found');
  const cards = carousel({ cards: [card], total: 1, path: '/shop' }, market, new Map());
  return sayInThread(deps, asked, { kind: 'cards', cards, quickReplies: [] }, textIn(card.title, market.language));
}

/** What she reads: the language she chose, else the one that Messenger told. */
export function marketOfShopper({ language, locale }: Pick<Shopper, 'language' | 'locale'>): Market {
  const told = marketOf(marketForLocale(locale));
  return language === null || told.language === language ? told : marketOf(language);
}

/** The same with any message; `preview` is what the list of conversations shows. Problems: as `replyAsPerson`. */
export async function sayInThread(
  deps: Deps,
  { shopperId: id, merchantId, requestId }: Asked,
  message: StoredMessage,
  preview: string,
): Promise<Result<null, ReplyProblem>> {
  const shopperId = asId<ShopperId>(id);
  const said = await inTransaction(deps.db, async (tx): Promise<Result<null, ReplyProblem>> => {
    const found = await findThread(tx, shopperId);
    if (!found) return fail('not_found');
    const { conversation, psid } = found;
    const at = deps.now();
    const box = replyBox(await getReach(tx, shopperId), conversation.ownerAppId, at);
    if (box.is === 'shut') {
      if (box.because === 'led_elsewhere') return fail('led_elsewhere');
      return fail(box.because === 'outside_window' ? 'window_closed' : 'shopper_unreachable');
    }
    const purpose = 'human_answer';
    const [id, cause] = [deps.newId(), `reply:${requestId}`];
    await insertOutgoingMessages(tx, [{ id, shopperId, psid, purpose, message, cause, merchantId }], at);
    await keepPersonSpoke(tx, { shopperId, by: 'merchant', merchantId, text: preview, at });
    await setQuiet(tx, shopperId, silentAfterPerson(at, await getPeopleSettings(tx)));
    return succeed(null);
  });
  if (!said.ok) return said;
  deps.wake('messages');
  deps.log('thread.person_answered', { merchant: merchantId });
  return said;
}

async function findThread(
  tx: Database,
  shopperId: ShopperId,
): Promise<{ conversation: Conversation; psid: Psid } | null> {
  const conversation = await lockConversation(tx, shopperId);
  if (!conversation) return null;
  const shopper = await getShopperById(tx, shopperId);
  return shopper?.psid ? { conversation, psid: asId<Psid>(shopper.psid) } : null;
}

/**
 * The other way: a mail to the address of one of her own orders, once per `requestId`. Problem: "not_found", also for
 * somebody else's order.
 */
export async function replyByMail(
  deps: Deps,
  { shopperId: id, merchantId, requestId, orderId, text }: Asked & { orderId: string; text: string },
): Promise<Result<null, 'not_found'>> {
  const shopperId = asId<ShopperId>(id);
  return inTransaction(deps.db, async (tx) => {
    const conversation = await lockConversation(tx, shopperId);
    const order = conversation && (await getOrderOfShopper(tx, { orderId, shopperId }));
    if (!order) return fail('not_found');
    const at = deps.now();
    const isNew = await insertEntry(tx, { shopperId, at, kind: 'mailed', text, merchantId, requestId });
    if (!isNew) return succeed(null);
    await mailOrderNews(deps, tx, { order, cause: `reply:${requestId}`, text });
    await keepPersonSpoke(tx, { shopperId, by: 'merchant', merchantId, text, at });
    deps.wake('messages');
    return succeed(null);
  });
}
