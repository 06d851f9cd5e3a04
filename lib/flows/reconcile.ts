import { getAttemptOfReference } from '@/lib/db/attempts';
import { getOrder, getOrderOfCharge, type Order } from '@/lib/db/orders';
import { keepBreak, listChargedOrders } from '@/lib/db/payment-breaks';
import { asId, type ForeignChargeId } from '@/lib/domain/ids';
import { type Charge, PAYMENT_PROVIDERS, type PaymentProvider } from '@/lib/domain/payments/payment';
import { type BreakCause, differenceOf } from '@/lib/domain/payments/reconciliation';
import type { Deps } from './deps';
import { findRefunds } from './find-refunds';
import { raiseTask } from './raise-task';
import { reconcileDisputes } from './reconcile-disputes';
import { checkItem, type Reconciled, type Verdict } from './reconcile-item';
import { settlePayment } from './settle-payment';

/**
 * Compares every provider with the shop, both ways, since a moment: each charge with its order, each order with its charge. A
 * break is stored with its cause; where one answer is right it is given (an unheard payment is settled or goes back, an
 * unheard refund is booked, a dispute is written down as it stands), the rest become the merchant's tasks. Run again it finds its work done. Each item stands for
 * itself: one that fails is told as an alarm and holds up no other.
 */
export async function reconcile(deps: Deps, since: Date): Promise<Reconciled> {
  const sum: Reconciled = { healed: 0, open: 0, unreachable: [] };
  for (const provider of PAYMENT_PROVIDERS) {
    const gateway = deps.payments[provider];
    if (!gateway) continue;
    const charges = await gateway.listCharges(since);
    if (!charges.ok) {
      sum.unreachable.push(provider);
      continue;
    }
    for (const charge of charges.value)
      await checkItem(deps, sum, charge.id, () => checkCharge(deps, provider, charge));
    const seen = new Set(charges.value.map(({ id }) => id));
    for (const order of await listChargedOrders(deps.db, provider, since))
      if (order.totalMinor > 0 && !seen.has(order.chargeId))
        await checkItem(deps, sum, order.chargeId, () => checkOrder(deps, provider, order));
  }
  await reconcileDisputes(deps, since, sum);
  deps.log('payments.reconciled', { healed: sum.healed, open: sum.open });
  return sum;
}

async function checkCharge(deps: Deps, provider: PaymentProvider, listed: Charge): Promise<Verdict> {
  const order = await getOrderOfCharge(deps.db, listed.id);
  if (order && differenceOf(order, listed) === null) return 'fine';
  const attempt = listed.reference ? await getAttemptOfReference(deps.db, listed.reference) : null;
  // A list may be hours old, or leave out what went back (PayPal's): what is acted on is the charge as it stands now.
  const present = await deps.payments[provider]?.findCharge(asId<ForeignChargeId>(listed.id));
  const charge = present?.ok ? present.value : listed;
  if (present && !present.ok && present.problem === 'gateway_unavailable') return 'fine';
  if (order) return compare(deps, provider, order, charge);
  const isBack = charge.captured && charge.refundedMinor >= charge.capturedMinor;
  if (!attempt) return isBack || !charge.captured ? 'fine' : open(deps, provider, 'charge_without_order', charge);
  // Messenger charges through either account; of every other try we know whom we asked.
  if (attempt.provider !== provider && attempt.way !== 'messenger')
    return isBack ? 'fine' : open(deps, provider, 'charge_without_order', charge);
  // Also what went back already: whoever sent it may have ended before saying so.
  const settled = await settlePayment(deps, attempt.id, charge);
  if (isBack || attempt.status === 'ended') return 'fine';
  if (settled.is === 'checking') return 'fine';
  return keep(deps, provider, 'event_never_came', charge, true);
}

async function compare(deps: Deps, provider: PaymentProvider, order: Order, charge: Charge): Promise<Verdict> {
  const difference = differenceOf(order, charge);
  if (!difference) return 'fine';
  if (difference === 'amount_differs') return open(deps, provider, difference, charge);
  await findRefunds(deps, charge.id);
  const now = await getOrder(deps.db, order.id);
  if (now && differenceOf(now, charge) === null) return keep(deps, provider, difference, charge, true);
  return open(deps, provider, difference, charge);
}

// The list leaves out what carries no reference of ours: only the charge itself can tell that it is not there.
async function checkOrder(deps: Deps, provider: PaymentProvider, order: Order): Promise<Verdict> {
  const gateway = deps.payments[provider];
  const found = await gateway?.findCharge(asId<ForeignChargeId>(order.chargeId));
  if (found?.ok) return compare(deps, provider, order, found.value);
  if (found?.problem !== 'not_found') return 'fine';
  const facts = { order: order.id, amountMinor: order.totalMinor, currency: order.currency };
  await raiseTask(deps, 'order_without_charge', order.chargeId, facts);
  const lacking = { cause: 'order_without_charge' as const, provider, subject: order.chargeId, facts };
  await keepBreak(deps.db, lacking, { at: deps.now(), healed: false });
  return 'open';
}

async function open(deps: Deps, provider: PaymentProvider, cause: BreakCause, charge: Charge): Promise<Verdict> {
  await raiseTask(deps, cause, charge.id, { chargeId: charge.id, ...charge.amount });
  return keep(deps, provider, cause, charge, false);
}

async function keep(
  deps: Deps,
  provider: PaymentProvider,
  cause: BreakCause,
  charge: Charge,
  healed: boolean,
): Promise<Verdict> {
  const { amountMinor, currency } = charge.amount;
  const facts = { amountMinor, currency, refundedMinor: charge.refundedMinor };
  await keepBreak(deps.db, { cause, provider, subject: charge.id, facts }, { at: deps.now(), healed });
  return healed ? 'healed' : 'open';
}
