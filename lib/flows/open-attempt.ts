import { createHash } from 'node:crypto';
import { type Attempt, countDeclines, getAttemptOfRequest, getOpenAttempt, insertAttempt } from '@/lib/db/attempts';
import { listCartLines, lockOpenCart } from '@/lib/db/carts';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { listOffers, reserveDiscounts } from '@/lib/db/discounts';
import { getPaymentSettings } from '@/lib/db/payment-settings';
import { getSellingTerms } from '@/lib/db/selling-terms';
import { isClaimed } from '@/lib/db/shoppers';
import { holdStock } from '@/lib/db/stock';
import { constraintOf, inTransaction, together } from '@/lib/db/transaction';
import type { CheckoutDetails, CountryCode } from '@/lib/domain/cart/address';
import { type Quote, type QuoteProblem, quoteCart } from '@/lib/domain/cart/quote';
import { chargeLimits } from '@/lib/domain/currencies';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import { type MarketId, marketOf } from '@/lib/domain/market';
import { type Money, money, sameMoney } from '@/lib/domain/money';
import { ATTEMPT_LIFETIME_SECONDS, type AttemptWay } from '@/lib/domain/payments/attempt';
import type { CaptureTime } from '@/lib/domain/payments/payment';
import { UNSAID_PAYMENT_SETTINGS } from '@/lib/domain/payments/settings';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { personMarkOf } from './person-mark';
import { quoteCheckout } from './quote-checkout';

export type OpenAttemptInput = {
  shopperId: ShopperId;
  /** Set for a handed-off session: any other cart of hers is "cart_empty" to it. */
  onlyCartId?: CartId | null;
  marketId: MarketId;
  way: AttemptWay;
  dialogRequestId: string;
  country: CountryCode;
  shippingOptionId: string | undefined;
  /** null in Messenger's dialog, which asks for them itself. */
  details: CheckoutDetails | null;
  /** What she agreed to; null where the dialog shows the total only after the hold. */
  agreedTotal: Money | null;
  /** The provider's customer whose kept card pays, or to whom this one is added when `keepCard`. */
  customerId?: string | null;
  keepCard?: boolean;
};

export type OpenAttemptProblem =
  | QuoteProblem
  | 'price_changed'
  | 'discount_gone'
  | 'nothing_to_pay'
  | 'payment_required'
  | 'amount_too_small'
  | 'amount_too_large'
  | 'attempt_open'
  | 'cart_changed'
  | 'key_reused'
  | 'too_many_declines';

const DECLINES_ALLOWED = 5;
const DECLINE_WINDOW_SECONDS = 10 * 60;

/** Where the details of an attempt are bound to. */
export function attemptDetailsPlace(attemptId: string): string {
  return `payment_attempts.sealed_details:${attemptId}`;
}

/**
 * The first transaction: quotes anew, compares with what she agreed to, holds the stock and writes the attempt, all or
 * nothing; `finish` runs in it, once all is written. The same dialog request finds its attempt (`isNew: false`).
 * Problems: those of `quoteCart`; "price_changed" and "discount_gone" (a code that is over, used up or was taken by
 * others at this moment) with the new `quote`, as "nothing_to_pay" and "payment_required" where `way` is not for such a
 * total; "amount_too_small" and "amount_too_large" for what cannot be charged at once; "attempt_open" while another try of hers is
 * undecided; "cart_changed" for a guest who has just turned out to be somebody, whose cart it is now; "key_reused" for the same request with another body; "too_many_declines" (five in ten minutes).
 */
export async function openAttempt(
  deps: Deps,
  input: OpenAttemptInput,
  finish?: (tx: Database, attempt: Attempt) => Promise<void>,
): Promise<Result<{ attempt: Attempt; isNew: boolean }, OpenAttemptProblem>> {
  const known = await getAttemptOfRequest(deps.db, input);
  if (known) return recognised(known, input);
  try {
    return await inTransaction(deps.db, async (tx) => {
      const opened = await holdAndWrite(deps, tx, input);
      if (opened.ok && opened.value.isNew) await finish?.(tx, opened.value.attempt);
      return opened;
    });
  } catch (error) {
    if (error instanceof NotEnough) return withFreshQuote(deps, input, error.failure);
    // Somebody was quicker by a hair: with the same request, or with another one for the same cart.
    if (constraintOf(error)?.startsWith('attempts_')) {
      const winner = await getAttemptOfRequest(deps.db, input);
      return winner ? recognised(winner, input) : fail('attempt_open');
    }
    throw error;
  }
}

