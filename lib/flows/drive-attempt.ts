import {
  type Attempt,
  getAttempt,
  leaveAttempt,
  lockAttempt,
  markAttemptEnded,
  noteDecline,
  recordProviderPayment,
} from '@/lib/db/attempts';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { getOrderOfAttempt } from '@/lib/db/orders';
import { releaseHolds } from '@/lib/db/stock';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type ProviderPaymentId } from '@/lib/domain/ids';
import { currencySchema } from '@/lib/domain/money';
import {
  type AttemptAnswer,
  type AttemptEnd,
  isOnProvidersPage,
  nextCheckSeconds,
} from '@/lib/domain/payments/attempt';
import {
  type ApprovalRequired,
  attemptKey,
  DECLINE_REASONS,
  type DeclineReason,
  type PaymentProof,
  type PaymentState,
} from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { makeApprovalPage } from './approval-page';
import { type Deps, gatewayOf } from './deps';
import { settlePayment } from './settle-payment';

export type DriveProblem = 'payments_unavailable';

/**
 * Brings an attempt as far as it goes: creates the payment object, records its id, confirms, and applies the outcome.
 * Called again after a crash or a lost answer it finds what stands at the provider and goes on from there, so nothing is
 * charged twice. The caller holds the attempt's lease. Without `proof` nothing is confirmed.
 * Problems: "payments_unavailable" when no payment object could be made; the attempt has then ended, its stock is back.
 */
export async function driveAttempt(
  deps: Deps,
  attempt: Attempt,
  proof: PaymentProof | null,
): Promise<Result<AttemptAnswer, DriveProblem>> {
  if (attempt.status === 'ended') return succeed(await answerOf(deps, attempt));
  const gateway = gatewayOf(deps, attempt.provider);

  if (attempt.providerPaymentId) {
    const id = asId<ProviderPaymentId>(attempt.providerPaymentId);
    const state = await gateway.retrieve(id);
    if (state.is !== 'unconfirmed' || !proof) return succeed(await applyState(deps, attempt, state));
    return succeed(
      await applyState(deps, attempt, await gateway.confirm(id, proof, attemptKey(attempt.id, 'confirm'))),
    );
  }

  // PayPal and Stripe's hosted Checkout ask her on their own page: there the object comes first, and what she proves is told by it.
  if (!proof && !isOnProvidersPage(attempt.way)) return succeed(await leaveOpen(deps, attempt, { is: 'checking' }));
  const request = await paymentRequestOf(deps, attempt);
  const created = await gateway.create(request, attemptKey(attempt.id, 'create'));
  if (!created.ok) {
    // Nothing was confirmed, and without a recorded id nothing ever will be.
    await endAttempt(deps, attempt.id, { end: 'cancelled' });
    deps.log('payment.unavailable', { attempt: attempt.id, problem: created.problem });
    return fail('payments_unavailable');
  }
  // The provider's id is in our database before money can move.
  if (!(await recordProviderPayment(deps.db, attempt.id, created.value)))
    return succeed(await answerNow(deps, attempt));
  const recorded = { ...attempt, providerPaymentId: created.value };
  const state = proof
    ? await gateway.confirm(created.value, proof, attemptKey(attempt.id, 'confirm'))
    : await gateway.retrieve(created.value);
  return succeed(await applyState(deps, recorded, state));
}

async function paymentRequestOf(deps: Deps, attempt: Attempt) {
  return {
    ...(isOnProvidersPage(attempt.way) ? { page: await makeApprovalPage(deps, attempt) } : {}),
    attemptId: attempt.id,
    capture: attempt.capture,
    amount: { amountMinor: attempt.amountMinor, currency: currencySchema.parse(attempt.currency) },
    description: `Attempt ${attempt.id}`,
    receiptEmail: null,
    customerId: attempt.customerId,
    keepCard: attempt.keepCard,
  };
}

/** What the provider said becomes what the house knows. The same for the first request, the worker and a webhook. */
export async function applyState(deps: Deps, attempt: Attempt, state: PaymentState): Promise<AttemptAnswer> {
  switch (state.is) {
    case 'succeeded':
    case 'authorised': {
      const until = state.is === 'authorised' ? state.captureBefore : null;
      const settled = await settlePayment(deps, attempt.id, state.charge, null, until);
      if (settled.is === 'paid') return { is: 'paid', orderId: settled.order.id, orderNumber: settled.order.number };
      if (settled.is === 'given_back') return { is: 'over', end: 'given_back' };
      return leaveOpen(deps, attempt, { is: 'checking' });
    }
    case 'declined':
      return endAtProvider(deps, attempt, { end: 'declined', declineReason: state.reason });
    case 'cancelled':
      return endAttempt(deps, attempt.id, endOf(attempt));
    case 'unconfirmed':
      return leaveOpen(deps, attempt, { is: 'checking' });
    case 'authentication_required':
      return leaveOpen(deps, attempt, { is: 'authentication_required', clientSecret: state.clientSecret });
    case 'approval_required':
      return askAgain(deps, attempt, state);
    case 'approved':
      return captureApproved(deps, attempt);
    case 'pending':
    case 'unknown':
      return leaveOpen(deps, attempt, { is: 'checking' });
  }
}

