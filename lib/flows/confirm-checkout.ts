import { setTimeout as pause } from 'node:timers/promises';
import { type Attempt, claimAttempt, getAttempt, getOpenAttempt } from '@/lib/db/attempts';
import type { CheckoutDetails } from '@/lib/domain/cart/address';
import type { CartId, ShopperId } from '@/lib/domain/ids';
import type { MarketId } from '@/lib/domain/market';
import type { Money } from '@/lib/domain/money';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import type { PaymentProof } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { brakesOn, isBraked, noteTry } from './brake';
import type { Deps } from './deps';
import { answerOf, type DriveProblem, driveAttempt, endAtProvider } from './drive-attempt';
import { type OpenAttemptProblem, openAttempt } from './open-attempt';

export type ConfirmCheckoutInput = {
  shopperId: ShopperId;
  /** Set for a handed-off session: it pays this cart and no other. */
  onlyCartId?: CartId | null;
  /** The address that the request came from, where one is known. */
  source?: string | null;
  marketId: MarketId;
  dialogRequestId: string;
  details: CheckoutDetails;
  shippingOptionId: string;
  agreedTotal: Money;
  /** On a provider's own page she proves it there, later: there is no `proof` then. */
  way?: 'card' | 'hosted' | 'paypal';
  proof: PaymentProof | null;
  /** Set by the door for a known person only: whose kept card pays, or who wants this one kept. */
  customerId?: string | null;
  keepCard?: boolean;
};

export type ConfirmCheckoutProblem = OpenAttemptProblem | DriveProblem | 'still_running';

/** How long an equal request waits for the one that is at work before it is sent away with "still_running". */
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 100;
/** Declined cards in ten minutes from one address, behind which a whole school may sit. */
const DECLINES_PER_SOURCE = 20;

/**
 * Charges her cart once. However often the same request arrives, from wherever, there is one attempt, one charge, one
 * order, and each request gets that attempt's answer. The flow of `house.md` section 4, step 6.
 * Problems: those of `openAttempt` ("too_many_declines" also for twenty of one address in ten minutes) and `driveAttempt`; "still_running" when an equal request takes longer than 10 s.
 */
export async function confirmCheckout(
  deps: Deps,
  input: ConfirmCheckoutInput,
): Promise<Result<AttemptAnswer, ConfirmCheckoutProblem>> {
  if (input.way === 'paypal' && !deps.payments.paypal) return fail('payments_unavailable');
  const { shopperId, source = null } = input;
  // For one person the attempts themselves are counted; whoever makes a new person of each try comes from somewhere, too.
  const brakes = brakesOn('decline', { shopperId, source }, { source: DECLINES_PER_SOURCE });
  if (await isBraked(deps, brakes)) {
    deps.log('alarm.card_testing', { by: 'source' });
    return fail('too_many_declines');
  }
  const opened = await openOrSupersede(deps, input);
  if (!opened.ok) return opened;
  const { attempt, isNew } = opened.value;
  if (!isNew) return joinAttempt(deps, attempt, input.proof);
  const answer = await driveAttempt(deps, attempt, input.proof);
  if (answer.ok && answer.value.is === 'declined') await noteTry(deps, brakes);
  return answer;
}

/** Waits for the answer of an attempt, or goes on with it where nobody does. */
export async function joinAttempt(
  deps: Deps,
  attempt: Attempt,
  proof: PaymentProof | null,
): Promise<Result<AttemptAnswer, DriveProblem | 'still_running'>> {
  const deadline = deps.now().getTime() + WAIT_MS;
  while (true) {
    const claimed = await claimAttempt(deps.db, attempt.id, leaseFrom(deps));
    if (claimed) return driveAttempt(deps, claimed, proof);
    const present = await getAttempt(deps.db, attempt.id);
    if (present?.status === 'ended') return succeed(await answerOf(deps, present));
    if (deps.now().getTime() > deadline) return fail('still_running');
    await pause(LOOK_EVERY_MS);
  }
}

/** A lease for driving an attempt: until then no worker touches it. */
export function leaseFrom(deps: Deps): { now: Date; until: Date } {
  const now = deps.now();
  return { now, until: new Date(now.getTime() + deps.attemptLeaseSeconds * 1000) };
}

// She left an earlier try behind (closed webview, abandoned 3-D Secure) and starts anew: that one is ended at the
// provider first. If it turns out to be paid or undecided, no second one is opened.
async function openOrSupersede(deps: Deps, input: ConfirmCheckoutInput) {
  const request = { ...input, way: input.way ?? ('card' as const), country: input.details.address.country };
  const opened = await openAttempt(deps, request);
  if (opened.ok || opened.problem !== 'attempt_open') return opened;
  return (await endEarlierAttempt(deps, input.shopperId)) ? openAttempt(deps, request) : opened;
}

/** Ends her open attempt where nobody drives it and the provider agrees; true when the way is free. */
export async function endEarlierAttempt(deps: Deps, shopperId: ShopperId): Promise<boolean> {
  const earlier = await getOpenAttempt(deps.db, shopperId);
  if (!earlier) return true;
  // Messenger's dialog may still charge: only its own cancelling or its expiry ends such an attempt.
  if (earlier.way === 'messenger') return false;
  const claimed = await claimAttempt(deps.db, earlier.id, leaseFrom(deps));
  if (!claimed) return false;
  const answer = await endAtProvider(deps, claimed, { end: 'cancelled' });
  return answer.is === 'over' || answer.is === 'declined';
}
