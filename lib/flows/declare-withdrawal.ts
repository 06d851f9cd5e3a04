import { createHash } from 'node:crypto';
import { countCodeTries, noteCodeTry } from '@/lib/db/discounts';
import { finishTasks } from '@/lib/db/disputes';
import { getOrderOfNumber } from '@/lib/db/orders';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { queueWithdrawalReceipt } from '@/lib/db/queue-withdrawal-receipt';
import { inTransaction } from '@/lib/db/transaction';
import { declarationPlace, getWithdrawalOfRequest, insertHandled, insertWithdrawal } from '@/lib/db/withdrawals';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import type { Psid, ShopperId } from '@/lib/domain/ids';
import { type MarketId, marketOf } from '@/lib/domain/market';
import { readOrderNumber } from '@/lib/domain/orders/status';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Declaration } from '@/lib/domain/withdrawals/declaration';
import { momentText } from '@/lib/domain/withdrawals/write-receipt';
import { withdrawalWords } from '@/lib/domain/words/withdrawal';
import type { Deps } from './deps';
import { raiseTask } from './raise-task';
import { orderDetailsPlace } from './settle-payment';

const WINDOW_MS = 10 * 60_000;
/** Each sends a mail to an address that somebody typed: enough for a family, too few for a nuisance. */
const DECLARATIONS_PER_SOURCE = 10;

export type WithdrawalInput = {
  requestId: string;
  declaration: Declaration;
  marketId: MarketId;
  /** Who is known to be asking; she hears of it in her thread too. */
  shopper: { shopperId: ShopperId; psid: Psid | null } | null;
  source: string | null;
};

/**
 * Takes a withdrawal down and confirms its receipt, whatever it names: the answer never tells whether there is such an
 * order. Answers the id of what was written down; the same form twice is one. Problem: "too_often", of one source.
 */
export async function declareWithdrawal(deps: Deps, input: WithdrawalInput): Promise<Result<string, 'too_often'>> {
  const at = deps.now();
  const before = await getWithdrawalOfRequest(deps.db, input.requestId);
  if (before) return succeed(before.id);
  const key = `withdrawal:${createHash('sha256').update(`withdrawal:${input.source}`).digest('base64url')}`;
  const since = new Date(at.getTime() - WINDOW_MS);
  if ((await countCodeTries(deps.db, key, since)) >= DECLARATIONS_PER_SOURCE)
    return fail('too_often', { retryAfterSeconds: WINDOW_MS / 1000 });
  await noteCodeTry(deps.db, [key], at, since);

  const id = deps.newId();
  const orderId = await namedOrder(deps, input.declaration);
  const isNew = await inTransaction(deps.db, (tx) => writeDown({ ...deps, db: tx }, { ...input, id, orderId, at }));
  deps.wake('messages');
  // Two taps at once: the other one was written down.
  const written = isNew ? id : (await getWithdrawalOfRequest(deps.db, input.requestId))?.id;
  if (!written) throw new Error('a withdrawal was neither written down now nor before');
  return succeed(written);
}

/** The merchant has dealt with it: its task is done, too. */
export async function handleWithdrawal(
  deps: Deps,
  input: { withdrawalId: string; merchantId: string },
): Promise<Result<null, never>> {
  const handledAt = deps.now();
  await inTransaction(deps.db, async (tx) => {
    await insertHandled(tx, { ...input, handledAt });
    await finishTasks(tx, [`withdrawal_declared:${input.withdrawalId}`], handledAt);
  });
  return succeed(null);
}

type Written = WithdrawalInput & { id: string; orderId: string | null; at: Date };

async function writeDown(deps: Deps, { id, orderId, at, requestId, marketId, ...input }: Written): Promise<boolean> {
  const { declaration, shopper } = input;
  const sealedDeclaration = deps.sealer.seal(declarationPlace(id), JSON.stringify(declaration));
  const row = { id, requestId, orderId, marketId, sealedDeclaration, declaredAt: at };
  if (!(await insertWithdrawal(deps.db, row))) return false;
  const { email } = declaration;
  await queueWithdrawalReceipt(deps.db, {
    id: deps.newId(),
    withdrawalId: id,
    orderId,
    email,
    sealer: deps.sealer,
    at,
  });
  await raiseTask(deps, 'withdrawal_declared', id, { withdrawalId: id, orderId });
  if (shopper?.psid) {
    const market = marketOf(marketId);
    const text = withdrawalWords[market.language].inThread(declaration.number, momentText(at, market));
    const parameters = [declaration.number.slice(0, 60), momentText(at, market)];
    const utility = { name: 'kiosk_withdrawal_received' as const, language: market.language, parameters };
    const message = { kind: 'text' as const, text, quickReplies: [], utility };
    const { shopperId, psid } = shopper;
    const cause = `withdrawal:${id}`;
    await insertOutgoingMessages(
      deps.db,
      [{ id: deps.newId(), shopperId, psid, purpose: 'order_update', message, cause }],
      at,
    );
  }
  return true;
}

async function namedOrder(deps: Deps, { number, email }: Declaration): Promise<string | null> {
  const read = readOrderNumber(number);
  const order = read === null ? null : await getOrderOfNumber(deps.db, read);
  if (!order) return null;
  const opened = deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const details = orderDetailsSchema.parse(JSON.parse(opened));
  return details.email.toLowerCase() === email.toLowerCase() ? order.id : null;
}
