import { createHash } from 'node:crypto';
import { countCodeTries, noteCodeTry } from '@/lib/db/discounts';
import { getOrderOfNumber } from '@/lib/db/orders';
import { countMailsOfCause } from '@/lib/db/outgoing-mails';
import { queueNewsMail } from '@/lib/db/queue-news-mail';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { marketIdSchema, marketOf } from '@/lib/domain/market';
import { readOrderNumber } from '@/lib/domain/orders/status';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { findWords } from '@/lib/domain/words/find-order';
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
export async function findOrder(deps: Deps, { email, number, source }: Sought): Promise<Result<null, 'too_often'>> {
  const at = deps.now();
  const key = `find:${createHash('sha256').update(`find-order:${source}`).digest('base64url')}`;
  const since = new Date(at.getTime() - WINDOW_MS);
  if ((await countCodeTries(deps.db, key, since)) >= TRIES_PER_SOURCE)
    return fail('too_often', { retryAfterSeconds: WINDOW_MS / 1000 });
  await noteCodeTry(deps.db, [key], at, since);
  await mailLink(deps, email, readOrderNumber(number));
  return succeed(null);
}

async function mailLink(deps: Deps, email: string, number: number | null): Promise<void> {
  const at = deps.now();
  const order = number === null ? null : await getOrderOfNumber(deps.db, number);
  if (!order) return;
  const opened = deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const details = orderDetailsSchema.parse(JSON.parse(opened));
  if (details.email === '' || details.email.toLowerCase() !== email.trim().toLowerCase()) return;
  const since = new Date(at.getTime() - A_DAY_MS);
  if ((await countMailsOfCause(deps.db, `found:${order.id}:`, since)) >= MAILS_PER_ORDER) return;
  const { language } = marketOf(marketIdSchema.parse(order.marketId));
  await queueNewsMail(deps.db, {
    id: deps.newId(),
    orderId: order.id,
    cause: `found:${order.id}:${Math.floor(at.getTime() / MINUTE_MS)}`,
    facts: { text: findWords[language].mail },
    email: details.email,
    sealer: deps.sealer,
    at,
  });
  deps.wake('messages');
}
