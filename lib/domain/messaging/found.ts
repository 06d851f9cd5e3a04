import type { Collection, ProductCard } from '../catalogue/product';
import type { VariantId } from '../ids';
import type { Language, LocalizedText } from '../market';
import type { CurrencyCode, Money } from '../money';
import type { OrderStatus } from '../orders/status';
import type { FaqEntry } from './faq';
import type { Shelf } from './product-cards';

export type LastOrder = {
  id: string;
  number: number;
  status: OrderStatus;
  pieces: number;
  total: Money;
  placedAt: Date;
};

/** What the catalogue and her orders say to a wish. */
export type Found =
  | { is: 'welcome'; shelf: Shelf }
  | { is: 'shelf'; shelf: Shelf }
  | { is: 'nothing'; words: string; collections: Collection[] }
  | { is: 'collections'; collections: Collection[] }
  | { is: 'order'; order: LastOrder | null }
  | {
      is: 'product';
      state: 'for_sale' | 'sold_out' | 'archived';
      product: ProductCard;
      greet: boolean;
      others: Shelf;
      sku?: string | null;
    }
  | { is: 'unknown_product'; others: Shelf }
  /** A link put these into her cart; `asked` counts what it named, some of which may be gone. */
  | { is: 'cart_link'; fill: { variantId: VariantId; quantity: number }[]; asked: number }
  /** `taken`: the code goes with her cart; else it is not valid, or not for her. */
  | { is: 'coupon'; code: string; taken: boolean; shelf: Shelf }
  /** Not hers, or not there: nobody can tell which. */
  | { is: 'no_such_order'; number: number }
  /** The confirmation of an order by mail: asked where to, or sent. */
  | { is: 'mail_where'; order: LastOrder }
  | { is: 'mail_to'; order: LastOrder; address: string }
  | { is: 'cancel'; order: LastOrder; state: 'ask' | 'done' | 'late' | 'later' }
  | { is: 'return' | 'returned'; order: LastOrder }
  /** `asked`: she wants one; else the bot is at its wits' end. */
  | { is: 'person'; asked: boolean }
  /** She would like to be called back, under the number that she tapped. */
  | { is: 'call_me'; phone: string }
  | { is: 'advertising'; now: 'stopped' | 'resumed' }
  /** News and offers: asked whether she wants them, or she has agreed. `optIn`: Messenger's own question is needed. */
  | { is: 'news'; state: 'ask' | 'agreed'; optIn: boolean }
  /** She wants to be told of these variants, once. `seenMinor` in minor units of `currency`. */
  | {
      is: 'asked';
      ask: 'restock' | 'price';
      title: LocalizedText;
      wanted: { variantId: string; seenMinor: number | null }[];
      currency: CurrencyCode;
      optIn: boolean;
    }
  /** A merchant's own thread: her tests come here from now on. */
  | { is: 'tester'; merchantId: string }
  | { is: 'language'; language: Language }
  | { is: 'faq'; entry: FaqEntry }
  /** "Have you got it in A4?" of the first card. */
  | { is: 'stock'; title: string; choice: string; available: boolean; shelf: Shelf }
  | { is: 'help' }
  | { is: 'thanks' }
  | { is: 'acknowledged' }
  | { is: 'unclear' };
