import { getAttempt } from '@/lib/db/attempts';
import { getOrderOfShopper } from '@/lib/db/orders';
import type { CheckoutDetails } from '@/lib/domain/cart/address';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { money } from '@/lib/domain/money';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import type { Result } from '@/lib/domain/result';
import { cancelAttempt } from '../cancel-attempt';
import { addLineItem, setLineQuantity } from '../change-cart';
import { type ConfirmCheckoutInput, confirmCheckout } from '../confirm-checkout';
import { lookUpAttempt } from '../look-up-attempt';
import { openDialog, requoteDialog } from '../open-dialog';
import { quoteCheckout } from '../quote-checkout';
import { settleDialog } from '../settle-dialog';
import type { Browser, World } from './world';

export const MARKET = { marketId: 'de', country: 'DE', shippingOptionId: 'standard' } as const;
const IN_DIALOG: CheckoutDetails = {
  email: 'ada@example.com',
  phone: '',
  address: { ...EXAMPLE_DETAILS.address, postalCode: '94105', city: 'San Francisco', region: 'CA', country: 'US' },
};

export const cardRequest = (request: number): string => `card-request-000${request}`;
export const dialogRequest = (request: number): string => `dialog-request-0${request}`;

export async function put({ deps, variants }: World, { shopperId }: Browser, variant: number, quantity: number) {
  const chosen = variants[variant];
  if (!chosen) return;
  if (quantity === 0) await setLineQuantity(deps, { shopperId, variantId: chosen.variantId, quantity });
  else await addLineItem(deps, { shopperId, slug: chosen.slug, options: {}, quantity });
}

/** Confirms as her page would: the total she saw first, and the same body whenever the request is sent again. */
export async function confirm(
  world: World,
  browser: Browser,
  { request, token, otherBody }: { request: number; token: string; otherBody: boolean },
): Promise<void> {
  const base = browser.requests.get(request) ?? (await fillIn(world, browser, request));
  if (!base || base.way === 'paypal') return;
  const details = otherBody ? { ...EXAMPLE_DETAILS, email: 'eve@example.com' } : EXAMPLE_DETAILS;
  const proof = { confirmationToken: token, returnUrl: 'http://localhost:3000/shop/checkout' };
  const answer = await confirmCheckout(world.deps, { ...base, details, proof });
  if (!answer.ok) return;
  const accepted = browser.accepted.get(request) ?? details.email;
  browser.accepted.set(request, accepted);
  if (accepted !== details.email) world.problems.push(`one request id was accepted with two bodies: ${request}`);
  await hear(world, browser, cardRequest(request), answer, base.agreedTotal.amountMinor);
}

async function fillIn({ deps }: World, browser: Browser, request: number): Promise<ConfirmCheckoutInput | null> {
  const quote = await quoteCheckout(deps, { shopperId: browser.shopperId, ...MARKET });
  if (!quote.ok) return null;
  const input = {
    ...MARKET,
    shopperId: browser.shopperId,
    dialogRequestId: cardRequest(request),
    details: EXAMPLE_DETAILS,
    agreedTotal: quote.value.total,
    proof: { confirmationToken: 'ok', returnUrl: '' },
  };
  browser.requests.set(request, input);
  return input;
}

export async function lookUp(world: World, browser: Browser, request: number): Promise<void> {
  const key = { shopperId: browser.shopperId, dialogRequestId: cardRequest(request) };
  const value = await lookUpAttempt(world.deps, key);
  if (value) await hear(world, browser, key.dialogRequestId, { ok: true, value });
}

export async function cancel(world: World, browser: Browser, dialogRequestId: string): Promise<void> {
  const answer = await cancelAttempt(world.deps, { shopperId: browser.shopperId, dialogRequestId });
  await hear(world, browser, dialogRequestId, answer);
}

export async function openHerDialog(world: World, browser: Browser, request: number, alone: boolean): Promise<void> {
  const { deps } = world;
  const { shopperId } = browser;
  const input = { shopperId, marketId: 'en-US' as const, dialogRequestId: dialogRequest(request) };
  const opened = await openDialog(deps, input);
  if (!opened.ok) return;
  const { attemptId, quote } = opened.value;
  browser.dialogs.push({ request, attemptId, total: quote.total, chargeId: null });
  if (alone && (await getAttempt(deps.db, attemptId))?.status !== 'open')
    world.problems.push('a dialog opens for an attempt that is over');
}

export async function requoteHerDialog(world: World, browser: Browser, option: string, told: boolean): Promise<void> {
  const dialog = browser.dialogs.at(-1);
  if (!dialog) return;
  const quote = await requoteDialog(world.deps, {
    shopperId: browser.shopperId,
    attemptId: dialog.attemptId,
    country: 'US',
    shippingOptionId: option,
    details: told ? { ...IN_DIALOG, email: '' } : null,
  });
  if (quote.ok && !dialog.chargeId) dialog.total = quote.value.total;
}

/** Messenger charges what its dialog shows, whether our server still wants it or not. */
export function payInDialog(
  { gateway }: World,
  browser: Browser,
  { wrong, stuck }: { wrong: boolean; stuck: boolean },
): void {
  const dialog = browser.dialogs.at(-1);
  if (!dialog || dialog.chargeId) return;
  const amount = money(dialog.total.amountMinor + (wrong ? 1 : 0), dialog.total.currency);
  dialog.chargeId = gateway.provider.addCharge({ amount, reference: dialog.attemptId }).id;
  if (stuck) gateway.stuck.add(dialog.chargeId);
}

export async function settleHerDialog(world: World, browser: Browser, request: number): Promise<void> {
  const paid = browser.dialogs.findLast((dialog) => dialog.request === request && dialog.chargeId);
  const dialogRequestId = dialogRequest(request);
  const answer = await settleDialog(world.deps, {
    shopperId: browser.shopperId,
    dialogRequestId,
    chargeId: paid?.chargeId ?? 'ch_invented',
    details: IN_DIALOG,
  });
  await hear(world, browser, dialogRequestId, answer);
}

/** Whoever is told "paid" finds her own order, the same each time, at the price that she agreed to. */
export async function hear(
  world: World,
  browser: Browser,
  requestId: string,
  answer: Result<AttemptAnswer>,
  agreedMinor?: number,
): Promise<void> {
  if (!answer.ok || answer.value.is !== 'paid') return;
  const { orderId } = answer.value;
  const first = browser.told.get(requestId) ?? orderId;
  browser.told.set(requestId, first);
  if (first !== orderId) world.problems.push(`equal requests hear of two orders: ${requestId}`);
  const order = await getOrderOfShopper(world.deps.db, { orderId, shopperId: browser.shopperId });
  if (!order) world.problems.push(`an order that she was told of is not hers: ${requestId}`);
  else if (agreedMinor !== undefined && order.totalMinor !== agreedMinor)
    world.problems.push(`an order costs more or less than she agreed to: ${requestId}`);
}
