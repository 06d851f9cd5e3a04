import type { Attempt } from '@/lib/db/attempts';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { marketIdSchema, marketOf } from '@/lib/domain/market';
import { PAYMENT_RETURN_SECONDS } from '@/lib/domain/payments/hand-off';
import type { ApprovalPage } from '@/lib/domain/payments/payment';
import type { Deps } from './deps';
import { issueHandOff } from './hand-off';

/**
 * What the provider's own page shows of an attempt, and the addresses it leads back to. They carry a hand-off of one use
 * bound to the attempt, never her session: a return into another browser finds the payment, and nothing else of hers.
 */
export async function makeApprovalPage(deps: Deps, attempt: Attempt): Promise<ApprovalPage> {
  const issued = await issueHandOff(deps, {
    shopperId: asId<ShopperId>(attempt.shopperId),
    purpose: 'payment_return',
    attemptId: attempt.id,
    lifetimeSeconds: PAYMENT_RETURN_SECONDS,
  });
  if (!issued.ok) throw new Error('an attempt could not be handed off');
  const back = `${deps.shopUrl}/shop/checkout/return/${attempt.provider}?back=${issued.value.token}`;
  const { language, intlLocale } = marketOf(marketIdSchema.parse(attempt.marketId));
  const { quote } = attempt;
  return {
    returnUrl: back,
    cancelUrl: `${back}&gave-up=1`,
    intlLocale,
    lines: quote.lines.map((line) => ({
      name: [line.title[language], line.variantTitle[language]].filter(Boolean).join(', '),
      sku: line.sku,
      quantity: line.quantity,
      unitMinor: line.unitMinor,
    })),
    shippingMinor: quote.shipping.chosen.priceMinor,
    taxMinor: quote.taxAddedMinor,
  };
}
