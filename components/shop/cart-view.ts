import type { Cart, CartLine } from '@/lib/domain/cart/cart';
import { priceLine, type Quote, quoteCart } from '@/lib/domain/cart/quote';
import { type SellingTerms, usualCountry } from '@/lib/domain/cart/terms';
import type { QuoteCode } from '@/lib/domain/discounts/discount';
import type { Offers } from '@/lib/domain/discounts/refusal';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { formatMoney, money } from '@/lib/domain/money';
import { cartWords } from '@/lib/domain/words/cart';

export type LineProblem = { text: string; take: number | null };

export type CartLineView = {
  line: CartLine;
  title: string;
  choice: string;
  /** Null where the catalogue has no price for it any more. */
  unit: string | null;
  total: string | null;
  problem: LineProblem | null;
};

export type CartView = { lines: CartLineView[]; quote: Quote | null; code: QuoteCode | null };

/** A cart in the words of its page: each line with what keeps it from being bought, and the total where nothing does. */
export function cartView(cart: Cart, market: PageMarket, terms: SellingTerms, offers?: Offers): CartView {
  const quoted = quoteCart(cart, { currency: market.currency, country: usualCountry(market, terms), offers, terms });
  const quote = quoted.ok ? quoted.value : null;
  // While a line keeps the cart from being priced, the code lies there all the same.
  const code = quote?.code ?? (offers?.code ? { text: offers.code, refused: null, needed: null } : null);
  return { lines: cart.lines.map((line) => lineView(line, market)), quote, code };
}

function lineView(line: CartLine, market: PageMarket): CartLineView {
  const priced = priceLine(line, market.currency);
  const unitMinor = line.prices[market.currency];
  const say = (minor: number) => formatMoney(money(minor, market.currency), market.intlLocale);
  return {
    line,
    title: textIn(line.title, market.language),
    choice: textIn(line.variantTitle, market.language),
    unit: unitMinor === undefined ? null : say(unitMinor),
    total: unitMinor === undefined ? null : say(unitMinor * line.quantity),
    problem: priced.ok ? null : problemOf(priced.problem, line, market),
  };
}

function problemOf(problem: 'not_for_sale' | 'out_of_stock', line: CartLine, market: PageMarket): LineProblem {
  const words = cartWords[market.language];
  if (line.status === 'active' && line.prices[market.currency] === undefined)
    return { text: words.noPriceHere(currencyName(market)), take: null };
  if (problem === 'not_for_sale') return { text: words.notForSale, take: null };
  if (line.available === 0) return { text: words.soldOut, take: null };
  return { text: words.onlyLeft(line.available), take: line.available };
}

function currencyName({ currency, intlLocale }: PageMarket): string {
  return new Intl.DisplayNames(intlLocale, { type: 'currency' }).of(currency) ?? currency;
}
