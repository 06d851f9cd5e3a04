import {
  type Attempt,
  lockAttempt,
  markAttemptEnded,
  markChargeGoesBack,
  recordMessengerPayment,
} from '@/lib/db/attempts';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { closeOrderedCart } from '@/lib/db/close-cart';
import { getOrderOfAttempt, insertOrder, type Order } from '@/lib/db/orders';
import { queueConfirmation } from '@/lib/db/queue-confirmation';
import { queueReceipt } from '@/lib/db/queue-receipt';
import { keepOrderOrigin } from '@/lib/db/referrals';
import { releaseHolds, sellHeld, takeHolds } from '@/lib/db/stock';
import { inTransaction, together } from '@/lib/db/transaction';
import { type OrderDetails, orderDetailsSchema } from '@/lib/domain/cart/address';
import { asId, type ProviderPaymentId } from '@/lib/domain/ids';
import { currencySchema, money } from '@/lib/domain/money';
import { FREE_PAYMENT } from '@/lib/domain/payments/attempt';
import { attemptKey, type Charge } from '@/lib/domain/payments/payment';
import { type Deps, gatewayOf } from './deps';
import { issueInvoice, readSellerOnPapers } from './issue-papers';
import { keepCard } from './keep-card';
import { ATTRIBUTION_DAYS } from './keep-visit';
import { attemptDetailsPlace } from './open-attempt';
import { raiseTask } from './raise-task';

/** Where an order's address and contact are bound to. */
export function orderDetailsPlace(orderId: string): string {
  return `orders.sealed_details:${orderId}`;
}

export type Settled = { is: 'paid'; order: Order } | { is: 'given_back' } | { is: 'checking' };

/**
 * The second transaction: order, sold stock, closed cart, ledger, receipt, all or nothing. Whoever comes second finds the
 * order there and changes nothing. Where the merchant takes money only at fulfilment, a hold (until `captureBefore`) makes an
 * order too, and is taken later. A charge that does not fit its attempt (other amount or currency, not captured, the
 * attempt over, no address known) becomes no order: the money goes back once. Where
 * the provider refuses that, it is the merchant's task ("refund_refused"), and the attempt is over all the same.
 */
export async function settlePayment(
  deps: Deps,
  attemptId: string,
  charge: Charge,
  detailsFromDialog: OrderDetails | null = null,
  captureBefore: Date | null = null,
): Promise<Settled> {
  const input = { attemptId, charge, detailsFromDialog, captureBefore };
  const settled = await inTransaction(deps.db, (tx) => settleIn(deps, tx, input));
  if (settled.is === 'misfit') return giveBack(deps, settled.attempt, charge);
  if (settled.isNew) {
    deps.log('order.settled', { order: settled.order.id, attempt: attemptId });
    deps.wake('messages');
  }
  return { is: 'paid', order: settled.order };
}

type SettleInput = {
  attemptId: string;
  charge: Charge;
  detailsFromDialog: OrderDetails | null;
  captureBefore: Date | null;
};
type SettleResult = { is: 'paid'; order: Order; isNew: boolean } | { is: 'misfit'; attempt: Attempt };

async function settleIn(deps: Deps, tx: Database, input: SettleInput): Promise<SettleResult> {
  const { charge } = input;
  const attempt = await lockAttempt(tx, input.attemptId);
  if (attempt.end === 'succeeded') {
    const order = await getOrderOfAttempt(tx, attempt.id);
    if (order && order.chargeId === charge.id) return { is: 'paid', order, isNew: false };
    return { is: 'misfit', attempt };
  }
  const details = input.detailsFromDialog ?? detailsOf(deps, attempt);
  if (attempt.status !== 'open' || attempt.chargeId) return { is: 'misfit', attempt };
  const held = fits(attempt, charge) && details ? await takeHolds(tx, attempt.id) : [];
  if (!details || held.length === 0) {
    // Decided in here: a dialog's total may change while the money is on its way back, and must not make an order then.
    await markChargeGoesBack(tx, attempt.id, charge.id);
    return { is: 'misfit', attempt };
  }

  if (attempt.provider !== charge.provider) await recordMessengerPayment(tx, attempt.id, { provider: charge.provider });
  const at = deps.now();
  const orderId = deps.newId();
  const [seller] = await together([
    readSellerOnPapers(tx),
    markAttemptEnded(tx, attempt.id, { end: 'succeeded', chargeId: charge.id, at }),
    keepCard(deps, tx, { attempt, charge, details }),
    closeOrderedCart(tx, { attempt, newCartId: deps.newId(), at }),
    queueReceipt(tx, { id: deps.newId(), order: { id: orderId, shopperId: attempt.shopperId }, at }),
  ]);
  const since = new Date(at.getTime() - ATTRIBUTION_DAYS * 24 * 60 * 60_000);
  // Last, and together, what every buyer waits for until this is committed: the variant's row and the counter.
  const row = newOrder(deps, { ...input, attempt, details, orderId, at });
  const [, order] = await together([
    sellHeld(tx, attempt.id, held, at),
    insertOrder(tx, row),
    // Money that is only held is no income yet: its invoice comes when it is taken.
    row.status === 'authorised' ? null : issueInvoice(deps, tx, { order: row, details, ...seller }),
    keepOrderOrigin(tx, { id: orderId, shopperId: attempt.shopperId, since }),
    queueConfirmation(tx, { id: deps.newId(), orderId, email: details.email, sealer: deps.sealer, at }),
  ]);
  return { is: 'paid', order, isNew: true };
}

