import { ensureShopperOfPsid } from '@/lib/db/shoppers';
import type { PageId, Psid } from '@/lib/domain/ids';
import { moneyOfWire, type PreCheckout } from '@/lib/domain/messaging/native-payment';
import type { Deps } from './deps';
import { type NativeProblem, openNativeAttempt } from './open-native-attempt';
import { type NativeNews, tellNative } from './tell-native';

export type PreCheckoutAnswer = { success: boolean };

/**
 * Whether Messenger may charge: yes once the goods are held for exactly this amount. A no carries no reason, so the reason
 * goes into her thread. The same question again gets the same answer. Slow only where an earlier try of hers must be
 * looked up at the provider (5 s, twice at most), which stays below Messenger's 20 s; silence counts as a no.
 * Source: Messenger Platform 1.3, pre_checkout; reference E.4.
 */
export async function answerPreCheckout(
  deps: Deps,
  from: { pageId: PageId; psid: Psid; eventId: string },
  asked: PreCheckout,
): Promise<PreCheckoutAnswer> {
  const { pageId, psid } = from;
  const shopperId = await ensureShopperOfPsid(deps.db, { id: deps.newId(), pageId, psid, at: deps.now() });
  const { payload, payer } = asked;
  const opened = await openNativeAttempt(deps, { shopperId, payload, payer, amount: moneyOfWire(asked.amount) });
  if (opened.ok) {
    deps.log('native.approved', { attempt: opened.value.id });
    return { success: true };
  }
  deps.log('native.refused', { problem: opened.problem });
  const news: NativeNews = { is: 'refused', why: reasonOf(opened.problem) };
  await tellNative(deps, { shopperId, payload, cause: `native:${from.eventId}`, news });
  return { success: false };
}

function reasonOf(problem: NativeProblem): Extract<NativeNews, { is: 'refused' }>['why'] {
  switch (problem) {
    case 'cart_empty':
      return 'not_for_sale';
    case 'unknown_shipping_option':
      return 'price_changed';
    case 'under_way':
      return 'attempt_open';
    default:
      return problem;
  }
}
