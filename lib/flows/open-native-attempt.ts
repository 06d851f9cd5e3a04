import { createHash } from 'node:crypto';
import {
  type Attempt,
  getOpenAttempt,
  insertAttempt,
  listAttemptsOfButton,
  updateAttemptDetails,
  updateDialogQuote,
} from '@/lib/db/attempts';
import { insertNativeCart } from '@/lib/db/carts';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { getSellingTerms } from '@/lib/db/selling-terms';
import { holdStock } from '@/lib/db/stock';
import { constraintOf, inTransaction } from '@/lib/db/transaction';
import type { OrderDetails } from '@/lib/domain/cart/address';
import type { Quote, QuoteProblem } from '@/lib/domain/cart/quote';
import type { ShopperId } from '@/lib/domain/ids';
import type { MarketId } from '@/lib/domain/market';
import { variantOfPayload } from '@/lib/domain/messaging/buy-payload';
import { countryOf, orderDetailsOf, type Payer } from '@/lib/domain/messaging/native-payment';
import type { Money } from '@/lib/domain/money';
import { ATTEMPT_LIFETIME_SECONDS } from '@/lib/domain/payments/attempt';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { attemptDetailsPlace } from './open-attempt';
import { freeTheWay } from './open-dialog';
import { quoteNative, withTotal } from './quote-native';

export type NativeBuy = { shopperId: ShopperId; payload: string; payer: Payer; amount: Money | null };
export type NativeProblem = QuoteProblem | 'already_paid' | 'price_changed' | 'attempt_open' | 'under_way';

const MARKET: MarketId = 'en-US';

/**
 * Holds the stock for what a Buy button of Messenger's is about to charge, as an attempt that carries the button's payload.
 * Asked again with the same button it answers the same attempt, with the amount as it is now.
 * Problems: those of `quoteCart`; "price_changed" when no way of sending makes up this amount; "already_paid" when the
 * button has had its order; "attempt_open" while another try of hers is undecided; "under_way" when its charge goes back.
 */
export async function openNativeAttempt(deps: Deps, buy: NativeBuy): Promise<Result<Attempt, NativeProblem>> {
  const first = await tryToOpen(deps, buy);
  if (first.ok || first.problem !== 'attempt_open') return first;
  // Another try of hers that nobody ends: a dialog that was left open, an abandoned 3-D Secure.
  return (await freeTheWay(deps, buy.shopperId)) ? tryToOpen(deps, buy) : first;
}

async function tryToOpen(deps: Deps, buy: NativeBuy): Promise<Result<Attempt, NativeProblem>> {
  const tries = await listAttemptsOfButton(deps.db, { shopperId: buy.shopperId, messengerReference: buy.payload });
  if (tries.some((attempt) => attempt.end === 'succeeded')) return fail('already_paid');
  const details = orderDetailsOf(buy.payer);
  const open = tries.find((attempt) => attempt.status === 'open');
  if (open) return goOn(deps, open, { ...buy, details });

  const quote = await quoteFor(deps, buy);
  if (!quote.ok) return quote;
  const held = await hold(deps, { buy, details, quote: quote.value, number: tries.length + 1 });
  if (held.ok || held.problem !== 'attempt_open') return held;
  // Somebody was quicker by a hair: the same question, delivered twice, or another try of hers.
  const [winner] = await listAttemptsOfButton(deps.db, { shopperId: buy.shopperId, messengerReference: buy.payload });
  return winner?.status === 'open' ? goOn(deps, winner, { ...buy, details }) : held;
}

async function hold(deps: Deps, wish: Hold): Promise<Result<Attempt, 'attempt_open' | 'out_of_stock'>> {
  try {
    return await inTransaction(deps.db, (tx) => holdAndWrite(deps, tx, wish));
  } catch (error) {
    if (error instanceof NotEnough) return error.failure;
    if (constraintOf(error)?.startsWith('attempts_')) return fail('attempt_open');
    throw error;
  }
}

