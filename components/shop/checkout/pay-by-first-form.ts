import { checkoutWords } from '@/lib/domain/words/checkout';
import type { MessengerExtensionsSdk } from '@/lib/webview/extensions';
import { askForCredentials, chargeInFirstForm } from '@/lib/webview/first-payment';
import { amountWire } from '@/lib/webview/payment-dialog';
import { type AttemptTools, followAttempt } from './attempt';
import type { CheckoutStart, Details } from './checkout-model';
import { cancel, confirm, detailsBody, requoteDialog } from './doors';
import { type DialogEnd, openHeld } from './pay-by-messenger';

type FirstForm = {
  start: CheckoutStart;
  sdk: MessengerExtensionsSdk;
  details: Details;
  shippingOptionId: string;
  tools: Omit<AttemptTools, 'challenge'>;
};

/**
 * Pays as Messenger's webview did in autumn 2016: she agrees in its sheet, then Messenger charges what our page showed.
 * The goods are held and priced before. Null when she left the sheet.
 */
export async function payByFirstForm({
  start,
  sdk,
  details,
  shippingOptionId,
  tools,
}: FirstForm): Promise<DialogEnd | null> {
  const { requestId, opened } = await openHeld(start);
  if (!opened.ok) return { ...opened, is: 'problem' };
  const { attemptId } = opened.value;
  const sent = detailsBody(details);
  const asked = { attemptId, country: details.country, shippingOptionId, details: sent };
  const priced = await requoteDialog(asked);
  if (!priced.ok) return { ...priced, is: 'problem' };
  const { total } = priced.value.quote;
  const follow = { ...tools, challenge: async () => undefined };

  const given = await askForCredentials(sdk).catch(() => 'failed' as const);
  if (given === null || given === 'failed') {
    const end = await followAttempt(requestId, await cancel(requestId), follow);
    const words = checkoutWords[start.language].dialog;
    const isOver = end.is === 'over' && end.end === 'cancelled';
    return isOver ? { is: 'card', message: given === null ? words.cancelled : words.failed } : end;
  }
  const paymentResult = await chargeInFirstForm(sdk, amountWire(total.amountMinor));
  // Without an answer nobody knows whether it charged: the server looks, and ends what was not.
  const answer = paymentResult
    ? await confirm({
        way: 'messenger_first',
        requestId,
        market: start.marketId,
        agreedTotal: total,
        details: sent,
        shippingOptionId,
        paymentResult,
      })
    : await cancel(requestId);
  return followAttempt(requestId, answer, follow);
}
