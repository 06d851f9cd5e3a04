import { getAttempt } from '@/lib/db/attempts';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { bookCapture, claimDueHold, lockOrder, type Order, updateOrder } from '@/lib/db/orders';
import { restockSold } from '@/lib/db/stock';
import { inTransaction, isDatabaseDown } from '@/lib/db/transaction';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { asId, type ProviderPaymentId } from '@/lib/domain/ids';
import { currencySchema, type Money, money } from '@/lib/domain/money';
import { type Charge, captureKey, type PaymentState } from '@/lib/domain/payments/payment';
import { tell } from './book-refund';
import { type Deps, gatewayOf } from './deps';
import { issueCreditNote, issueInvoice, readSellerOnPapers } from './issue-papers';
import { raiseTask } from './raise-task';
import { orderDetailsPlace } from './settle-payment';

const HOUR_MS = 60 * 60_000;
/** So long before a hold lapses the merchant is told. */
const WARN_BEFORE_MS = 48 * HOUR_MS;
const LOOK_EVERY_MS = 6 * HOUR_MS;

/** The worker's part in held money: finishes captures without an answer, warns before a hold lapses, notices one that is gone. */
export async function checkHolds(deps: Deps, limit = 20): Promise<number> {
  let looked = 0;
  while (looked < limit) {
    const now = deps.now();
    const order = await claimDueHold(deps.db, {
      now,
      until: new Date(now.getTime() + deps.attemptLeaseSeconds * 1000),
    });
    if (!order) break;
    looked += 1;
    try {
      await checkHold(deps, order);
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      deps.log('alarm.hold_not_checked', { order: order.id, problem: error instanceof Error ? error.name : '' });
    }
  }
  return looked;
}

async function checkHold(deps: Deps, order: Order): Promise<void> {
  const id = await paymentIdOf(deps, order);
  const gateway = gatewayOf(deps, order.provider);
  const state = await gateway.retrieve(id);
  if (state.is !== 'authorised' || order.captureMinor === null) return followHold(deps, order.id, state);
  await followHold(
    deps,
    order.id,
    await gateway.capture(id, amountOf(order, order.captureMinor), captureKey(order.id)),
  );
}

/**
 * What the provider says of held money becomes what the house knows: taken, it is booked once and the order is paid; gone (lapsed,
 * or cancelled at the provider), the order is cancelled and its pieces are back on the shelf. Anything else changes nothing.
 */
export async function followHold(deps: Deps, orderId: string, state: PaymentState): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order?.status !== 'authorised') return;
    if (state.is === 'succeeded') await take(deps, tx, order, state.charge);
    else if (state.is === 'cancelled') await cancelUncharged(deps, tx, order, { who: 'provider', news: 'released' });
    else await lookLater(deps, tx, order, state.is === 'authorised' ? state.captureBefore : order.captureBefore);
  });
  deps.wake('messages');
}

async function take(deps: Deps, tx: Database, order: Order, charge: Charge): Promise<void> {
  const at = deps.now();
  const taken = await updateOrder(tx, order.id, {
    status: 'paid',
    capturedMinor: charge.capturedMinor,
    captureBefore: null,
    nextCheckAt: null,
  });
  await bookCapture(tx, taken, { who: 'shop', why: 'capture', at });
  await issuePapers(deps, tx, taken);
  deps.log('order.captured', { order: order.id });
}

// The invoice of what was ordered, and where less of it was taken the correction by the rest.
async function issuePapers(deps: Deps, tx: Database, order: Order): Promise<void> {
  const details = orderDetailsSchema.parse(
    JSON.parse(deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails)),
  );
  await issueInvoice(deps, tx, { order, details, ...(await readSellerOnPapers(tx)) });
  const amountMinor = order.totalMinor - order.capturedMinor;
  if (amountMinor === 0) return;
  const refund = { id: `capture:${order.id}`, amountMinor, lines: [], shippingMinor: 0 };
  await issueCreditNote(deps, tx, { order, refund });
}

/** Ends an order that nothing was taken for (a hold that is gone, a total of nothing), in the caller's transaction. */
export async function cancelUncharged(
  deps: Deps,
  tx: Database,
  order: Order,
  { who, news }: { who: string; news: 'released' | 'cancelled' },
): Promise<void> {
  const at = deps.now();
  const { attemptId, quote } = order;
  const change = { status: 'cancelled' as const, cancelledAt: at, captureBefore: null, nextCheckAt: null };
  await updateOrder(tx, order.id, change);
  const turned = await restockSold(tx, { attemptId, refundId: `cancel-${order.id}`, lines: quote.lines, at });
  if (turned.length > 0) await announceCatalogueChange(tx, turned);
  await tell(deps, tx, order, `cancelled:${order.id}`, { is: news });
  if (who === 'provider') await raiseTask({ ...deps, db: tx }, 'hold_gone', order.id, { orderId: order.id });
  deps.log('order.cancelled', { order: order.id, who });
}

async function lookLater(deps: Deps, tx: Database, order: Order, captureBefore: Date | null): Promise<void> {
  const now = deps.now().getTime();
  const soon = order.captureMinor !== null;
  await updateOrder(tx, order.id, {
    captureBefore,
    nextCheckAt: new Date(now + (soon ? 30_000 : LOOK_EVERY_MS)),
  });
  if (captureBefore && captureBefore.getTime() - now < WARN_BEFORE_MS)
    await raiseTask({ ...deps, db: tx }, 'hold_lapses', order.id, {
      orderId: order.id,
      at: captureBefore.toISOString(),
    });
}

/** The payment at the provider that an order was paid with. */
export async function paymentIdOf(deps: Deps, order: Order): Promise<ProviderPaymentId> {
  const attempt = await getAttempt(deps.db, order.attemptId);
  if (!attempt?.providerPaymentId) throw new Error(`order ${order.id} has no payment that could be taken`);
  return asId<ProviderPaymentId>(attempt.providerPaymentId);
}

export function amountOf(order: Order, amountMinor: number): Money {
  return money(amountMinor, currencySchema.parse(order.currency));
}
