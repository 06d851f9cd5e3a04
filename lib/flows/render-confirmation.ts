import { getOrder } from '@/lib/db/orders';
import type { OutgoingMailRow } from '@/lib/db/outgoing-mails';
import { mailRecipientPlace } from '@/lib/db/queue-confirmation';
import { getShopSettings } from '@/lib/db/settings';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { writeConfirmation } from '@/lib/domain/mail/confirmation';
import type { AgreedTexts, OutgoingMail } from '@/lib/domain/mail/outgoing-mail';
import { type Language, marketIdSchema, marketOf, textIn } from '@/lib/domain/market';
import { orderLabel } from '@/lib/domain/orders/status';
import { shopSettingsSchema, UNNAMED_SHOP } from '@/lib/domain/shop';
import { paymentMethodName } from '@/lib/domain/words/payment-method';
import type { Deps } from './deps';
import { orderLink } from './order-link';
import { orderDetailsPlace } from './settle-payment';

/**
 * The confirmation mail of an order, in the language it was bought in, with the texts that were agreed. Recipient and
 * address are unsealed here and go nowhere but into the mail. Throws when the order is gone or cannot be unsealed.
 */
export async function renderConfirmation(
  deps: Pick<Deps, 'db' | 'sealer' | 'shopUrl' | 'now'>,
  row: OutgoingMailRow & { orderId: string },
): Promise<OutgoingMail> {
  const { db, sealer } = deps;
  const order = await getOrder(db, row.orderId);
  if (!order) throw new Error(`there is no order ${row.orderId} to confirm`);
  const shop = await getShopSettings(db);
  const market = marketOf(marketIdSchema.parse(order.marketId));
  const opened = sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const { address } = orderDetailsSchema.parse(JSON.parse(opened));
  return writeConfirmation({
    to: sealer.open(mailRecipientPlace(row.id), row.sealedTo),
    market,
    shop,
    orderLabel: orderLabel(order.number),
    orderUrl: orderLink(deps, order.id),
    placedAt: order.placedAt,
    quote: order.quote,
    address,
    paymentMethod: paymentMethodName(order.paymentMethod, market.language),
    agreed: agreedIn(row.agreedTexts, market.language),
  });
}

function agreedIn(kept: unknown, language: Language): AgreedTexts {
  const legal = kept === null ? UNNAMED_SHOP.legal : shopSettingsSchema.shape.legal.parse(kept);
  return {
    impressum: textIn(legal.impressum, language),
    terms: textIn(legal.terms, language),
    withdrawal: textIn(legal.withdrawal, language),
  };
}
