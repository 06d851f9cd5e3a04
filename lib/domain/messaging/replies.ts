import type { Collection } from '../catalogue/product';
import { type Market, textIn } from '../market';
import { formatMoney } from '../money';
import { orderLabel } from '../orders/status';
import { OUTREACH_WORDS } from '../words/outreach';
import { SERVICE_WORDS } from '../words/service';
import { THREAD_WORDS } from '../words/thread';
import { ellipsis } from './ellipsis';
import type { Found, LastOrder } from './found';
import type { StoredMessage } from './outgoing-message';
import { outreachReplies } from './outreach-replies';
import { collectionPayload, morePayload, PAYLOADS, tellMePayload } from './payloads';
import { type BuyButtons, carousel, type Shelf } from './product-cards';
import { serviceReplies } from './service-replies';

export type ShopFacts = {
  market: Market;
  shopName: string;
  firstName: string | null;
  /** The first thing she ever said here: then the shop says who is speaking. */
  firstContact: boolean;
  found: Found;
  now: Date;
  /** None unless this Page and this shopper have Messenger's own checkout. */
  buyButtons?: BuyButtons;
};

const NO_BUTTONS: BuyButtons = new Map();

type Choice = 'products' | 'collections' | 'orders' | 'help';

/**
 * What the shop says, in order, in her language; each message fits Messenger's limits. Every branch leads somewhere: to a
 * product, a page or a choice.
 */
export function repliesTo(facts: ShopFacts): StoredMessage[] {
  const answer = answerTo(facts);
  if (!facts.firstContact || greets(facts.found)) return answer;
  const words = THREAD_WORDS[facts.market.language];
  return [text(words.introduction(facts.firstName, facts.shopName), []), ...answer];
}

function greets(found: Found): boolean {
  return found.is === 'welcome' || (found.is === 'product' && found.greet);
}

function answerTo(facts: ShopFacts): StoredMessage[] {
  const { found, market } = facts;
  const buy = facts.buyButtons ?? NO_BUTTONS;
  const words = THREAD_WORDS[market.language];
  const service = SERVICE_WORDS[market.language];
  const person = { title: service.askPerson, payload: PAYLOADS.person };
  const choices = (...names: Choice[]) =>
    names.map((name) => ({ title: words.choices[name], payload: PAYLOADS[name] }));
  switch (found.is) {
    case 'welcome':
      return [
        text(greeting(facts), []),
        ...shelf(found.shelf, { market, buy }, choices('collections', 'orders', 'help')),
      ];
    case 'shelf':
      return shelf(found.shelf, { market, buy }, choices('collections', 'orders', 'help'));
    case 'product':
      return productReplies(found, facts, choices('products', 'collections', 'help'));
    case 'unknown_product':
      return [
        text(words.unknownProduct, []),
        ...shelf(found.others, { market, buy }, choices('collections', 'orders', 'help')),
      ];
    case 'nothing': {
      const named = found.collections.map((collection) => collectionChoice(collection, market));
      return [
        text(words.nothingFound(ellipsis(found.words, 60)), [
          ...named.slice(0, 8),
          ...choices('products', 'help'),
          person,
        ]),
      ];
    }
    case 'collections': {
      const named = found.collections.map((collection) => collectionChoice(collection, market));
      return [text(words.collections, [...named.slice(0, 9), ...choices('products')])];
    }
    case 'order':
      return found.order
        ? [orderReply(found.order, market)]
        : [text(words.noOrders, choices('products', 'collections', 'help'))];
    case 'stock': {
      const say = found.available ? service.inStock : service.notInStock;
      return [
        text(ellipsis(say(found.title, found.choice), 600), []),
        ...shelf(found.shelf, { market, buy }, choices('products', 'collections', 'help')),
      ];
    }
    case 'cart_link':
      return [cartReply(found, market)];
    case 'coupon':
      return [
        text(found.taken ? words.coupon(found.code) : words.noCoupon(found.code), []),
        ...shelf(found.shelf, { market, buy }, choices('collections', 'orders', 'help')),
      ];
    case 'help':
      return [helpReply(market)];
    case 'thanks':
      return [text(words.thanks, choices('products', 'collections', 'orders'))];
    case 'acknowledged':
      return [text(words.acknowledged, choices('products', 'collections', 'orders'))];
    case 'unclear':
      return [text(words.unclear, [...choices('products', 'collections', 'orders', 'help'), person])];
    case 'news':
    case 'asked':
    case 'tester':
      return outreachReplies(found, market, facts.shopName);
    default:
      return serviceReplies(found, market, facts.now);
  }
}

