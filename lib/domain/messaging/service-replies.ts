import { type Market, textIn } from '../market';
import { orderLabel } from '../orders/status';
import { OUTREACH_WORDS } from '../words/outreach';
import { SERVICE_WORDS } from '../words/service';
import { THREAD_WORDS } from '../words/thread';
import type { Found, LastOrder } from './found';
import type { StoredMessage } from './outgoing-message';
import { PAYLOADS } from './payloads';

export type ServiceFound = Extract<
  Found,
  {
    is:
      | 'no_such_order'
      | 'mail_where'
      | 'mail_to'
      | 'cancel'
      | 'return'
      | 'returned'
      | 'person'
      | 'call_me'
      | 'advertising'
      | 'language'
      | 'faq';
  }
>;

type Choice = { title: string; payload: string; contact?: 'email' | 'phone' };

/** What the shop says to a request about an order, about itself, or to a question that the merchant has answered. */
export function serviceReplies(found: ServiceFound, market: Market, now: Date): StoredMessage[] {
  const words = SERVICE_WORDS[market.language];
  const { choices } = THREAD_WORDS[market.language];
  const orders = { title: choices.orders, payload: PAYLOADS.orders };
  const products = { title: choices.products, payload: PAYLOADS.products };
  const person = { title: words.askPerson, payload: PAYLOADS.person };
  switch (found.is) {
    case 'no_such_order':
      return [say(words.noSuchOrder(orderLabel(found.number)), [orders, person])];
    case 'mail_where':
      return [
        say(words.mailWhere(orderLabel(found.order.number)), [
          { title: words.myMail, payload: PAYLOADS.orders, contact: 'email' },
          orders,
        ]),
      ];
    case 'mail_to':
      return [say(words.mailSent(orderLabel(found.order.number), found.address), [orders, products])];
    case 'cancel':
      return [cancelReply(found, market, { orders, products, person })];
    case 'return':
      return [
        say(words.returnAsk(orderLabel(found.order.number)), [
          { title: words.returnYes, payload: `RETURN_YES:${found.order.id}` },
          { title: words.keep, payload: PAYLOADS.products },
        ]),
      ];
    case 'returned':
      return [say(returnedText(found.order, market, now), [orders])];
    case 'person':
      return [
        say(found.asked ? words.person : words.notUnderstoodTwice, [
          products,
          orders,
          { title: words.callMe, payload: PAYLOADS.person, contact: 'phone' },
        ]),
      ];
    case 'call_me':
      return [say(words.callNoted(found.phone), [products, orders])];
    case 'advertising':
      return found.now === 'stopped'
        ? [say(words.stopped, [{ title: words.resume, payload: PAYLOADS.resume }])]
        : [say(words.resumed, [{ title: OUTREACH_WORDS[market.language].news, payload: PAYLOADS.news }, products])];
    case 'language':
      return [say(SERVICE_WORDS[found.language].language, languageChoices(found.language))];
    case 'faq':
      return [say(textIn(found.entry.answer, market.language).slice(0, 640), [products, person])];
  }
}

/** That a withdrawal has arrived, with the day: the same words in the thread and in the mail. */
export function returnedText({ number }: Pick<LastOrder, 'number'>, market: Market, now: Date): string {
  const date = new Intl.DateTimeFormat(market.intlLocale, { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(now);
  return SERVICE_WORDS[market.language].returned(orderLabel(number), date);
}

function cancelReply(
  { order, state }: Extract<Found, { is: 'cancel' }>,
  market: Market,
  { orders, products, person }: Record<'orders' | 'products' | 'person', Choice>,
): StoredMessage {
  const words = SERVICE_WORDS[market.language];
  const label = orderLabel(order.number);
  switch (state) {
    case 'ask':
      return say(words.cancelAsk(label), [
        { title: words.cancelYes, payload: `CANCEL_YES:${order.id}` },
        { title: words.keep, payload: PAYLOADS.orders },
      ]);
    case 'done':
      return say(words.cancelled(label), [products]);
    case 'late':
      return say(words.cancelLate(label), [
        { title: words.returnStart, payload: `RETURN:${order.number}` },
        orders,
        person,
      ]);
    case 'later':
      return say(words.cancelLater(label), [orders, person]);
  }
}

function languageChoices(language: 'de' | 'en'): Choice[] {
  const { choices } = THREAD_WORDS[language];
  return [
    { title: choices.products, payload: PAYLOADS.products },
    { title: choices.orders, payload: PAYLOADS.orders },
    SERVICE_WORDS[language].otherLanguage,
  ];
}

function say(text: string, quickReplies: Choice[]): StoredMessage {
  return { kind: 'text', text, quickReplies };
}