// The worker may have heard of a decline before she is back: she is told all the same.
async function askAgain(deps: Deps, attempt: Attempt, state: ApprovalRequired): Promise<AttemptAnswer> {
  if (state.declined) await noteDecline(deps.db, attempt.id, 'other_card');
  return leaveOpen(deps, attempt, { ...state, declined: state.declined || attempt.declineReason !== null });
}

// She said yes on the provider's page. The stock is held, and whoever calls holds the attempt's lease: now the money moves.
async function captureApproved(deps: Deps, attempt: Attempt): Promise<AttemptAnswer> {
  if (!attempt.providerPaymentId) throw new Error('an attempt without a payment was approved');
  const id = asId<ProviderPaymentId>(attempt.providerPaymentId);
  const amount = { amountMinor: attempt.amountMinor, currency: currencySchema.parse(attempt.currency) };
  const key = attemptKey(attempt.id, 'confirm');
  return applyState(deps, attempt, await gatewayOf(deps, attempt.provider).capture(id, amount, key));
}

// Declined, then cancelled by us, and only that answer was lost.
function endOf({ way, declineReason }: Attempt): End {
  const reason = DECLINE_REASONS.find((candidate) => candidate === declineReason);
  return reason && !isOnProvidersPage(way) ? { end: 'declined', declineReason: reason } : { end: 'cancelled' };
}

type End = { end: Exclude<AttemptEnd, 'succeeded' | 'given_back'>; declineReason?: DeclineReason };

/** Ends the payment at the provider first, and releases the stock only after its word; "already succeeded" settles instead. */
export async function endAtProvider(deps: Deps, attempt: Attempt, end: End): Promise<AttemptAnswer> {
  if (!attempt.providerPaymentId) return endAttempt(deps, attempt.id, end);
  const state = await gatewayOf(deps, attempt.provider).cancel(asId<ProviderPaymentId>(attempt.providerPaymentId));
  if (state.is === 'cancelled') return endAttempt(deps, attempt.id, end);
  if (state.is === 'succeeded' || state.is === 'authorised') return applyState(deps, attempt, state);
  // The decline stands, whatever became of the cancelling: kept, so that it counts and is told when the attempt ends.
  if (end.declineReason) await noteDecline(deps.db, attempt.id, end.declineReason);
  return leaveOpen(deps, attempt, { is: 'checking' });
}

async function endAttempt(deps: Deps, attemptId: string, end: End): Promise<AttemptAnswer> {
  const ended = await inTransaction(deps.db, async (tx) => {
    const attempt = await lockAttempt(tx, attemptId);
    if (attempt.status === 'ended') return attempt;
    const turned = await releaseHolds(tx, attemptId, deps.now());
    await markAttemptEnded(tx, attemptId, { ...end, at: deps.now() });
    if (turned.length > 0) await announceCatalogueChange(tx, turned);
    return { ...attempt, status: 'ended' as const, end: end.end, declineReason: end.declineReason ?? null };
  });
  return answerOf(deps, ended);
}

async function leaveOpen(deps: Deps, attempt: Attempt, answer: AttemptAnswer): Promise<AttemptAnswer> {
  const now = deps.now();
  const nextCheck = new Date(now.getTime() + nextCheckSeconds(attempt.checks) * 1000);
  await leaveAttempt(deps.db, attempt.id, { now, nextCheck });
  return answer;
}

async function answerNow(deps: Deps, { id }: Attempt): Promise<AttemptAnswer> {
  const attempt = await getAttempt(deps.db, id);
  return attempt ? answerOf(deps, attempt) : { is: 'checking' };
}

/** What the browser hears about an attempt as it stands in the database, without asking anybody. */
export async function answerOf(deps: Deps, attempt: Attempt): Promise<AttemptAnswer> {
  switch (attempt.end) {
    case null:
      return { is: 'checking' };
    case 'succeeded': {
      const order = await getOrderOfAttempt(deps.db, attempt.id);
      if (!order) throw new Error('an attempt succeeded without an order');
      return { is: 'paid', orderId: order.id, orderNumber: order.number };
    }
    case 'declined': {
      const reason = DECLINE_REASONS.find((candidate) => candidate === attempt.declineReason);
      return { is: 'declined', reason: reason ?? 'generic' };
    }
    default:
      return { is: 'over', end: attempt.end };
  }
}
