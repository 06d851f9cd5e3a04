import { fillCart } from '@/lib/db/cart-links';
import { insertOutgoingMessages, listLastChips } from '@/lib/db/outgoing-messages';
import { getShopSettings } from '@/lib/db/settings';
import { recordContact } from '@/lib/db/shopper-contact';
import { ensureShopperOfPsid, getShopperOfPsid, type Shopper } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { markEventDone, type WebhookEventRow } from '@/lib/db/webhook-events';
import { asId, type PageId, type Psid, type ShopperId, type VariantId } from '@/lib/domain/ids';
import { type Language, type Market, marketForLocale, marketOf } from '@/lib/domain/market';
import { chipMeant } from '@/lib/domain/messaging/chips';
import { callsForWork, type IncomingEvent, incomingEventSchema } from '@/lib/domain/messaging/incoming-event';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { repliesTo } from '@/lib/domain/messaging/replies';
import { effectsOf, isLeftToPerson, isQuiet, type TurnEffects, withPatience } from '@/lib/domain/messaging/turn';
import { soundsGerman, type Wish, wishOf } from '@/lib/domain/messaging/wish';
import { bookNativePayment } from './book-native-payment';
import type { Deps } from './deps';
import { drawsShare } from './draws-share';
import { enterCode } from './enter-code';
import { followThreadControl } from './follow-thread-control';
import { hearEcho } from './hear-echo';
import { keepOptIn, keepTemplateStatus } from './keep-opt-in';
import { keepArrival } from './keep-visit';
import { leaveTurn } from './leave-turn';
import { keepWord, leaveToPerson, listen, wroteAt } from './listen';
import { findForWish } from './load-thread-facts';
import { offerToBuy } from './offer-to-buy';
import { replyToComment } from './reply-to-comment';
import { withShareCodes } from './share-codes';
import type { EventHandler } from './work-events';

type Thread = { pageId: PageId; psid: Psid };
type Person = { firstName: string | null; locale: string | null };

/** How long a question of ours is remembered: later a bare "yes" may mean anything. */
const CHIPS_SEEN_MS = 60 * 60_000;

/**
 * Answers one stored event of a thread: what the shop says goes into the outbox, and the event is marked as worked, in
 * one transaction. An echo confirms our own message, or is a colleague's, and is never answered; a payment is booked; what
 * is overheard while another app leads the thread is only kept. Throws when something fails: tried again.
 */
export async function answerMessengerEvent(deps: Deps, row: WebhookEventRow): ReturnType<EventHandler> {
  const event = incomingEventSchema.parse(row.payload);
  if (!callsForWork(event, deps.page)) return 'without_effect';
  if (event.content.kind === 'comment') return replyToComment(deps, event.content);
  if (event.content.kind === 'template_status') return keepTemplateStatus(deps, event.content);
  if (event.psid === null) return 'without_effect';
  const thread = { pageId: asId<PageId>(event.pageId), psid: asId<Psid>(event.psid) };
  if (event.content.kind === 'payment') return bookNativePayment(deps, row, thread, event.content);
  if (event.content.kind === 'opt_in') await keepOptIn(deps, row, thread, event.content);
  else if (event.content.kind === 'thread_control') await followThreadControl(deps, row, thread, event.content);
  else if (event.content.kind === 'echo') await hearEcho(deps, row, event, thread);
  else if (event.overheard) await listen(deps, row, event, thread);
  else await answer(deps, row, event, thread);
  return 'finished';
}

async function answer(deps: Deps, row: WebhookEventRow, event: IncomingEvent, thread: Thread): Promise<void> {
  const known = await getShopperOfPsid(deps.db, thread);
  const heard = wishOf(event.content);
  const before = known ?? { unclearInRow: 0, quietUntil: null };
  if (known && isQuiet(before, howSaid(event, heard), deps.now())) return listen(deps, row, event, thread);
  const wish = known ? await wishOfChip(deps, asId<ShopperId>(known.id), event, heard) : heard;
  const firstContact = !known?.lastMessageAt;
  // Typing dots are a courtesy and cost nothing here: the questions to Meta and to the database run beside them.
  const [person] = await Promise.all([
    firstContact ? askWhoSheIs(deps, thread.psid, known) : known,
    deps.messenger.showTyping(thread.psid),
  ]);
  const market = marketOfPerson(person, known?.language ?? null, event);
  const { name: shopName } = await getShopSettings(deps.db);
  const asking = { market, shopperId: known ? asId<ShopperId>(known.id) : null, typed: typedIn(event) };
  const said = await findForWish(deps, wish, asking);
  if (isLeftToPerson(said, before)) return leaveToPerson(deps, row, event, thread);
  const wished = withPatience(said, before);
  const found = wished.is === 'coupon' ? { ...wished, taken: await takeCoupon(deps, thread, wished.code) } : wished;
  const buyButtons = await offerToBuy(deps, { found, market, shopName, psid: thread.psid });
  const now = deps.now();
  const facts = { market, shopName, firstName: person.firstName, firstContact, found, buyButtons, now };
  const replies = repliesTo(facts);
  const fill = found.is === 'cart_link' ? found.fill : [];
  const effects = effectsOf(found, before, now);
  await keepAnswer(deps, { row, event, thread, person, replies, fill, effects, market });
  deps.wake('messages');
  deps.log('thread.answered', { event: row.id, found: found.is, messages: replies.length });
}

