import {
  type Attempt,
  claimAttempt,
  getAttempt,
  getOpenAttempt,
  updateAttemptDetails,
  updateDialogQuote,
} from '@/lib/db/attempts';
import { getSellingTerms } from '@/lib/db/selling-terms';
import type { CountryCode, OrderDetails } from '@/lib/domain/cart/address';
import { type Quote, requote } from '@/lib/domain/cart/quote';
import type { ShopperId } from '@/lib/domain/ids';
import type { MarketId } from '@/lib/domain/market';
import { ATTEMPT_LIFETIME_SECONDS } from '@/lib/domain/payments/attempt';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { endEarlierAttempt, leaseFrom } from './confirm-checkout';
import type { Deps } from './deps';
import { endAtProvider } from './drive-attempt';
import { findChargeOf } from './find-charge';
import { attemptDetailsPlace, type OpenAttemptProblem, openAttempt } from './open-attempt';
import { checkDialogAttempt } from './settle-dialog';

export type DialogOpened = { attemptId: string; quote: Quote };

/**
 * Before Messenger's payment dialog is shown: stock held, attempt written, since Messenger charges before our server
 * hears of it. The dialog was in the United States and dollars only. Problems: those of `openAttempt`; "key_reused"
 * also for a request whose attempt is over; "not_in_dialog".
 */
export async function openDialog(
  deps: Deps,
  input: { shopperId: ShopperId; marketId: MarketId; dialogRequestId: string },
): Promise<Result<DialogOpened, OpenAttemptProblem | 'not_in_dialog'>> {
  if (input.marketId !== 'en-US') return fail('not_in_dialog');
  const request = {
    ...input,
    way: 'messenger' as const,
    country: 'US' as const,
    shippingOptionId: undefined,
    details: null,
    agreedTotal: null,
  };
  const opened = await openAttempt(deps, request);
  if (opened.ok) return openedFrom(opened.value.attempt);
  if (opened.problem !== 'attempt_open' || !(await freeTheWay(deps, input.shopperId))) return opened;
  const again = await openAttempt(deps, request);
  return again.ok ? openedFrom(again.value.attempt) : again;
}

// A request whose attempt is over opens no dialog: it would charge for stock that is no longer held.
function openedFrom(attempt: Attempt): Result<DialogOpened, 'key_reused'> {
  return attempt.status === 'open' ? succeed({ attemptId: attempt.id, quote: attempt.quote }) : fail('key_reused');
}

/**
 * Ends her open try where it may be ended; true when the way is free. A dialog that was left open is looked up first: if
 * it charged, it is settled and nothing new is opened. If it charges later after all, reconciliation gives that money back.
 */
export async function freeTheWay(deps: Deps, shopperId: ShopperId): Promise<boolean> {
  const earlier = await getOpenAttempt(deps.db, shopperId);
  if (earlier?.way === 'messenger') return endDialog(deps, earlier.id);
  return endEarlierAttempt(deps, shopperId);
}

export type RequoteDialogInput = {
  shopperId: ShopperId;
  attemptId: string;
  country: CountryCode;
  shippingOptionId?: string | undefined;
  /** What the dialog tells of the address, kept in case the page is gone when the charge is found. */
  details: OrderDetails | null;
};

/** The new total for another address or option in an open dialog. Problems: "no_attempt"; those of `requote`. */
export async function requoteDialog(
  deps: Deps,
  input: RequoteDialogInput,
): Promise<Result<Quote, 'no_attempt' | 'not_delivered_there' | 'unknown_shipping_option'>> {
  const attempt = await getAttempt(deps.db, input.attemptId);
  if (attempt?.shopperId !== input.shopperId) return fail('no_attempt');
  const quote = requote(attempt.quote, input, await getSellingTerms(deps.db));
  if (!quote.ok) return quote;
  const changed = await updateDialogQuote(deps.db, attempt.id, {
    quote: quote.value,
    amountMinor: quote.value.total.amountMinor,
    expiresAt: new Date(deps.now().getTime() + ATTEMPT_LIFETIME_SECONDS * 1000),
  });
  if (!changed) return fail('no_attempt');
  if (input.details) {
    const sealed = deps.sealer.seal(attemptDetailsPlace(attempt.id), JSON.stringify(input.details));
    await updateAttemptDetails(deps.db, attempt.id, sealed);
  }
  return quote;
}

/** She cancelled the dialog, or it failed: the stock goes back unless a charge is found. True when the attempt is over. */
export async function endDialog(deps: Deps, attemptId: string): Promise<boolean> {
  const claimed = await claimAttempt(deps.db, attemptId, leaseFrom(deps));
  if (!claimed) return false;
  await checkDialogAttempt(deps, claimed);
  const present = await getAttempt(deps.db, attemptId);
  if (present?.status !== 'open') return present?.end !== 'succeeded';
  const charge = await findChargeOf(deps, present);
  if (!charge.ok || charge.value) return false;
  await endAtProvider(deps, present, { end: 'cancelled' });
  return true;
}
