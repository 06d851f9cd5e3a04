import { amountText } from '@/components/shop/amount-text';
import type { DataBlock } from '@/components/shop/my-data-page';
import { dayText } from '@/components/shop/order-view';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { currencySchema } from '@/lib/domain/money';
import { NETWORK_NAMES } from '@/lib/domain/payments/card-networks';
import { myDataWords } from '@/lib/domain/words/my-data';
import { orderWords } from '@/lib/domain/words/orders';
import type { MyData } from '@/lib/flows/collect-my-data';

/** What is kept about her in the words of the page; the file to take along says the same in full. */
export function blocksOf(data: MyData, market: PageMarket): DataBlock[] {
  const words = myDataWords[market.language];
  const day = (date: Date) => dayText(date, market);
  const { profile, cart, messages } = data;
  return [
    {
      title: words.profile,
      lines: [
        {
          text: profile.messengerId === null ? words.guest : words.inThread(profile.firstName ?? profile.messengerId),
          note: words.since(day(profile.knownSince)),
        },
      ],
    },
    { title: words.orders, lines: data.orders.map((order) => orderLine(order, market)) },
    { title: words.addresses, lines: addressLines(data, words.keptAddress) },
    {
      title: words.cards,
      lines: data.keptCards.map(({ brand, last4, expiryMonth, expiryYear }) => ({
        text: `${NETWORK_NAMES[brand] ?? brand} ···· ${last4}`,
        note: `${String(expiryMonth).padStart(2, '0')}/${expiryYear}`,
      })),
    },
    {
      title: words.cart,
      lines: [
        ...(cart?.lines ?? []).map(({ title, quantity }) => ({
          text: `${quantity} × ${textIn(title, market.language)}`,
        })),
        ...(cart?.note ? [{ text: cart.note }] : []),
      ],
    },
    {
      title: words.consents,
      lines: data.consents.map(({ words: asked, givenAt, endedAt }) => ({
        text: asked,
        note: endedAt ? words.ended(day(endedAt)) : words.given(day(givenAt)),
      })),
    },
    { title: words.liked, lines: likedLines(data, market) },
    {
      title: words.reviews,
      lines: data.reviews.map(({ title, stars, text }) => ({
        text: `${'★'.repeat(stars)} ${textIn(title, market.language)}`,
        ...(text ? { note: text } : {}),
      })),
    },
    { title: words.messages, lines: messages.length > 0 ? [{ text: words.messageCount(messages.length) }] : [] },
  ];
}

function orderLine(order: MyData['orders'][number], market: PageMarket): DataBlock['lines'][number] {
  const currency = currencySchema.parse(order.currency);
  const total = amountText(order.totalMinor, { currency, intlLocale: market.intlLocale });
  const state = orderWords[market.language].shortStatus[order.status];
  return {
    text: order.number,
    note: `${dayText(order.placedAt, market)} · ${total} · ${state}`,
    href: `/shop/orders/${order.id}`,
  };
}

/** Each address once, however many orders went to it. */
function addressLines({ orders, keptAddress }: MyData, keptLabel: string): DataBlock['lines'] {
  const known = [
    ...orders.map(({ deliveredTo }) => ({ details: deliveredTo })),
    { details: keptAddress, note: keptLabel },
  ];
  const lines = new Map<string, DataBlock['lines'][number]>();
  for (const { details, note } of known.map((one) => ({ note: undefined, ...one }))) {
    const read = orderDetailsSchema.safeParse(details);
    if (!read.success) continue;
    const { email, phone, address } = read.data;
    const { name, street1, street2, postalCode, city, country } = address ?? {};
    const text = [name, street1, street2, postalCode && `${postalCode} ${city}`, country, email, phone]
      .filter(Boolean)
      .join(', ');
    if (text) lines.set(text, { text, ...(note ? { note } : {}) });
  }
  return [...lines.values()];
}

function likedLines({ wishes, asks, seen }: MyData, { language }: PageMarket): DataBlock['lines'] {
  const named = new Map([...seen, ...asks, ...wishes].map(({ slug, title }) => [slug, textIn(title, language)]));
  return [...named].map(([slug, text]) => ({ text, href: `/shop/products/${slug}` }));
}