// The stop word is one, whatever stands under the last message.
async function wishOfChip(deps: Deps, shopperId: ShopperId, { content }: IncomingEvent, heard: Wish): Promise<Wish> {
  if (content.kind !== 'text' || content.payload !== null || isStopWord(heard)) return heard;
  const since = new Date(deps.now().getTime() - CHIPS_SEEN_MS);
  const payload = chipMeant(await listLastChips(deps.db, shopperId, since), content.text);
  return payload === null ? heard : wishOf({ ...content, payload });
}

// Her PSID stands in a signed event, so the code may go with her cart at once.
async function takeCoupon(deps: Deps, thread: Thread, code: string): Promise<boolean> {
  const shopperId = await ensureShopperOfPsid(deps.db, { id: deps.newId(), ...thread, at: deps.now() });
  return (await enterCode(deps, { shopperId, typed: code, source: null })).ok;
}

type Answer = {
  row: WebhookEventRow;
  event: IncomingEvent;
  thread: Thread;
  person: Person;
  replies: StoredMessage[];
  fill: { variantId: VariantId; quantity: number }[];
  effects: TurnEffects;
  market: Market;
};

async function keepAnswer(deps: Deps, turn: Answer): Promise<void> {
  const { row, event, thread, person, replies, fill } = turn;
  const now = deps.now();
  await inTransaction(deps.db, async (tx) => {
    const shopperId = await ensureShopperOfPsid(tx, { id: deps.newId(), ...thread, at: now });
    const at = wroteAt(row, event, now);
    await recordContact(tx, { shopperId, at, ...person });
    await leaveTurn(deps, tx, { ...turn, shopperId });
    const waits = turn.effects.task?.kind === 'person_wanted';
    await keepWord(tx, { shopperId, eventId: row.id, event, at, waits });
    await keepArrival(deps, tx, { shopperId, row, content: event.content, at: now });
    if (fill.length > 0) await fillCart(tx, { cartId: deps.newId(), shopperId, lines: fill, at: now });
    const said = (await drawsShare({ ...deps, db: tx }))
      ? await withShareCodes(deps, tx, { shopperId, replies })
      : replies;
    const messages = said.map((message, index) => ({
      id: deps.newId(),
      shopperId,
      psid: thread.psid,
      purpose: 'answer' as const,
      message,
      cause: `answer:${row.id}:${index}`,
    }));
    await insertOutgoingMessages(tx, messages, now);
    await markEventDone(tx, row.id, 'done', now);
  });
}

function typedIn({ content }: IncomingEvent): string | null {
  return content.kind === 'text' && content.payload === null ? content.text : null;
}

function howSaid({ content }: IncomingEvent, wish: Wish): { isTap: boolean; isStop: boolean } {
  // A link or an ad that she follows is a tap too: it is answered, and counted.
  const came = 'referral' in content && content.referral !== null;
  const isTap = came || content.kind === 'postback' || (content.kind === 'text' && content.payload !== null);
  return { isTap, isStop: isStopWord(wish) };
}

function isStopWord(wish: Wish): boolean {
  return wish.kind === 'request' && wish.request.kind === 'stop';
}

// Once, at the first word from her: before it Meta tells nothing, and after it nothing new.
async function askWhoSheIs(deps: Deps, psid: Psid, known: Shopper | null): Promise<Person> {
  const told = await deps.messenger.profile(psid);
  return {
    firstName: told?.firstName ?? known?.firstName ?? null,
    locale: told?.locale ?? known?.locale ?? null,
  };
}

function marketOfPerson(person: Person, chosen: Language | null, event: IncomingEvent): Market {
  const known = marketOf(marketForLocale(person.locale));
  if (chosen !== null) return known.language === chosen ? known : marketOf(chosen);
  if (person.locale) return marketOf(marketForLocale(person.locale));
  const typed = event.content.kind === 'text' ? event.content.text : '';
  return marketOf(soundsGerman(typed) ? 'de' : 'en');
}
