import { writtenLanguage } from '@/lib/domain/page-language';
import { checkoutWords } from '@/lib/domain/words/checkout';
import type { MessengerExtensionsSdk } from '@/lib/webview/extensions';
import { type DialogMerchant, type DialogPayment, payInMessenger } from '@/lib/webview/payment-dialog';
import { type AttemptTools, followAttempt, type PaymentEnd } from './attempt';
import type { CheckoutStart } from './checkout-model';
import { cancel, confirm, openDialog, requoteDialog } from './doors';
import { ensureRequestId, forgetRequestId } from './request-id';

export type DialogEnd = PaymentEnd | { is: 'card'; message: string };

/**
 * Pays in Messenger's own dialog. The attempt is written and the stock held before it shows, since Messenger charges
 * before our server hears of it. Null when she left the dialog without paying.
 */
export async function payByMessenger(
  start: CheckoutStart,
  sdk: MessengerExtensionsSdk,
  tools: Omit<AttemptTools, 'challenge'>,
): Promise<DialogEnd | null> {
  const { requestId, opened } = await openHeld(start);
  if (!opened.ok) return { ...opened, is: 'problem' };
  const { attemptId, quote } = opened.value;
  let agreed = quote;
  const paid = await payInMessenger(sdk, {
    merchant: merchantOf(start),
    attemptId,
    quote,
    language: writtenLanguage(start.language),
    requote: async ({ address, shippingOptionId }) => {
      const country = address?.country || 'US';
      const details = address?.name ? { email: '', phone: '', address } : undefined;
      const answer = await requoteDialog({ attemptId, country, shippingOptionId, details });
      if (!answer.ok) return null;
      agreed = answer.value.quote;
      return agreed;
    },
  }).catch(() => 'failed' as const);
  if (paid === null || paid === 'failed') return left(start, requestId, paid, tools);
  return report(start, requestId, paid, agreed.total, tools);
}

/** Writes the attempt and holds the goods, under the request of this page or, where that one is over, a new one. */
export async function openHeld(start: CheckoutStart) {
  const requestId = ensureRequestId('messenger');
  const opened = await openDialog(start.marketId, requestId);
  if (opened.ok || opened.problem !== 'key_reused') return { requestId, opened };
  // An earlier dialog of this page is over by now: expired, or ended by another tab.
  forgetRequestId('messenger');
  const newId = ensureRequestId('messenger');
  return { requestId: newId, opened: await openDialog(start.marketId, newId) };
}

/** Who sells, in the words of the dialog. */
export function merchantOf(start: CheckoutStart): DialogMerchant {
  return {
    pageId: start.messenger.pageId,
    title: start.shopName,
    termsUrl: `${start.shopUrl}/shop/legal/terms`,
    confirmationText: checkoutWords[start.language].paid,
  };
}

async function report(
  start: CheckoutStart,
  requestId: string,
  paid: DialogPayment,
  agreedTotal: Parameters<typeof confirm>[0]['agreedTotal'],
  tools: Omit<AttemptTools, 'challenge'>,
): Promise<DialogEnd> {
  const answer = await confirm({
    way: 'messenger',
    requestId,
    market: start.marketId,
    agreedTotal,
    chargeId: paid.chargeId,
    provider: paid.provider,
    fbPaymentId: paid.fbPaymentId,
    details: { email: paid.email, phone: paid.phone, address: paid.address },
    shippingOptionId: paid.shippingOptionId,
  });
  // Messenger has charged: whatever our server says against it now is no refusal, the worker still finds the charge.
  const heard = answer.ok ? answer : ({ ok: true, value: { is: 'checking' } } as const);
  const end = await followAttempt(requestId, heard, { ...tools, challenge: async () => undefined });
  // The sheet closes only after our last word. If it is gone already, that word stands all the same.
  await paid.complete(end.is === 'paid' ? 'success' : 'fail').catch(() => undefined);
  return end;
}

// She left, or the dialog broke: the stock goes back, unless a charge is found after all.
async function left(
  start: CheckoutStart,
  requestId: string,
  how: null | 'failed',
  tools: Omit<AttemptTools, 'challenge'>,
): Promise<DialogEnd | null> {
  const answer = await cancel(requestId);
  const end = await followAttempt(requestId, answer, { ...tools, challenge: async () => undefined });
  if (end.is === 'paid') return end;
  const words = checkoutWords[start.language].dialog;
  if (end.is === 'over' && end.end === 'cancelled')
    return { is: 'card', message: how === 'failed' ? words.failed : words.cancelled };
  return end;
}