async function holdAndWrite(deps: Deps, tx: Database, input: OpenAttemptInput) {
  const at = deps.now();
  const { id, version, discountCode } = await lockOpenCart(tx, { id: deps.newId(), shopperId: input.shopperId, at });
  const [winner, other, wasGuest, declines, lines, terms] = await together([
    getAttemptOfRequest(tx, input),
    getOpenAttempt(tx, input.shopperId),
    isClaimed(tx, input.shopperId),
    countDeclines(tx, input.shopperId, new Date(at.getTime() - DECLINE_WINDOW_SECONDS * 1000)),
    listCartLines(tx, id),
    getSellingTerms(tx),
  ]);
  if (winner) return recognised(winner, input);
  // Messenger said who she is while this request was on its way: a payment of the guest's would be lost to her.
  if (wasGuest) return fail('cart_changed');
  if (declines >= DECLINES_ALLOWED) {
    deps.log('alarm.card_testing', { by: 'shopper' });
    return fail('too_many_declines');
  }
  if (input.onlyCartId && id !== input.onlyCartId) return fail('cart_empty');
  if (other) return fail('attempt_open');
  const cart = { id: asId<CartId>(id), version, lines, discountCode };
  const { currency } = marketOf(input.marketId);
  const { shopperId, country, shippingOptionId } = input;
  const personMark = personMarkOf(deps, input.details?.email);
  const offers = await listOffers(tx, { shopperId, personMark, code: cart.discountCode, at });
  const quote = quoteCart(cart, { currency, country, shippingOptionId, offers, terms });
  if (!quote.ok) return quote;
  if (input.agreedTotal && !sameMoney(quote.value.total, input.agreedTotal))
    return fail(isCodeGone(quote.value) ? 'discount_gone' : 'price_changed', { quote: quote.value });

  const isFree = quote.value.total.amountMinor === 0;
  if (isFree !== (input.way === 'free'))
    return fail(isFree ? 'nothing_to_pay' : 'payment_required', { quote: quote.value });
  const unchargeable = isFree ? null : limitPassed(quote.value.total, input.way);
  if (unchargeable) return unchargeable;

  // Only a card's money is held: others charge by themselves, or hold it for a few days only.
  const { capture } = input.way === 'card' ? await getPaymentSettings(tx) : UNSAID_PAYMENT_SETTINGS;
  const written = newAttempt(deps, input, { cart, quote: quote.value, capture, at });
  const [attempt, held] = await together([
    insertAttempt(tx, written),
    holdStock(tx, written.id, quote.value.lines, at),
  ]);
  if (held.lacking) throw new NotEnough(outOfStock(quote.value, held.lacking));
  const gone = await reserveDiscounts(tx, quote.value.discounts, {
    attemptId: attempt.id,
    shopperId,
    personMark,
    currency,
    at,
  });
  if (gone) throw new NotEnough(fail('discount_gone', { code: gone.code }));
  if (held.turned.length > 0) await announceCatalogueChange(tx, held.turned);
  return succeed({ attempt, isNew: true });
}

function newAttempt(
  deps: Deps,
  input: OpenAttemptInput,
  { cart, quote, capture, at }: { cart: { id: string; version: number }; quote: Quote; capture: CaptureTime; at: Date },
) {
  const id = deps.newId();
  const leaseEnd = new Date(at.getTime() + deps.attemptLeaseSeconds * 1000);
  return {
    id,
    cartId: cart.id,
    cartVersion: cart.version,
    shopperId: input.shopperId,
    way: input.way,
    provider: input.way === 'paypal' ? ('paypal' as const) : ('stripe' as const),
    capture,
    dialogRequestId: input.dialogRequestId,
    requestHash: requestHash(input),
    status: 'open' as const,
    amountMinor: quote.total.amountMinor,
    currency: quote.currency,
    quote,
    marketId: input.marketId,
    customerId: input.customerId ?? null,
    keepCard: input.keepCard ?? false,
    sealedDetails: input.details && deps.sealer.seal(attemptDetailsPlace(id), JSON.stringify(input.details)),
    // A dialog is driven by the person in front of it, not by a request of ours.
    drivenUntil: input.way === 'messenger' ? at : leaseEnd,
    nextCheckAt: leaseEnd,
    expiresAt: new Date(at.getTime() + ATTEMPT_LIFETIME_SECONDS * 1000),
    createdAt: at,
  };
}

function recognised(
  attempt: Attempt,
  input: OpenAttemptInput,
): Result<{ attempt: Attempt; isNew: boolean }, 'key_reused'> {
  return attempt.requestHash === requestHash(input) ? succeed({ attempt, isNew: false }) : fail('key_reused');
}

/** What makes two requests the same: everything she agreed to, but not the one-use proof of her card. */
function requestHash(input: OpenAttemptInput): string {
  const { way, country, shippingOptionId, details, agreedTotal, marketId, keepCard } = input;
  const asked = [way, marketId, country, shippingOptionId ?? null, details, agreedTotal, ...(keepCard ? ['keep'] : [])];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
}

function outOfStock(quote: Quote, variantId: string): Failure<'out_of_stock'> {
  const line = quote.lines.find((candidate) => candidate.variantId === variantId);
  return fail('out_of_stock', { sku: line?.sku, title: line?.title, available: 0 });
}

/** Said before anything is held: the provider would refuse it later, and less clearly. */
function limitPassed(
  { amountMinor, currency }: Money,
  way: AttemptWay,
): Failure<'amount_too_small' | 'amount_too_large'> | null {
  const { least, most } = chargeLimits(currency);
  // The least is Stripe's; PayPal names none.
  if (amountMinor < least && way !== 'paypal') return fail('amount_too_small', { least: money(least, currency) });
  return amountMinor > most ? fail('amount_too_large', { most: money(most, currency) }) : null;
}

const CODE_IS_GONE = ['code_unknown', 'code_expired', 'code_used_up', 'code_used_by_you'];

function isCodeGone({ code }: Quote): boolean {
  return code?.refused != null && CODE_IS_GONE.includes(code.refused);
}

// Somebody was given it a moment ago: what the cart costs without it is asked anew, now that they have.
async function withFreshQuote(deps: Deps, input: OpenAttemptInput, failure: NotEnough['failure']) {
  if (failure.problem !== 'discount_gone') return failure;
  const quote = await quoteCheckout(deps, { ...input, email: input.details?.email });
  return fail('discount_gone', quote.ok ? { quote: quote.value } : {});
}

/** Rolls the first transaction back: nothing stays held, no attempt is left. */
class NotEnough extends Error {
  constructor(readonly failure: Failure<'out_of_stock' | 'discount_gone'>) {
    super(failure.problem);
  }
}
