import {
  type Attempt,
  getAttemptOfRequest,
  leaveAttempt,
  recordMessengerPayment,
  updateAttemptDetails,
} from '@/lib/db/attempts';
import { completeOrderDetails, getOrderOfAttempt, getOrderOfCharge } from '@/lib/db/orders';
import { queueConfirmation } from '@/lib/db/queue-confirmation';
import { constraintOf, inTransaction } from '@/lib/db/transaction';
import type { OrderDetails } from '@/lib/domain/cart/address';
import { asId, type ForeignChargeId, type ShopperId } from '@/lib/domain/ids';
import { type AttemptAnswer, nextCheckSeconds } from '@/lib/domain/payments/attempt';
import { type Charge, isTestPayment, type PaymentProvider } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { answerOf, endAtProvider } from './drive-attempt';
import { findChargeOf } from './find-charge';
import { issueInvoice, readSellerOnPapers } from './issue-papers';
import { attemptDetailsPlace } from './open-attempt';
import { orderDetailsPlace, settlePayment } from './settle-payment';

export type SettleDialogInput = {
  shopperId: ShopperId;
  dialogRequestId: string;
  chargeId: string;
  /** Whose charge the page says it is (Stripe's, where it does not say); looked up there and nowhere else. */
  provider?: PaymentProvider;
  /** The first form of 2016 carries no reference of ours: there Messenger's own id of the payment must be the charge's. */
  fbPaymentId?: string;
  details: OrderDetails;
};

/**
 * Messenger's dialog (profile 2016) has charged and the page reports it. The charge is looked up at the provider: its
 * amount, currency and our reference decide, nothing that the browser says.
 * Problems: "no_attempt"; "charge_not_found"; "not_this_charge" (it carries another attempt's reference, or pays another
 * order already); "test_payment". Source: Messenger Platform 2.1, PaymentRequest; reference E.6.
 */
export async function settleDialog(
  deps: Deps,
  input: SettleDialogInput,
): Promise<Result<AttemptAnswer, 'no_attempt' | 'charge_not_found' | 'not_this_charge' | 'test_payment'>> {
  const attempt = await getAttemptOfRequest(deps.db, input);
  if (attempt?.way !== 'messenger') return fail('no_attempt');
  if (attempt.end === 'succeeded') {
    await completeOrder(deps, attempt.id, input.details);
    return succeed(await answerOf(deps, attempt));
  }
  if (isTestPayment(input.chargeId)) return fail('test_payment');

  const gateway = deps.payments[input.provider ?? 'stripe'];
  const charge = (await gateway?.findCharge(asId<ForeignChargeId>(input.chargeId))) ?? fail('not_found');
  if (!charge.ok && charge.problem === 'not_found') return fail('charge_not_found');
  // The address is hers to give and nobody else knows it: kept before anything else can fail.
  await updateAttemptDetails(
    deps.db,
    attempt.id,
    deps.sealer.seal(attemptDetailsPlace(attempt.id), JSON.stringify(input.details)),
  );
  if (!charge.ok) return succeed({ is: 'checking' });
  if (!(await isTheirs(deps, attempt, charge.value, input.fbPaymentId))) return fail('not_this_charge');
  return succeed(await book(deps, attempt.id, charge.value, input.details));
}

async function isTheirs(
  deps: Deps,
  attempt: Attempt,
  charge: Charge,
  fbPaymentId: string | undefined,
): Promise<boolean> {
  if (charge.reference === attempt.id) return true;
  if (!fbPaymentId || charge.reference !== fbPaymentId || (await getOrderOfCharge(deps.db, charge.id))) return false;
  try {
    // From now on the sweeper, too, knows the charge by it.
    await recordMessengerPayment(deps.db, attempt.id, {
      messengerReference: fbPaymentId,
      messengerPaymentId: fbPaymentId,
    });
    return true;
  } catch (error) {
    if (constraintOf(error) === 'attempts_messenger_payment') return false;
    throw error;
  }
}

// The sweeper was quicker than the page and knew no address: now somebody tells it.
async function completeOrder(deps: Deps, attemptId: string, details: OrderDetails): Promise<void> {
  const order = await getOrderOfAttempt(deps.db, attemptId);
  if (order?.status !== 'paid_needs_decision' || !details.address) return;
  const sealed = deps.sealer.seal(orderDetailsPlace(order.id), JSON.stringify(details));
  const confirmation = { id: deps.newId(), orderId: order.id, email: details.email, sealer: deps.sealer };
  await inTransaction(deps.db, async (tx) => {
    // Two who tell it at once: the second finds it told.
    if (!(await completeOrderDetails(tx, order.id, sealed))) return;
    await issueInvoice(deps, tx, { order, details, ...(await readSellerOnPapers(tx)) });
    await queueConfirmation(tx, { ...confirmation, at: deps.now() });
  });
}

/** What the worker does with an open dialog: looks for its charge by our reference; past its time it ends. */
export async function checkDialogAttempt(deps: Deps, attempt: Attempt): Promise<void> {
  const charge = await findChargeOf(deps, attempt);
  if (charge.ok && charge.value) await book(deps, attempt.id, charge.value, null);
  else if (charge.ok && attempt.expiresAt <= deps.now()) await endAtProvider(deps, attempt, { end: 'expired' });
  else await leaveAttempt(deps.db, attempt.id, nextTurn(deps, attempt));
}

async function book(
  deps: Deps,
  attemptId: string,
  charge: Charge,
  details: OrderDetails | null,
): Promise<AttemptAnswer> {
  const settled = await settlePayment(deps, attemptId, charge, details);
  if (settled.is === 'paid') return { is: 'paid', orderId: settled.order.id, orderNumber: settled.order.number };
  return settled.is === 'given_back' ? { is: 'over', end: 'given_back' } : { is: 'checking' };
}

function nextTurn(deps: Deps, attempt: Attempt): { now: Date; nextCheck: Date } {
  const now = deps.now();
  return { now, nextCheck: new Date(now.getTime() + nextCheckSeconds(attempt.checks) * 1000) };
}
