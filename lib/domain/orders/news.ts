import { marketIdSchema, marketOf } from '../market';
import type { StoredMessage } from '../messaging/outgoing-message';
import { type CurrencyCode, currencySchema, formatMoney, money } from '../money';
import { orderWords } from '../words/orders';
import { THREAD_WORDS } from '../words/thread';
import { orderLabel } from './status';

type Told = { id: string; number: number; marketId: string; currency: string };

/** What happened to an order that its shopper hears of in the thread. Amounts in minor units of the order's currency. */
export type OrderNews =
  | { is: 'refunded' | 'refund_failed'; amountMinor: number }
  | { is: 'cancelled' | 'released' }
  | { is: 'sent'; carrier: string; tracking: string };

/** The word about an order, in the language it was bought in, with the way to the order's page. */
export function orderNewsMessage(order: Told, news: OrderNews): StoredMessage {
  const { language, intlLocale } = marketOf(marketIdSchema.parse(order.marketId));
  return {
    kind: 'buttons',
    text: textOf(order, news, intlLocale),
    buttons: [
      {
        kind: 'open',
        title: THREAD_WORDS[language].viewOrder,
        path: `/shop/orders/${order.id}`,
        height: 'full',
        shareable: false,
      },
    ],
  };
}

function textOf(order: Told, news: OrderNews, intlLocale: string): string {
  const words = orderWords[marketOf(marketIdSchema.parse(order.marketId)).language];
  const label = orderLabel(order.number);
  const currency: CurrencyCode = currencySchema.parse(order.currency);
  switch (news.is) {
    case 'refunded':
      return words.news.refunded(label, formatMoney(money(news.amountMinor, currency), intlLocale));
    case 'refund_failed':
      return words.news.refundFailed(label, formatMoney(money(news.amountMinor, currency), intlLocale));
    case 'cancelled':
      return words.news.cancelled(label);
    case 'released':
      return words.news.released(label);
    case 'sent':
      return words.news.sent(label, news.carrier || news.tracking ? words.tracking(news.carrier, news.tracking) : '');
  }
}
