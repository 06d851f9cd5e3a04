import { getAttempt } from '@/lib/db/attempts';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { PaymentState } from '@/lib/domain/payments/payment';
import { confirmCheckout } from '../confirm-checkout';
import { quoteCheckout } from '../quote-checkout';
import { returnFromApproval } from '../return-from-approval';
import type { Funding } from './paypal-provider';
import { cardRequest, hear, MARKET } from './play-shopper';
import { type Browser, gatewayOfPayment, type World } from './world';

/** She chooses PayPal, or asks again after she lost its page: the same body each time. */
export async function payByPaypal(world: World, browser: Browser, request: number): Promise<void> {
  const dialogRequestId = cardRequest(request);
  const quote = await quoteCheckout(world.deps, { shopperId: browser.shopperId, ...MARKET });
  const known = browser.requests.get(request);
  const agreedTotal = known?.agreedTotal ?? (quote.ok ? quote.value.total : null);
  if (!agreedTotal || (known && known.way !== 'paypal')) return;
  const input = { ...MARKET, shopperId: browser.shopperId, dialogRequestId, details: EXAMPLE_DETAILS, agreedTotal };
  const asked = { ...input, way: 'paypal' as const, proof: null };
  browser.requests.set(request, asked);
  await hear(world, browser, dialogRequestId, await confirmCheckout(world.deps, asked), agreedTotal.amountMinor);
}

export async function approveAtPaypal(world: World, browser: Browser, funding: Funding): Promise<void> {
  const id = await herPayment(world, browser, 'approval_required');
  if (id) world.paypalPages.approve(id, funding);
}

/** PayPal leads her back by the address it was given, also twice, also after it is over. */
export async function returnFromPaypal(world: World, browser: Browser, gaveUp: boolean): Promise<void> {
  const { deps, paypalPages } = world;
  const pages = [...paypalPages.payments.values()].filter(({ state }) => gaveUp || state.is !== 'approval_required');
  for (const { request } of pages.reverse()) {
    if ((await getAttempt(deps.db, request.attemptId))?.shopperId !== browser.shopperId) continue;
    const token = new URL(request.page?.returnUrl ?? 'http://none').searchParams.get('back') ?? '';
    const back = await returnFromApproval(deps, { token, gaveUp, sessionTokenHash: null });
    if (back.ok) await hear(world, browser, back.value.requestId, { ok: true, value: back.value.answer });
    return;
  }
}

/** The payment of hers that stands so; null where there is none. */
export async function herPayment(world: World, { shopperId }: Browser, is: PaymentState['is']): Promise<string | null> {
  const { deps, gateway, paypal } = world;
  const payments = [...gateway.provider.payments.values(), ...paypal.provider.payments.values()];
  for (const { id, request } of payments) {
    const there = gatewayOfPayment(world, id);
    if (there.stateOf(id).is !== is) continue;
    if ((await getAttempt(deps.db, request.attemptId))?.shopperId !== shopperId) continue;
    // The bank may have decided while we looked.
    if (there.stateOf(id).is === is) return id;
  }
  return null;
}
