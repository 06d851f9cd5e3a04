import type { Quote } from '@/lib/domain/cart/quote';
import type { Money } from '@/lib/domain/money';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import type { Buyer, CheckoutStart, DetailName, Details } from './checkout-model';

/** A problem as our doors tell it. "offline": no readable answer came, so nobody knows what happened there. */
export type DoorProblem = { problem: string; message: string; detail: Record<string, unknown> };
export type Answer<T> = { ok: true; value: T } | ({ ok: false } & DoorProblem);

const OFFLINE: Answer<never> = { ok: false, problem: 'offline', message: '', detail: {} };

/** `details` as the doors want them. */
export function detailsBody({ email, phone, ...address }: Details) {
  return { email, phone, address };
}

/** The cart's price, sent there in that way, and who pays it; what she typed so far is kept by the same call. */
export function askQuote(
  market: CheckoutStart['marketId'],
  details: Details,
  shippingOptionId: string | undefined,
): Promise<Answer<{ quote: Quote; buyer: Buyer }>> {
  const { country } = details;
  return call('/api/checkout/quote', { market, country, shippingOptionId, details: detailsBody(details) });
}

export type ConfirmBody = {
  requestId: string;
  market: CheckoutStart['marketId'];
  agreedTotal: Money;
  /** As typed or as the dialog told them: the server checks each field, the country too. */
  details: { email: string; phone: string; address: Record<Exclude<DetailName, 'email' | 'phone'>, string> };
  shippingOptionId: string;
} & (
  | WayProof
  | { way: 'free' }
  | { way: 'messenger'; chargeId: string; provider: 'stripe' | 'paypal'; fbPaymentId: string }
  | { way: 'messenger_first'; paymentResult: string }
);

/** What shows that she agreed to pay in this way. */
export type WayProof =
  | { way: 'card'; confirmationToken: string; keep?: boolean }
  | { way: 'kept'; cardId: string }
  | { way: 'paypal' }
  | { way: 'hosted' };

/** Charges once for each `requestId`, however often it is sent. */
export function confirm(body: ConfirmBody): Promise<Answer<AttemptAnswer>> {
  return call('/api/checkout/confirm', body);
}

/** How an attempt stands; problem "not_found" when there is none. */
export function lookUp(requestId: string): Promise<Answer<AttemptAnswer>> {
  return call(`/api/checkout/attempt?requestId=${encodeURIComponent(requestId)}`);
}

/** She is back from the provider's page; `elsewhere`: in a browser that did not know her. Problem: "hand_off_over". */
export function returned(
  token: string,
  gaveUp: boolean,
): Promise<Answer<{ requestId: string; answer: AttemptAnswer; elsewhere: boolean; mayFollow: boolean }>> {
  return call('/api/checkout/returned', { token, gaveUp });
}

export function cancel(requestId: string): Promise<Answer<AttemptAnswer>> {
  return call('/api/checkout/cancel', { requestId });
}

/** Holds the stock before Messenger's dialog is shown. */
export function openDialog(
  market: CheckoutStart['marketId'],
  requestId: string,
): Promise<Answer<{ attemptId: string; quote: Quote }>> {
  return call('/api/checkout/open', { market, requestId });
}

/** The total of an open dialog for another address or way of sending. */
export function requoteDialog(body: {
  attemptId: string;
  country: string;
  shippingOptionId?: string | undefined;
  details?: unknown;
}): Promise<Answer<{ quote: Quote }>> {
  return call('/api/checkout/quote', body);
}

/** Has a kept card forgotten; problem "card_gone" when it was already. */
export function forgetCard(cardId: string): Promise<Answer<null>> {
  return call('/api/checkout/kept-cards', { action: 'forget', cardId });
}

export type HandOffNews = { is: 'waiting' } | { is: 'opened' } | { is: 'paid'; orderId: string };

/** Makes the link that carries this cart into the phone's own browser. */
export function makeHandOff(): Promise<Answer<{ url: string; handle: string }>> {
  return call('/api/checkout/open-in-browser', {});
}

export function followHandOff(handle: string): Promise<Answer<HandOffNews>> {
  return call(`/api/checkout/open-in-browser?handle=${encodeURIComponent(handle)}`);
}

async function call<T>(path: string, body?: unknown): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
    });
    const said = await answer.json();
    if (answer.ok) return { ok: true, value: said };
    return { ok: false, problem: String(said.problem), message: String(said.message ?? ''), detail: said.detail ?? {} };
  } catch {
    // No network, or an answer from somewhere in between: it was not our server that spoke.
    return OFFLINE;
  }
}
