import type { Database } from '@/lib/db/client';
import { keepTurn } from '@/lib/db/conversations';
import { joinMerchantThread } from '@/lib/db/merchant-threads';
import { getOrder } from '@/lib/db/orders';
import { countMailsOfCause } from '@/lib/db/outgoing-mails';
import { queueConfirmation } from '@/lib/db/queue-confirmation';
import type { ShopperId } from '@/lib/domain/ids';
import type { Market } from '@/lib/domain/market';
import { returnedText } from '@/lib/domain/messaging/service-replies';
import type { TurnEffects } from '@/lib/domain/messaging/turn';
import type { Deps } from './deps';
import { keepAgreed } from './keep-agreed';
import { mailOrderNews } from './mail-order-news';
import { raiseTask } from './raise-task';

const MOST_ADDRESSES = 3;
const DAY_MS = 24 * 60 * 60_000;

type Turn = { shopperId: ShopperId; row: { id: number }; effects: TurnEffects; market: Market };

/**
 * Keeps what a turn of the conversation leaves behind, in the transaction of its answer: language, stop word, quiet time,
 * the merchant's task. A withdrawal is also acknowledged by mail, on a durable medium (§ 356a BGB), once per order.
 */
export async function leaveTurn(deps: Deps, tx: Database, { shopperId, row, effects, market }: Turn): Promise<void> {
  const now = deps.now();
  await keepTurn(tx, shopperId, effects, now);
  const { task, agreed, tester } = effects;
  if (effects.mail) await mailConfirmation(deps, tx, effects.mail);
  if (tester) await joinMerchantThread(tx, { merchantId: tester, shopperId, at: now });
  if (agreed) await keepAgreed(deps, tx, agreed, { shopperId, language: market.language, source: 'thread' });
  if (task?.kind === 'person_wanted')
    await raiseTask({ ...deps, db: tx }, 'person_wanted', String(row.id), { shopperId });
  if (task?.kind !== 'return_requested') return;
  await raiseTask({ ...deps, db: tx }, 'return_requested', task.orderId, { orderId: task.orderId });
  const order = await getOrder(tx, task.orderId);
  if (!order) throw new Error(`there is no order ${task.orderId} to withdraw from`);
  await mailOrderNews(deps, tx, { order, cause: `withdrawal:${order.id}`, text: returnedText(order, market, now) });
}

// To her order's own address or another of hers; each address once, three a day, so that nobody is mailed at will.
async function mailConfirmation(
  deps: Deps,
  tx: Database,
  { orderId, address }: NonNullable<TurnEffects['mail']>,
): Promise<void> {
  const since = new Date(deps.now().getTime() - DAY_MS);
  if ((await countMailsOfCause(tx, `confirmation-again:${orderId}:`, since)) >= MOST_ADDRESSES) return;
  const again = `again:${orderId}:${deps.sealer.mark('outgoing_mails.cause', address.toLowerCase())}`;
  const mail = { id: deps.newId(), orderId, email: address, sealer: deps.sealer, at: deps.now() };
  await queueConfirmation(tx, { ...mail, again });
}
