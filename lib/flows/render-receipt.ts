import { getOrder } from '@/lib/db/orders';
import { getShopSettings } from '@/lib/db/settings';
import { getShopperById } from '@/lib/db/shoppers';
import { type Address, orderDetailsSchema } from '@/lib/domain/cart/address';
import { threadPictureAddress } from '@/lib/domain/catalogue/picture';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { marketIdSchema, marketOf, textIn } from '@/lib/domain/market';
import type { ReceiptMessage } from '@/lib/domain/messaging/outgoing-message';
import { orderLabel } from '@/lib/domain/orders/status';
import { cartWords } from '@/lib/domain/words/cart';
import { paymentMethodName } from '@/lib/domain/words/payment-method';
import type { Deps } from './deps';
import { orderDetailsPlace } from './settle-payment';

/**
 * The receipt of an order with every line, address and sum, in the language it was bought in. The address is unsealed
 * here and goes nowhere but into the message. Throws when the order is gone or cannot be unsealed.
 */
export async function renderReceipt(deps: Pick<Deps, 'db' | 'sealer'>, orderId: string): Promise<ReceiptMessage> {
  const order = await getOrder(deps.db, orderId);
  if (!order) throw new Error(`there is no order ${orderId} to make a receipt of`);
  const { name: merchantName } = await getShopSettings(deps.db);
  const { language } = marketOf(marketIdSchema.parse(order.marketId));
  const opened = deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const { address } = orderDetailsSchema.parse(JSON.parse(opened));
  const { quote } = order;
  return {
    kind: 'receipt',
    recipientName: address?.name ?? (await nameOfShopper(deps, order.shopperId)) ?? merchantName,
    merchantName,
    orderNumber: orderLabel(order.number),
    currency: order.currency,
    paymentMethod: paymentMethodName(order.paymentMethod, language),
    orderPath: `/shop/orders/${order.id}`,
    placedAtSeconds: Math.floor(order.placedAt.getTime() / 1000),
    lines: quote.lines.map((line) => ({
      title: textIn(line.title, language),
      subtitle: textIn(line.variantTitle, language),
      quantity: line.quantity,
      totalMinor: line.totalMinor,
      imagePath: line.imageFile ? threadPictureAddress(line.imageFile) : null,
    })),
    address: address && withoutName(address),
    goodsMinor: quote.goodsMinor,
    shippingMinor: quote.shipping.chosen.priceMinor,
    taxMinor: quote.taxAddedMinor,
    totalMinor: order.totalMinor,
    discounts: quote.discounts
      .filter(({ amountMinor }) => amountMinor > 0)
      .map(({ title, code, amountMinor }) => ({
        name: cartWords[language].discount(textIn(title, language), code),
        amountMinor,
      })),
  };
}

// A payment of Messenger's own dialog may have come without an address.
async function nameOfShopper(deps: Pick<Deps, 'db'>, shopperId: string): Promise<string | null> {
  const shopper = await getShopperById(deps.db, asId<ShopperId>(shopperId));
  return shopper?.firstName ?? null;
}

function withoutName({ name: _name, ...place }: Address): Omit<Address, 'name'> {
  return place;
}
