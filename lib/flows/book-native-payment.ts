import {
  type Attempt,
  claimAttempt,
  getAttempt,
  listAttemptsOfButton,
  recordMessengerPayment,
  updateAttemptDetails,
} from '@/lib/db/attempts';
import { getOrderOfCharge } from '@/lib/db/orders';
import { ensureShopperOfPsid } from '@/lib/db/shoppers';
import { constraintOf } from '@/lib/db/transaction';
import type { WebhookEventRow } from '@/lib/db/webhook-events';
import { asId, type ForeignChargeId, type PageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import {
  isTestFbPayment,
  type NativePayment,
  orderDetailsOf,
  type Payer,
  payerSchema,
} from '@/lib/domain/messaging/native-payment';
import { attemptKey, type Charge, isTestPayment } from '@/lib/domain/payments/payment';
import { leaseFrom } from './confirm-checkout';
import { type Deps, gatewayOf } from './deps';
import { endAtProvider } from './drive-attempt';
import { attemptDetailsPlace } from './open-attempt';
import { openNativeAttempt } from './open-native-attempt';
import { raiseTask } from './raise-task';
import { settlePayment } from './settle-payment';
import { type NativeNews, tellNative } from './tell-native';

type Paid = { shopperId: ShopperId; payload: string; payment: NativePayment; payer: Payer };

// A charge of this very second may not be readable everywhere yet.
const TRIES_TO_FIND_CHARGE = 4;

/** Where a payer is bound to while her payment waits in the inbox. */
export function payerPlace(eventId: string): string {
  return `webhook_events.payload:${eventId}`;
}

/**
 * Messenger's Buy button has charged. The charge is looked up at the provider: its amount, currency and reference decide,
 * nothing that the event says. It becomes an order once; what does not fit goes back once. A tokenised card and a dummy
 * payment move no money and end the attempt. Recognises its own effect, so it may run again. Throws where the provider
 * cannot be asked: tried again later. Source: Messenger Platform 1.2, payment; reference E.5, E.8.
 */
export async function bookNativePayment(
  deps: Deps,
  row: WebhookEventRow,
  from: { pageId: PageId; psid: Psid },
  payment: NativePayment,
): Promise<'done'> {
  const shopperId = await ensureShopperOfPsid(deps.db, { id: deps.newId(), ...from, at: deps.now() });
  const { payload } = payment;
  const paid = { shopperId, payload, payment, payer: openPayer(deps, row.eventId, payment) };
  const tell = (news: NativeNews) => tellNative(deps, { shopperId, payload, cause: `native:${row.eventId}`, news });

  if (payment.provider === 'token') {
    // Card data: PCI DSS would reach our own server (SAQ A ends there). Nobody has charged it, and nobody will.
    deps.log('alarm.token_refused', { event: row.id });
    await endTries(deps, paid);
    await tell({ is: 'token' });
  } else if (isTestFbPayment(payment.fbPaymentId) || isTestPayment(payment.chargeId ?? '')) {
    deps.log('native.test_payment', { event: row.id });
    await endTries(deps, paid);
    await tell({ is: 'test' });
  } else {
    const outcome = await bookCharge(deps, row, paid);
    if (outcome === 'unproven') await tell({ is: 'checking' });
    if (outcome === 'given_back') await tell({ is: 'givenBack' });
  }
  return 'done';
}

async function bookCharge(deps: Deps, row: WebhookEventRow, paid: Paid): Promise<'paid' | 'given_back' | 'unproven'> {
  const { provider, chargeId, fbPaymentId } = paid.payment;
  const unproven = async (why: string) => {
    deps.log('alarm.native_payment_unproven', { event: row.id, why });
    await raiseTask(deps, 'native_payment_unproven', fbPaymentId, { why, provider, chargeId, fbPaymentId });
    return 'unproven' as const;
  };
  if ((provider !== 'stripe' && provider !== 'paypal') || !chargeId) return unproven('no_charge_named');
  if (!deps.payments[provider]) return unproven('provider_not_set_up');

  const found = await gatewayOf(deps, provider).findCharge(asId<ForeignChargeId>(chargeId));
  if (!found.ok && (found.problem === 'gateway_unavailable' || row.tries < TRIES_TO_FIND_CHARGE))
    throw new Error('the charge could not be looked up');
  if (!found.ok) return unproven('charge_not_found');
  const charge = found.value;
  const tries = await listAttemptsOfButton(deps.db, { shopperId: paid.shopperId, messengerReference: paid.payload });
  // It paid for something else already, or names something else: that money is not ours to send back.
  const isOurs = tries.some((attempt) => attempt.chargeId === charge.id);
  if (!isOurs && (await getOrderOfCharge(deps.db, charge.id))) return unproven('charge_seen_before');
  const names = charge.reference;
  if (names !== null && names !== paid.payload && !tries.some(({ id }) => id === names))
    return unproven('names_something_else');
  if (charge.livemode !== deps.livemode) return unproven('other_mode');

  const attempt = await attemptFor(deps, paid, { charge, tries });
  if (!attempt) return giveBackWithoutAttempt(deps, paid, charge);
  const isFirst = await keepWhatWasTold(deps, attempt, paid);
  if (!isFirst) return unproven('payment_seen_before');
  const settled = await settlePayment(deps, attempt.id, charge, orderDetailsOf(paid.payer));
  if (settled.is === 'checking') throw new Error('the money could not be sent back yet');
  return settled.is === 'paid' ? 'paid' : 'given_back';
}

/**
 * The try that this charge belongs to. None where Messenger never asked before it charged, or our answer came late: then
 * the goods are held now, if they are still there at this price.
 */
async function attemptFor(
  deps: Deps,
  { shopperId, payload, payer }: Paid,
  { charge, tries }: { charge: Charge; tries: Attempt[] },
): Promise<Attempt | null> {
  const known =
    tries.find((attempt) => attempt.chargeId === charge.id) ??
    tries.find((attempt) => attempt.status === 'open') ??
    tries.find((attempt) => attempt.end === 'succeeded');
  if (known) return known;
  const opened = await openNativeAttempt(deps, { shopperId, payload, payer, amount: charge.amount });
  return opened.ok ? opened.value : (tries[0] ?? null);
}

// False where Messenger's id of the payment has made another order: it is good for one.
async function keepWhatWasTold(deps: Deps, { id }: Attempt, { payment, payer }: Paid): Promise<boolean> {
  try {
    await recordMessengerPayment(deps.db, id, { messengerPaymentId: payment.fbPaymentId });
  } catch (error) {
    if (constraintOf(error) === 'attempts_messenger_payment') return false;
    throw error;
  }
  const attempt = await getAttempt(deps.db, id);
  if (attempt?.status !== 'open') return true;
  const sealed = deps.sealer.seal(attemptDetailsPlace(id), JSON.stringify(orderDetailsOf(payer)));
  await updateAttemptDetails(deps.db, id, sealed);
  return true;
}

// Charged although the goods cannot be had, and nothing of ours ever stood for it.
async function giveBackWithoutAttempt(deps: Deps, { payload }: Paid, charge: Charge): Promise<'given_back'> {
  const amount = { ...charge.amount, amountMinor: charge.amount.amountMinor - charge.refundedMinor };
  const facts = { chargeId: charge.id, payload };
  if (amount.amountMinor > 0) {
    const outcome = await gatewayOf(deps, charge.provider).refund(
      { chargeId: charge.id, amount, reason: 'goods_gone', attemptId: payload, reference: null },
      attemptKey(`native:${charge.id}`, 'refund'),
    );
    if (outcome.is === 'unknown') throw new Error('the money could not be sent back yet');
    if (outcome.is === 'refused')
      await raiseTask(deps, 'refund_refused', charge.id, { ...facts, reason: outcome.reason });
  }
  deps.log('alarm.native_given_back', { charge: charge.id });
  await raiseTask(deps, 'money_given_back', charge.id, facts);
  return 'given_back';
}

// No money moved, so nothing waits for it: the goods go back on the shelf.
async function endTries(deps: Deps, { shopperId, payload }: Paid): Promise<void> {
  for (const attempt of await listAttemptsOfButton(deps.db, { shopperId, messengerReference: payload })) {
    const claimed = await claimAttempt(deps.db, attempt.id, leaseFrom(deps));
    if (claimed) await endAtProvider(deps, claimed, { end: 'cancelled' });
  }
}

function openPayer(deps: Deps, eventId: string, { payer }: NativePayment): Payer {
  return 'sealed' in payer ? payerSchema.parse(JSON.parse(deps.sealer.open(payerPlace(eventId), payer.sealed))) : payer;
}
