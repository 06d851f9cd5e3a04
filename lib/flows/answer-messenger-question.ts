import { asId, type PageId, type Psid } from '@/lib/domain/ids';
import { type IncomingEvent, isQuestion } from '@/lib/domain/messaging/incoming-event';
import { answerCheckoutUpdate, type ShippingAnswer } from './answer-checkout-update';
import { answerPreCheckout, type PreCheckoutAnswer } from './answer-pre-checkout';
import type { Deps } from './deps';

/**
 * The data that belongs into the 200: Messenger's own checkout (profile 2016) asks for ways to send, and whether it may
 * charge. Null when nobody asks. Meta asks one question a request; of several the first is answered. When this throws,
 * Messenger takes that for a no. Source: reference A.3, E.3, E.4.
 */
export async function answerMessengerQuestion(
  deps: Deps,
  events: readonly IncomingEvent[],
): Promise<ShippingAnswer | PreCheckoutAnswer | null> {
  const question = events.find((event) => isQuestion(event) && event.pageId === deps.page.id && event.psid !== null);
  if (!question?.psid) return null;
  const { content, eventId } = question;
  const from = { pageId: asId<PageId>(question.pageId), psid: asId<Psid>(question.psid), eventId };
  if (content.kind === 'checkout_update') return answerCheckoutUpdate(deps, content);
  if (content.kind === 'pre_checkout') return answerPreCheckout(deps, from, content);
  return null;
}
