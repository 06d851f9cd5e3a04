import { createHash } from 'node:crypto';
import { countCodeTries, noteCodeTry } from '@/lib/db/discounts';
import { getOrderOfNumber, type Order } from '@/lib/db/orders';
import { countMailsOfCause } from '@/lib/db/outgoing-mails';
import { queueNewsMail } from '@/lib/db/queue-news-mail';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import type { NewsFacts } from '@/lib/domain/mail/news-mail';
import { marketIdSchema, marketOf } from '@/lib/domain/market';
import { readOrderNumber } from '@/lib/domain/orders/status';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { type FindWords, findWords } from '@/lib/domain/words/find-order';
import type { Deps } from './deps';
import { orderDetailsPlace } from './settle-payment';

const MINUTE_MS = 60_000;
const A_DAY_MS = 24 * 60 * MINUTE_MS;
const WINDOW_MS = 10 * MINUTE_MS;
/** Several people may sit behind one address; nobody looks for twenty orders in ten minutes. */
const TRIES_PER_SOURCE = 20;
const MAILS_PER_ORDER = 3;

export type Sought = { email: string; number: string; source: string | null };

/**
 * Sends the link of an order to its own e-mail address, when number and address belong together. Whoever asks is told
 * the same in any case. A second tap within a minute is the same wish. Problem: "too_often", of the source alone.
 */
export async function findOrder(deps: Deps, sought: Sought): Promise<Result<null, 'too_often'>> {
  const found = await seekOrder(deps, sought);
  if (!found.ok) return found;
  if (found.value) await mailLinkOf(deps, found.value, { kind: 'found', facts: (words) => ({ text: words.mail }) });
  return succeed(null);
}

export type FoundOrder = { order: Order; email: string };

/** The order that number and address name together, or null. Each try counts. Problem: "too_often", of the source alone. */
export async function seekOrder(
  deps: Deps,
  { email, number, source }: Sought,
): Promise<Result<FoundOrder | null, 'too_often'>> {
  const at = deps.now();
  const key = `find:${createHash('sha256').update(`find-order:${source}`).digest('base64url')}`;
  const since = new Date(at.getTime() - WINDOW_MS);
  if ((await countCodeTries(deps.db, key, since)) >= TRIES_PER_SOURCE)
    return fail('too_often', { retryAfterSeconds: WINDOW_MS / 1000 });
  await noteCodeTry(deps.db, [key], at, since);
  const read = readOrderNumber(number);
  const order = read === null ? null : await getOrderOfNumber(deps.db, read);
  const known = order && emailOfOrder(deps, order);
  return succeed(order && known && known.toLowerCase() === email.trim().toLowerCase() ? { order, email: known } : null);
}

/** The address of an order, as she typed it; empty where she left none. */
export function emailOfOrder({ sealer }: Pick<Deps, 'sealer'>, order: Pick<Order, 'id' | 'sealedDetails'>): string {
  return orderDetailsSchema.parse(JSON.parse(sealer.open(orderDetailsPlace(order.id), order.sealedDetails))).email;
}

type LinkMail = { kind: 'found' | 'my-data'; facts: (words: FindWords) => NewsFacts };

/** Mails a link to the address of an order: once a minute, three times a day of each kind. */
export async function mailLinkOf(deps: Deps, { order, email }: FoundOrder, { kind, facts }: LinkMail): Promise<void> {
  const at = deps.now();
  const since = new Date(at.getTime() - A_DAY_MS);
  if ((await countMailsOfCause(deps.db, `${kind}:${order.id}:`, since)) >= MAILS_PER_ORDER) return;
  const { language } = marketOf(marketIdSchema.parse(order.marketId));
  await queueNewsMail(deps.db, {
    id: deps.newId(),
    orderId: order.id,
    cause: `${kind}:${order.id}:${Math.floor(at.getTime() / MINUTE_MS)}`,
    facts: facts(findWords[language]),
    email,
    sealer: deps.sealer,
    at,
  });
  deps.wake('messages');
}
