import { threadPictureAddress } from '../catalogue/picture';
import type { ProductCard } from '../catalogue/product';
import { type Market, textIn } from '../market';
import { formatMoney } from '../money';
import { THREAD_WORDS } from '../words/thread';
import { ellipsis } from './ellipsis';
import type { MessageButton, MessageCard, OutgoingMessage } from './outgoing-message';

const MAX_CARDS = 10;

/** Products to show in a thread; `total` counts those behind `path`, of which `cards` are the first, or those before `next.from`. */
export type Shelf = {
  cards: ProductCard[];
  total: number;
  /** How many there are from the beginning on; `total` unless told. */
  all?: number;
  path: string;
  next?: { collection: string | null; from: number };
};

/** Messenger's own Buy button for each product that can have one, by slug; empty where Messenger has none. */
export type BuyButtons = ReadonlyMap<string, Extract<MessageButton, { kind: 'buy' }>>;

/** A carousel of at most ten cards; where there are more products, the tenth leads to all of them. */
export function carousel(shelf: Shelf, market: Market, buyButtons: BuyButtons): MessageCard[] {
  if (shelf.total <= MAX_CARDS && shelf.cards.length <= MAX_CARDS)
    return shelf.cards.map((card) => productCard(card, market, buyButtons.get(card.slug)));
  const shown = shelf.cards.slice(0, MAX_CARDS - 1).map((card) => productCard(card, market, buyButtons.get(card.slug)));
  return [...shown, moreCard(shelf, market)];
}

function productCard(product: ProductCard, market: Market, buy: MessageButton | undefined): MessageCard {
  const words = THREAD_WORDS[market.language];
  const path = `/shop/products/${product.slug}`;
  // With Messenger's own button first, the page is where she looks closer, or pays otherwise.
  const title = product.soldOut || buy ? words.view : words.buy;
  return {
    title: ellipsis(textIn(product.title, market.language), 80),
    subtitle: ellipsis(
      [priceOf(product, market), textIn(product.subtitle, market.language)].filter(Boolean).join(' · '),
      80,
    ),
    imagePath: product.image?.file ? threadPictureAddress(product.image.file) : null,
    openPath: path,
    buttons: [
      ...(buy && !product.soldOut ? [buy] : []),
      { kind: 'open', title, path, height: 'tall', shareable: true },
      { kind: 'share', title: words.share, path, open: words.view },
    ],
  };
}

function priceOf(product: ProductCard, market: Market): string {
  const words = THREAD_WORDS[market.language];
  if (product.soldOut) return words.soldOut;
  if (product.fromMinor === null) return '';
  const price = formatMoney({ amountMinor: product.fromMinor, currency: market.currency }, market.intlLocale);
  return product.severalPrices ? words.from(price) : price;
}

function moreCard({ path, total, all = total }: Shelf, market: Market): MessageCard {
  const { more } = THREAD_WORDS[market.language];
  return {
    title: more.title,
    subtitle: more.subtitle(all),
    imagePath: null,
    openPath: path,
    buttons: [{ kind: 'open', title: more.button, path, height: 'tall', shareable: true }],
  };
}

/** The same message for a Page whose Messenger has no Buy and share buttons of its own; null when it holds none. */
export function withoutNativeButtons(message: OutgoingMessage): OutgoingMessage | null {
  if (message.kind !== 'cards') return null;
  const cards = message.cards.map((card) => ({
    ...card,
    buttons: card.buttons.filter(({ kind }) => kind !== 'buy').map(withoutCode),
  }));
  const had = message.cards.some(({ buttons }) =>
    buttons.some((one) => one.kind === 'buy' || withoutCode(one) !== one),
  );
  return had ? { ...message, cards } : null;
}

function withoutCode(button: MessageButton): MessageButton {
  if (button.kind !== 'share' || button.ref === undefined) return button;
  const { ref: _ref, ...plain } = button;
  return plain;
}
