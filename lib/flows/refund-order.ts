import { writeAuditOf } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { listDisputeStatuses } from '@/lib/db/disputes';
import { getOrder, lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { getRefundOfKey, insertRefund, listRefundsOfOrder, type Refund, updateRefund } from '@/lib/db/refunds';
import { inTransaction } from '@/lib/db/transaction';
import { currencySchema, money } from '@/lib/domain/money';
import {
  planRefund,
  type RefundPlan,
  type RefundProblem,
  type RefundReason,
  type RefundStatus,
  type RefundWish,
  refundKey,
} from '@/lib/domain/orders/refund';
import { nextCheckSeconds } from '@/lib/domain/payments/attempt';
import { blocksRefund } from '@/lib/domain/payments/dispute';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { bookRefundState } from './book-refund';
import { type Deps, gatewayOf } from './deps';

export type RefundOrderInput = {
  orderId: string;
  /** Comes with the form: the same form sent twice, or from two tabs of one page, is one refund. */
  requestId: string;
  seenVersion: number;
  wish: RefundWish;
  reason: RefundReason;
  restock: boolean;
  who: string;
};

export type RefundOrderProblem =
  | RefundProblem
  | 'not_found'
  | 'not_paid'
  | 'changed_meanwhile'
  | 'charge_disputed'
  | 'refund_refused';

/**
 * Gives money of an order back: writes the refund, asks the provider under its key, books the answer. Without an answer it stays
 * "requested" and the worker finishes it. Never more than was taken and has not gone back, however many ask at once (I6).
 * Problems: those of `planRefund`; "charge_disputed" (a bank holds the money or gave it to her); "not_found"; "not_paid" (nothing was taken yet: cancel instead); "changed_meanwhile";
 * "refund_refused" by the provider.
 */
export async function refundOrder(
  deps: Deps,
  input: RefundOrderInput,
): Promise<Result<RefundStatus, RefundOrderProblem>> {
  const opened = await inTransaction(deps.db, (tx) => openRefund(deps, tx, input));
  if (!opened.ok) return opened;
  const { refund, isNew } = opened.value;
  const status = isNew ? await driveRefund(deps, refund) : refund.status;
  return status === 'refused' ? fail('refund_refused') : succeed(status);
}

async function openRefund(
  deps: Deps,
  tx: Database,
  input: RefundOrderInput,
): Promise<Result<{ refund: Refund; isNew: boolean }, Exclude<RefundOrderProblem, 'refund_refused'>>> {
  const order = await lockOrder(tx, input.orderId);
  if (!order) return fail('not_found');
  const key = `request:${input.requestId}`;
  const known = await getRefundOfKey(tx, key);
  if (known) return known.orderId === order.id ? succeed({ refund: known, isNew: false }) : fail('changed_meanwhile');
  if (order.version !== input.seenVersion) return fail('changed_meanwhile');
  if (order.capturedMinor === 0) return fail('not_paid');
  const plan = planRefund(order, await listRefundsOfOrder(tx, order.id), input.wish);
  if (!plan.ok) return plan;
  if ((await listDisputeStatuses(tx, order.id)).some(blocksRefund)) return fail('charge_disputed');
  const refund = await writeRefund(deps, tx, { order, plan: plan.value, key, ...input });
  await writeAuditOf(tx, {
    who: input.who,
    what: 'order.refunded',
    about: `order:${order.id}`,
    before: { refundedMinor: order.refundedMinor + order.refundingMinor },
    after: { amountMinor: refund.amountMinor, currency: order.currency, reason: input.reason, restock: input.restock },
    at: deps.now(),
  });
  return succeed({ refund, isNew: true });
}

type Written = Pick<RefundOrderInput, 'reason' | 'restock' | 'who'> & { order: Order; plan: RefundPlan; key: string };

/** Writes a refund into a locked order and sets its amount aside. Whoever writes it drives it, once the transaction is over. */
export async function writeRefund(deps: Deps, tx: Database, { order, plan, ...rest }: Written): Promise<Refund> {
  const at = deps.now();
  const { key, reason, restock, who } = rest;
  const refund = await insertRefund(tx, {
    id: deps.newId(),
    orderId: order.id,
    ...plan,
    key,
    reason,
    restock,
    who,
    status: 'requested',
    createdAt: at,
    nextCheckAt: new Date(at.getTime() + deps.attemptLeaseSeconds * 1000),
  });
  if (!refund) throw new Error(`the refund ${key} was written twice`);
  await updateOrder(tx, order.id, { refundingMinor: order.refundingMinor + plan.amountMinor });
  return refund;
}

/** Asks the provider for a refund that is written down, and books what it says. Safe to repeat: one key, one refund. */
export async function driveRefund(deps: Deps, refund: Refund): Promise<RefundStatus> {
  const order = await getOrder(deps.db, refund.orderId);
  if (!order) throw new Error(`refund ${refund.id} belongs to no order`);
  const outcome = await gatewayOf(deps, order.provider).refund(
    {
      chargeId: order.chargeId,
      amount: money(refund.amountMinor, currencySchema.parse(order.currency)),
      reason: 'requested',
      attemptId: order.attemptId,
      reference: refund.id,
    },
    refundKey(refund.id),
  );
  if (outcome.is === 'refused') return bookRefundState(deps, refund.id, { is: 'refused', failure: outcome.reason });
  if (outcome.is !== 'unknown')
    return bookRefundState(deps, refund.id, { is: outcome.is, providerRefundId: outcome.refundId });
  deps.log('refund.unknown', { refund: refund.id });
  const nextCheckAt = new Date(deps.now().getTime() + nextCheckSeconds(refund.checks) * 1000);
  await updateRefund(deps.db, refund.id, { nextCheckAt });
  return 'requested';
}
