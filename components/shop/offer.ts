import { reductionOf } from '@/lib/domain/catalogue/lowest-price';
import type { Product } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { formatMoney, money } from '@/lib/domain/money';
import { askPageWords } from '@/lib/domain/words/ask-pages';
import { shopWords } from '@/lib/domain/words/shop';
import { wishWords } from '@/lib/domain/words/wishes';

/** One thing that can be bought, with its words already written: the browser formats nothing. */
export type OfferVariant = {
  values: string[];
  price: string;
  left: number;
  note: string;
  /** What the law wants said beside a reduced price; empty where none is announced. */
  reduction: string;
};

export type OfferOption = {
  key: string;
  name: string;
  values: { key: string; name: string; price: string | null; soldOut: boolean }[];
};

/** What the buy form shows and posts. Prices are words here; the server alone knows what is charged. */
export type Offer = {
  slug: string;
  options: OfferOption[];
  variants: OfferVariant[];
  /** The first variant in stock: what is chosen before anybody chose. */
  preselected: string[];
  severalPrices: boolean;
  /** True for every choice: "ab 24,00 €", or the one price there is. */
  from: string;
  words: {
    add: string;
    soldOut: string;
    combinationSoldOut: string;
    offline: string;
    allSoldOut: string;
    toShop: string;
    quantity: string;
    added: string;
    toCart: string;
    tellRestock: string;
    tellPrice: string;
    wish: string;
    vat: string | null;
    shipping: string;
  };
};

const FEW = 5;

/**
 * Prepares a product for the buy form; null where it is not sold in this market's currency. `taxed`: whether prices contain VAT,
 * which a small business must not say (§ 19 UStG).
 */
export function offerOf(product: Product, market: PageMarket, taxed = true): Offer | null {
  const words = shopWords[market.language].product;
  const sold = product.variants.flatMap((variant) => {
    const minor = variant.prices[market.currency];
    const before = variant.lowestBefore?.[market.currency];
    return minor === undefined ? [] : [{ values: variant.optionValues, minor, before, left: variant.available }];
  });
  const first = sold.find((variant) => variant.left > 0) ?? sold[0];
  if (!first) return null;
  const price = (minor: number) => formatMoney(money(minor, market.currency), market.intlLocale);
  const reductionText = (minor: number, before: number | undefined) => {
    const reduction = reductionOf(minor, before);
    return reduction ? words.reduced(price(reduction.beforeMinor), reduction.percent) : '';
  };
  const minors = sold.map((variant) => variant.minor);
  const lowest = Math.min(...minors);
  const severalPrices = lowest !== Math.max(...minors);
  return {
    slug: product.slug,
    options: product.options.map((option, index) => ({
      key: option.key,
      name: textIn(option.name, market.language),
      values: option.values
        .map((value) => ({ value, having: sold.filter((variant) => variant.values[index] === value.key) }))
        .filter(({ having }) => having.length > 0)
        .map(({ value, having }) => ({
          key: value.key,
          name: textIn(value.name, market.language),
          price: severalPrices && product.options.length === 1 ? price(having[0]?.minor ?? lowest) : null,
          soldOut: having.every((variant) => variant.left === 0),
        })),
    })),
    variants: sold.map(({ values, minor, before, left }) => ({
      values,
      price: price(minor),
      left,
      note: left > 0 && left <= FEW ? words.left(left) : '',
      reduction: reductionText(minor, before),
    })),
    preselected: first.values,
    severalPrices,
    from: severalPrices ? shopWords[market.language].from(price(lowest)) : price(lowest),
    words: {
      add: words.add,
      soldOut: shopWords[market.language].soldOut,
      combinationSoldOut: words.combinationSoldOut,
      offline: words.offline,
      allSoldOut: words.allSoldOut,
      toShop: shopWords[market.language].toShop,
      quantity: words.quantity,
      added: words.added,
      toCart: words.toCart,
      tellRestock: askPageWords[market.language].product.restock,
      tellPrice: askPageWords[market.language].product.price,
      wish: wishWords[market.language].add,
      vat: taxed && market.currency === 'EUR' ? words.vat.text : null,
      shipping: words.vat.shipping,
    },
  };
}