// The same sheet once more: her card was declined, she took another address or way of sending, or Meta asked twice.
async function goOn(
  deps: Deps,
  attempt: Attempt,
  { payer, amount, details }: NativeBuy & { details: OrderDetails },
): Promise<Result<Attempt, NativeProblem>> {
  if (attempt.chargeId) return fail('under_way');
  const country = countryOf(payer.address) ?? (payer.address ? null : 'US');
  // Once the goods are held, their price stands until the attempt ends.
  const terms = await getSellingTerms(deps.db);
  const quote = country && amount && withTotal(attempt.quote, { country, total: amount, terms });
  if (!quote) return country ? fail('price_changed', titled(attempt.quote)) : fail('not_delivered_there');
  const changed = await updateDialogQuote(deps.db, attempt.id, {
    quote,
    amountMinor: quote.total.amountMinor,
    expiresAt: new Date(deps.now().getTime() + ATTEMPT_LIFETIME_SECONDS * 1000),
  });
  if (!changed) return fail('attempt_open');
  await updateAttemptDetails(deps.db, attempt.id, sealed(deps, attempt.id, details));
  return succeed({ ...attempt, quote, amountMinor: quote.total.amountMinor });
}

async function quoteFor(deps: Deps, { payload, payer, amount }: NativeBuy): Promise<Result<Quote, NativeProblem>> {
  // A button that asked for no address is sent where the beta was.
  const country = payer.address ? countryOf(payer.address) : 'US';
  if (!country) return fail('not_delivered_there');
  const quote = await quoteNative(deps, { payload, country });
  if (!quote.ok) return quote;
  const terms = await getSellingTerms(deps.db);
  const agreed = amount && withTotal(quote.value, { country, total: amount, terms });
  return agreed ? succeed(agreed) : fail('price_changed', titled(quote.value));
}

type Hold = { buy: NativeBuy; details: OrderDetails; quote: Quote; number: number };

async function holdAndWrite(deps: Deps, tx: Database, hold: Hold): Promise<Result<Attempt, 'attempt_open'>> {
  const { buy, details, quote } = hold;
  const at = deps.now();
  if (await getOpenAttempt(tx, buy.shopperId)) return fail('attempt_open');
  const [id, cartId] = [deps.newId(), deps.newId()];
  await insertNativeCart(tx, { id: cartId, shopperId: buy.shopperId, variantId: variantOf(buy), at });
  const attempt = await insertAttempt(tx, {
    id,
    cartId,
    cartVersion: 0,
    shopperId: buy.shopperId,
    way: 'messenger',
    // One attempt at a time for a button; the next may follow when the hold of the last ran out.
    dialogRequestId: `${buy.payload}#${hold.number}`,
    requestHash: createHash('sha256').update(buy.payload).digest('base64url'),
    status: 'open',
    amountMinor: quote.total.amountMinor,
    currency: quote.currency,
    quote,
    marketId: MARKET,
    sealedDetails: sealed(deps, id, details),
    messengerReference: buy.payload,
    // The sheet is driven by the person in front of it, not by a request of ours.
    drivenUntil: at,
    nextCheckAt: new Date(at.getTime() + deps.attemptLeaseSeconds * 1000),
    expiresAt: new Date(at.getTime() + ATTEMPT_LIFETIME_SECONDS * 1000),
    createdAt: at,
  });
  const held = await holdStock(tx, attempt.id, quote.lines, at);
  if (held.lacking) throw new NotEnough(fail('out_of_stock', titled(quote)));
  if (held.turned.length > 0) await announceCatalogueChange(tx, held.turned);
  return succeed(attempt);
}

function variantOf({ payload }: NativeBuy): string {
  const variantId = variantOfPayload(payload);
  if (!variantId) throw new Error('a quoted payload names no variant');
  return variantId;
}

function sealed(deps: Deps, attemptId: string, details: OrderDetails): string {
  return deps.sealer.seal(attemptDetailsPlace(attemptId), JSON.stringify(details));
}

function titled(quote: Quote): { title: unknown; sku: string | undefined } {
  return { title: quote.lines[0]?.title, sku: quote.lines[0]?.sku };
}

/** Rolls the transaction back: nothing stays held, no attempt and no cart are left. */
class NotEnough extends Error {
  constructor(readonly failure: Failure<'out_of_stock'>) {
    super('out_of_stock');
  }
}