function greeting({ market, firstName, shopName }: ShopFacts): string {
  return THREAD_WORDS[market.language].greeting(firstName, shopName);
}

function text(said: string, quickReplies: { title: string; payload: string }[]): StoredMessage {
  return { kind: 'text', text: said, quickReplies };
}

function shelf(
  shown: Shelf,
  { market, buy }: { market: Market; buy: BuyButtons },
  quickReplies: { title: string; payload: string }[],
): StoredMessage[] {
  const cards = carousel(shown, market, buy);
  const { next } = shown;
  const onward = next
    ? [{ title: SERVICE_WORDS[market.language].more, payload: morePayload(next.collection, next.from) }]
    : [];
  if (cards.length === 0) return [text(THREAD_WORDS[market.language].emptyShop, quickReplies)];
  return [{ kind: 'cards', cards, quickReplies: [...onward, ...quickReplies] }];
}

function productReplies(
  found: Extract<Found, { is: 'product' }>,
  facts: ShopFacts,
  quickReplies: { title: string; payload: string }[],
): StoredMessage[] {
  const { market } = facts;
  const buy = facts.buyButtons ?? NO_BUTTONS;
  const words = THREAD_WORDS[market.language];
  const title = textIn(found.product.title, market.language);
  const hello = found.greet ? [text(greeting(facts), [])] : [];
  const { tellPrice, tellRestock } = OUTREACH_WORDS[market.language];
  const { slug } = found.product;
  const watch = { title: tellPrice, payload: tellMePayload('price', slug) };
  if (found.state === 'for_sale')
    return [
      ...hello,
      ...shelf({ cards: [found.product], total: 1, path: '/shop' }, { market, buy }, [watch, ...quickReplies]),
    ];
  const tell =
    found.state === 'sold_out'
      ? [{ title: tellRestock, payload: tellMePayload('restock', slug) }, ...quickReplies]
      : [];
  const sorry = found.state === 'sold_out' ? words.soldOutProduct(title) : words.goneProduct(title);
  const ways = tell.length > 0 ? tell : quickReplies;
  return [...hello, text(ellipsis(sorry, 600), []), ...shelf(found.others, { market, buy }, ways)];
}

function orderReply(order: LastOrder, market: Market): StoredMessage {
  const words = THREAD_WORDS[market.language];
  const date = new Intl.DateTimeFormat(market.intlLocale, {
    dateStyle: 'long',
    timeZone: market.currency === 'USD' ? 'America/New_York' : 'Europe/Berlin',
  }).format(order.placedAt);
  const total = formatMoney(order.total, market.intlLocale);
  return {
    kind: 'buttons',
    text: words.lastOrder(orderLabel(order.number), date, words.orderStates[order.status], order.pieces, total),
    buttons: [
      { kind: 'open', title: words.viewOrder, path: `/shop/orders/${order.id}`, height: 'full', shareable: false },
      { kind: 'open', title: words.allOrders, path: '/shop/orders', height: 'full', shareable: false },
    ],
  };
}

function cartReply(found: Extract<Found, { is: 'cart_link' }>, market: Market): StoredMessage {
  const words = THREAD_WORDS[market.language];
  const pieces = found.fill.reduce((sum, line) => sum + line.quantity, 0);
  return {
    kind: 'buttons',
    text: words.cartFilled(pieces, found.fill.length < found.asked),
    buttons: [
      { kind: 'open', title: words.toCart, path: '/shop/cart', height: 'full', shareable: false },
      { kind: 'open', title: words.toShop, path: '/shop', height: 'full', shareable: true },
    ],
  };
}

function helpReply(market: Market): StoredMessage {
  const words = THREAD_WORDS[market.language];
  return {
    kind: 'buttons',
    text: words.help,
    buttons: [
      { kind: 'open', title: words.toShop, path: '/shop', height: 'full', shareable: true },
      { kind: 'open', title: words.allOrders, path: '/shop/orders', height: 'full', shareable: false },
      { kind: 'open', title: words.contact, path: '/shop/legal/impressum', height: 'full', shareable: true },
    ],
  };
}

function collectionChoice(collection: Collection, market: Market): { title: string; payload: string } {
  return {
    title: ellipsis(textIn(collection.title, market.language), 20),
    payload: collectionPayload(collection.slug),
  };
}