type NewOrderInput = Pick<SettleInput, 'charge' | 'captureBefore'> & {
  attempt: Attempt;
  details: OrderDetails;
  orderId: string;
  at: Date;
};

function newOrder(deps: Deps, { attempt, charge, captureBefore, details, orderId, at }: NewOrderInput) {
  const paid = details.address ? ('paid' as const) : ('paid_needs_decision' as const);
  return {
    id: orderId,
    shopperId: attempt.shopperId,
    attemptId: attempt.id,
    status: charge.captured ? paid : ('authorised' as const),
    capturedMinor: charge.capturedMinor,
    captureBefore,
    nextCheckAt: charge.captured ? null : at,
    currency: attempt.currency,
    totalMinor: attempt.amountMinor,
    quote: attempt.quote,
    marketId: attempt.marketId,
    sealedDetails: deps.sealer.seal(orderDetailsPlace(orderId), JSON.stringify(details)),
    provider: charge.provider,
    chargeId: charge.id,
    paymentMethod: methodOf(attempt, charge),
    placedAt: at,
  };
}

/** The same for an attempt of nothing, in the transaction that opened it. There is no charge to compare. */
export async function settleFree(deps: Deps, tx: Database, { id, amountMinor, currency }: Attempt): Promise<void> {
  const amount = money(amountMinor, currencySchema.parse(currency));
  const nothing = {
    provider: 'stripe' as const,
    amount,
    captured: true,
    capturedMinor: 0,
    refundedMinor: 0,
    card: null,
    reference: id,
    livemode: deps.livemode,
  };
  const charge = { ...nothing, id: `free:${id}`, paymentId: null };
  const settled = await settleIn(deps, tx, { attemptId: id, charge, detailsFromDialog: null, captureBefore: null });
  if (amountMinor !== 0 || settled.is !== 'paid') throw new Error(`the free attempt ${id} cannot be settled`);
  deps.log('order.settled', { order: settled.order.id, attempt: id });
}

function methodOf({ way }: Attempt, { card, provider }: Charge): string {
  if (way === 'free') return FREE_PAYMENT;
  if (provider === 'paypal') return 'PayPal';
  return card ? `${card.brand} ${card.last4}` : 'card';
}

/** Money is compared, never believed. */
function fits(attempt: Attempt, charge: Charge): boolean {
  return (
    // Messenger charges through either account, and says which only then.
    (attempt.way === 'messenger' || attempt.provider === charge.provider) &&
    charge.refundedMinor === 0 &&
    (attempt.capture === 'at_fulfilment' || (charge.captured && charge.capturedMinor === charge.amount.amountMinor)) &&
    charge.amount.amountMinor === attempt.amountMinor &&
    charge.amount.currency === attempt.currency
  );
}

function detailsOf(deps: Deps, attempt: Attempt): OrderDetails | null {
  if (!attempt.sealedDetails) return attempt.way === 'messenger' ? { email: '', phone: '', address: null } : null;
  return orderDetailsSchema.parse(JSON.parse(deps.sealer.open(attemptDetailsPlace(attempt.id), attempt.sealedDetails)));
}

async function giveBack(deps: Deps, attempt: Attempt, charge: Charge): Promise<Settled> {
  if (!charge.captured) return letGo(deps, attempt, charge);
  const amount = { ...charge.amount, amountMinor: charge.capturedMinor - charge.refundedMinor };
  if (amount.amountMinor > 0) {
    const outcome = await gatewayOf(deps, charge.provider).refund(
      { chargeId: charge.id, amount, reason: 'goods_gone', attemptId: attempt.id, reference: null },
      attemptKey(`${attempt.id}:${charge.id}`, 'refund'),
    );
    if (outcome.is === 'unknown') return { is: 'checking' };
    if (outcome.is === 'refused') {
      // The merchant gives it back by hand. Neither the goods nor she wait for that.
      const facts = { chargeId: charge.id, attemptId: attempt.id, reason: outcome.reason };
      await raiseTask(deps, 'refund_refused', charge.id, facts);
      return endGivenBack(deps, attempt, charge);
    }
  }
  deps.log('payment.given_back', { attempt: attempt.id });
  await raiseTask(deps, 'money_given_back', charge.id, { chargeId: charge.id, attemptId: attempt.id });
  return endGivenBack(deps, attempt, charge);
}

// Money that is only held is no money to give back: the hold is ended, and nothing was ever charged.
async function letGo(deps: Deps, attempt: Attempt, charge: Charge): Promise<Settled> {
  if (!charge.paymentId) return { is: 'checking' };
  const state = await gatewayOf(deps, charge.provider).cancel(asId<ProviderPaymentId>(charge.paymentId));
  if (state.is !== 'cancelled') return { is: 'checking' };
  deps.log('payment.let_go', { attempt: attempt.id });
  return endGivenBack(deps, attempt, charge);
}

async function endGivenBack(deps: Deps, attempt: Attempt, charge: Charge): Promise<Settled> {
  await inTransaction(deps.db, async (tx) => {
    const now = await lockAttempt(tx, attempt.id);
    if (now.status !== 'open') return;
    const turned = await releaseHolds(tx, attempt.id, deps.now());
    await markAttemptEnded(tx, attempt.id, { end: 'given_back', chargeId: charge.id, at: deps.now() });
    if (turned.length > 0) await announceCatalogueChange(tx, turned);
  });
  return { is: 'given_back' };
}
