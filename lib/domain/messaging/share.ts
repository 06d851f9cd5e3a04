import { threadPictureAddress } from '../catalogue/picture';
import type { ProductCard } from '../catalogue/product';
import { type Market, textIn } from '../market';
import { formatMoney } from '../money';
import { THREAD_WORDS } from '../words/thread';
import { ellipsis } from './ellipsis';

/** How long a shared code counts for whoever shared it. */
export const SHARE_DAYS = 90;

/** One card as a friend gets it. Strangers read it: no secret, no PSID, nothing about the sharer. */
export type SharedCard = { title: string; subtitle: string; imagePath: string | null; button: string; ref: string };

/** The card of a product, with its price, under a share's code. */
export function sharedCard(product: ProductCard, ref: string, market: Market): SharedCard {
  const words = THREAD_WORDS[market.language];
  const price =
    product.fromMinor === null
      ? ''
      : formatMoney({ amountMinor: product.fromMinor, currency: market.currency }, market.intlLocale);
  const priced = product.severalPrices && price ? words.from(price) : price;
  return {
    title: ellipsis(textIn(product.title, market.language), 80),
    subtitle: ellipsis([priced, textIn(product.subtitle, market.language)].filter(Boolean).join(' · '), 80),
    imagePath: product.image?.file ? threadPictureAddress(product.image.file) : null,
    button: words.view,
    ref,
  };
}
