import { type Language, type Market, marketIdSchema, marketOf } from '../market';
import { ellipsis } from '../messaging/ellipsis';
import type { StoredMessage } from '../messaging/outgoing-message';
import type { Utility } from '../messaging/utility';
import { type CurrencyCode, currencySchema, formatMoney, money } from '../money';
import { orderWords } from '../words/orders';
import { THREAD_WORDS } from '../words/thread';
import { trackingUrl } from './carriers';
import { orderLabel } from './status';

type Told = { id: string; number: number; marketId: string; currency: string };
/** As it goes into the thread, and may leave another way. */
export type NewsMessage = Extract<StoredMessage, { kind: 'buttons' }>;
type Tongue = Pick<Market, 'language' | 'intlLocale'>;

/** What happened to an order that its shopper hears of in the thread. Amounts in minor units of the order's currency. */
export type OrderNews =
  | { is: 'refunded' | 'refund_failed'; amountMinor: number }
  | { is: 'cancelled' | 'released' }
  | { is: 'address_changed' }
  /** `items` names what is in the parcel where it is not the whole order. */
  | { is: 'sent'; carrier: string; tracking: string; items: string | null }
  | { is: 'delivered'; items: string | null };

/** As long as a list of pieces may be inside a message. */
const ITEMS_MAX = 250;

/** The word about an order, in the language it was bought in, with the way to the order's page. */
export function orderNewsMessage(order: Told, news: OrderNews): NewsMessage {
  const { language, intlLocale } = marketOf(marketIdSchema.parse(order.marketId));
  return {
    kind: 'buttons',
    text: textOf(order, news, intlLocale),
    utility: utilityOf(order, news, { language, intlLocale }),
    buttons: [
      {
        kind: 'open',
        title: THREAD_WORDS[language].viewOrder,
        path: `/shop/orders/${order.id}`,
        height: 'full',
        shareable: false,
      },
      ...followButton(news, language),
    ],
  };
}

function followButton(news: OrderNews, language: Language): NewsMessage['buttons'] {
  const url = news.is === 'sent' ? trackingUrl(news.carrier, news.tracking) : null;
  return url ? [{ kind: 'link', title: orderWords[language].parcels.follow, url }] : [];
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
    case 'address_changed':
      return words.news.addressChanged(label);
    case 'sent': {
      const how = news.carrier || news.tracking ? words.tracking(news.carrier, news.tracking) : '';
      return news.items === null
        ? words.news.sent(label, how)
        : words.news.partSent(label, ellipsis(news.items, ITEMS_MAX), how);
    }
    case 'delivered':
      return news.items === null
        ? words.news.delivered(label)
        : words.news.partDelivered(label, ellipsis(news.items, ITEMS_MAX));
  }
}

/** The template that confirms an order once the 24 hours are over. */
export function confirmationUtility(order: Told & { totalMinor: number }): Utility {
  const { language, intlLocale } = marketOf(marketIdSchema.parse(order.marketId));
  const total = formatMoney(money(order.totalMinor, currencySchema.parse(order.currency)), intlLocale);
  return { name: 'kiosk_order_confirmed', language, parameters: [orderLabel(order.number), total] };
}

function utilityOf(order: Told, news: OrderNews, { language, intlLocale }: Tongue): Utility {
  const label = orderLabel(order.number);
  const amount = (minor: number) => formatMoney(money(minor, currencySchema.parse(order.currency)), intlLocale);
  switch (news.is) {
    case 'refunded':
      return { name: 'kiosk_order_refunded', language, parameters: [label, amount(news.amountMinor)] };
    case 'refund_failed':
      return { name: 'kiosk_refund_failed', language, parameters: [label, amount(news.amountMinor)] };
    case 'cancelled':
    case 'released':
      return { name: 'kiosk_order_cancelled', language, parameters: [label] };
    case 'address_changed':
      return { name: 'kiosk_address_changed', language, parameters: [label] };
    case 'sent': {
      const said = [news.carrier, news.tracking].filter(Boolean).join(' ') || orderWords[language].noTracking;
      const parcel = ellipsis(said, 300);
      if (news.items === null) return { name: 'kiosk_order_sent', language, parameters: [label, parcel] };
      const items = ellipsis(news.items, ITEMS_MAX);
      return { name: 'kiosk_order_part_sent', language, parameters: [label, items, parcel] };
    }
    case 'delivered': {
      const items = ellipsis(news.items ?? orderWords[language].parcels.everything, ITEMS_MAX);
      return { name: 'kiosk_order_delivered', language, parameters: [label, items] };
    }
  }
}
