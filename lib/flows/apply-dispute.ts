import { type Attempt, getAttempt, getAttemptOfPayment } from '@/lib/db/attempts';
import type { Database } from '@/lib/db/client';
import { type DisputeRow, finishTasks, keepDispute, listBookedKeys, reopenTask } from '@/lib/db/disputes';
import { bookMoney } from '@/lib/db/ledger';
import { getOrderOfAttempt, getOrderOfCharge, type Order } from '@/lib/db/orders';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type ProviderPaymentId } from '@/lib/domain/ids';
import type { Dispute, DisputeMovement, DisputeStatus } from '@/lib/domain/payments/dispute';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import type { Deps } from './deps';
import { raiseTask } from './raise-task';

/**
 * Writes down a dispute as its provider states it now: how it stands, money taken and given back (each movement booked
 * once, its rows sum to zero), and the merchant's task while an answer is awaited; all in one transaction. Told twice, out
 * of order or late it changes nothing more. Throws when the provider cannot be asked: tried again later.
 * Answers "without_effect" for a dispute about money that is not this shop's.
 */
export async function applyDispute(
  deps: Deps,
  provider: PaymentProvider,
  disputeId: string,
): Promise<'done' | 'without_effect'> {
  const found = await deps.disputes[provider]?.find(disputeId);
  if (!found || (!found.ok && found.problem === 'not_found')) return 'without_effect';
  if (!found.ok) throw new Error('the dispute could not be looked up');
  const attempt = await attemptOf(deps, found.value);
  if (!attempt) return 'without_effect';
  await recordDispute(deps, { provider, attempt, dispute: found.value });
  return 'done';
}

type Told = { provider: PaymentProvider; attempt: Attempt; dispute: Dispute };

/** The same for a dispute that was just looked up or answered. */
export async function recordDispute(deps: Deps, { provider, attempt, dispute }: Told): Promise<DisputeRow> {
  const row = await inTransaction(deps.db, async (tx) => {
    const order = await getOrderOfAttempt(tx, attempt.id);
    const orderId = order?.chargeId === dispute.chargeId ? order.id : null;
    const { row: kept, before } = await keepDispute(tx, {
      newId: deps.newId(),
      provider,
      attemptId: attempt.id,
      orderId,
      dispute,
      at: deps.now(),
    });
    if (order && kept.orderId) await bookMovements(tx, deps, { order, kept, movements: dispute.movements });
    await keepTask({ ...deps, db: tx }, kept, before);
    return kept;
  });
  deps.log('dispute.recorded', { dispute: row.id, order: row.orderId, status: row.status });
  return row;
}

// Her bank disputes a charge: it is ours when a payment or an order of ours names it.
async function attemptOf({ db }: Deps, dispute: Dispute): Promise<Attempt | null> {
  const byPayment = dispute.paymentId && (await getAttemptOfPayment(db, asId<ProviderPaymentId>(dispute.paymentId)));
  if (byPayment) return byPayment;
  const order = await getOrderOfCharge(db, dispute.chargeId);
  return order ? getAttempt(db, order.attemptId) : null;
}

type Booked = { order: Order; kept: DisputeRow; movements: DisputeMovement[] };

// The row of the dispute is locked: what is not booked yet is booked by nobody else.
async function bookMovements(tx: Database, deps: Deps, { order, kept, movements }: Booked): Promise<void> {
  const keyOf = ({ id }: DisputeMovement) => `dispute:${kept.id}:${id}`;
  const booked = await listBookedKeys(
    tx,
    movements.map((movement) => `${keyOf(movement)}:charge`),
  );
  for (const movement of movements) {
    const { amountMinor, feeMinor, currency } = movement;
    if (booked.has(`${keyOf(movement)}:charge`)) continue;
    await bookMoney(tx, {
      key: keyOf(movement),
      order: { id: order.id, attemptId: order.attemptId, currency },
      entries: [
        { account: 'charge', amountMinor: amountMinor - feeMinor },
        ...(amountMinor === 0 ? [] : [{ account: 'dispute' as const, amountMinor: -amountMinor }]),
        ...(feeMinor === 0 ? [] : [{ account: 'fee' as const, amountMinor: feeMinor }]),
      ],
      who: kept.provider,
      why: amountMinor - feeMinor < 0 ? 'dispute_withdrawn' : 'dispute_reinstated',
      at: deps.now(),
    });
  }
}

const TASKS = { inquiry: 'dispute_inquiry', needs_response: 'dispute_opened' } as const;

async function keepTask(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  { id, status, orderId, answerBy, amountMinor, currency }: DisputeRow,
  before: DisputeStatus | null,
): Promise<void> {
  const open = status === 'inquiry' || status === 'needs_response' ? TASKS[status] : null;
  const over = Object.values(TASKS).filter((kind) => kind !== open);
  await finishTasks(
    deps.db,
    over.map((kind) => `${kind}:${id}`),
    deps.now(),
  );
  if (!open) return;
  const facts = { disputeId: id, orderId, answerBy: answerBy?.toISOString() ?? null, amountMinor, currency };
  await raiseTask(deps, open, id, facts);
  // She asked again after our answer. A task that a person closed by hand stays closed until then.
  if (before !== null && before !== status) await reopenTask(deps.db, `${open}:${id}`);
}
