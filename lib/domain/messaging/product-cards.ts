import { threadPictureAddress } from '../catalogue/picture';
import type { ProductCard } from '../catalogue/product';
import { type Market, textIn } from '../market';
import { formatMoney } from '../money';
import { THREAD_WORDS } from '../words/thread';
import { ellipsis } from './ellipsis';
import type { MessageCard } from './outgoing-message';

const MAX_CARDS = 10;

/** Products to show in a thread; `total` counts those behind `path`, of which `cards` are the first. */
export type Shelf = { cards: ProductCard[]; total: number; path: string };

/** A carousel of at most ten cards; where there are more products, the tenth leads to all of them. */
export function carousel(shelf: Shelf, market: Market): MessageCard[] {
  if (shelf.total <= MAX_CARDS && shelf.cards.length <= MAX_CARDS)
    return shelf.cards.map((card) => productCard(card, market));
  const shown = shelf.cards.slice(0, MAX_CARDS - 1).map((card) => productCard(card, market));
  return [...shown, moreCard(shelf, market)];
}

function productCard(product: ProductCard, market: Market): MessageCard {
  const words = THREAD_WORDS[market.language];
  const path = `/shop/products/${product.slug}`;
  const title = product.soldOut ? words.view : words.buy;
  return {
    title: ellipsis(textIn(product.title, market.language), 80),
    subtitle: ellipsis(
      [priceOf(product, market), textIn(product.subtitle, market.language)].filter(Boolean).join(' · '),
      80,
    ),
    imagePath: product.image?.file ? threadPictureAddress(product.image.file) : null,
    openPath: path,
    buttons: [
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

function moreCard({ path, total }: Shelf, market: Market): MessageCard {
  const { more } = THREAD_WORDS[market.language];
  return {
    title: more.title,
    subtitle: more.subtitle(total),
    imagePath: null,
    openPath: path,
    buttons: [{ kind: 'open', title: more.button, path, height: 'tall', shareable: true }],
  };
}
