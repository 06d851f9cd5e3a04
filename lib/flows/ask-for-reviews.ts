import { endConsentOfTopic, keepConsent } from '@/lib/db/consents';
import { getOrder, type Order } from '@/lib/db/orders';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { queueNewsMail } from '@/lib/db/queue-news-mail';
import { getReach } from '@/lib/db/reach';
import { type DueReviewAsk, insertReviewAsk, listDueReviewAsks } from '@/lib/db/review-asks';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { type Language, marketIdSchema, marketOf } from '@/lib/domain/market';
import { wayFor } from '@/lib/domain/messaging/window';
import { orderLabel } from '@/lib/domain/orders/status';
import { reviewWords } from '@/lib/domain/words/reviews';
import type { Deps } from './deps';
import { emailOfOrder } from './find-order';

const DAY_MS = 24 * 60 * 60_000;
/** After it arrived: she has used it by then. */
const AFTER_ARRIVAL_DAYS = 3;
/** Where nobody noted an arrival: by then it should have been there for some days. */
const AFTER_SENDING_DAYS = 14;
/** After it left; later nobody is asked: it would come out of nowhere. */
const WITHIN_DAYS = 45;
const AT_ONCE = 50;

type Needs = Pick<Deps, 'db' | 'sealer' | 'newId' | 'now' | 'log' | 'wake'>;

/** She wants to be asked once, for each order, how she likes it: kept with the words that she read (§ 7 UWG). */
export async function agreeToReviewAsk(
  deps: Pick<Deps, 'db' | 'sealer' | 'newId' | 'now'>,
  { shopperId, language }: { shopperId: ShopperId; language: Language },
): Promise<void> {
  const { db, sealer } = deps;
  const words = reviewWords[language].ask.consent;
  await keepConsent(db, {
    id: deps.newId(),
    shopperId,
    topic: 'reviews',
    words,
    source: 'shop',
    at: deps.now(),
    sealer,
  });
}

/** She took that word back. */
export async function takeBackReviewAsk(deps: Pick<Deps, 'db' | 'now'>, shopperId: ShopperId): Promise<void> {
  await endConsentOfTopic(deps.db, { shopperId, topic: 'reviews', at: deps.now(), by: 'stop_word' });
}

/**
 * Asks buyers who agreed to it how they like what they bought, three days after all of it arrived, once for each order: in the
 * thread while it is open, else by mail to the address of the order. Answers how many orders were looked at.
 */
export async function askForReviews(deps: Needs): Promise<number> {
  const daysAgo = (days: number) => new Date(deps.now().getTime() - days * DAY_MS);
  const due = await listDueReviewAsks(deps.db, {
    sentAfter: daysAgo(WITHIN_DAYS),
    arrivedBefore: daysAgo(AFTER_ARRIVAL_DAYS),
    sentBefore: daysAgo(AFTER_SENDING_DAYS),
    limit: AT_ONCE,
  });
  for (const ask of due) await askOne(deps, ask);
  if (due.length > 0) deps.wake('messages');
  return due.length;
}

async function askOne(deps: Needs, { orderId, consentId, psid }: DueReviewAsk): Promise<void> {
  const order = await getOrder(deps.db, orderId);
  if (!order) return;
  const shopperId = asId<ShopperId>(order.shopperId);
  const at = deps.now();
  const email = emailOfOrder(deps, order);
  const inThread = psid !== null && (await isThreadOpen(deps, shopperId, at));
  const way = inThread ? 'thread' : email ? 'mail' : 'none';
  await inTransaction(deps.db, async (tx) => {
    if (!(await insertReviewAsk(tx, { orderId, way, askedAt: at }))) return;
    const cause = `review:${orderId}`;
    const { language } = marketOf(marketIdSchema.parse(order.marketId));
    if (way === 'thread') {
      const to = { id: deps.newId(), shopperId, psid: asId<Psid>(psid ?? ''), consentId };
      await insertOutgoingMessages(
        tx,
        [{ ...to, purpose: 'reminder', message: messageOf(order, language), cause }],
        at,
      );
    }
    if (way === 'mail')
      await queueNewsMail(tx, {
        ...{ id: deps.newId(), orderId, cause, email, sealer: deps.sealer, at },
        facts: { text: reviewWords[language].ask.mail, leadsTo: 'review' },
      });
    deps.log('review.asked', { order: orderId, way });
  });
}

async function isThreadOpen(deps: Needs, shopperId: ShopperId, at: Date): Promise<boolean> {
  const way = wayFor('reminder', await getReach(deps.db, shopperId), at, { utility: null, consent: { token: null } });
  return way.by === 'thread';
}

function messageOf(order: Order, language: Language) {
  const words = reviewWords[language].ask;
  const path = `/shop/orders/${order.id}/review`;
  return {
    kind: 'buttons' as const,
    text: words.thread(orderLabel(order.number)),
    buttons: [{ kind: 'open' as const, title: words.button, path, height: 'full' as const, shareable: false }],
  };
}
