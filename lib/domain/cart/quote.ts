import type { TaxClass } from '../catalogue/product';
import { stepOf } from '../currencies';
import { applyDiscounts, quoteDiscountOf } from '../discounts/apply';
import type { Discount, QuoteCode, QuoteDiscount } from '../discounts/discount';
import { type DiscountableLine, NO_OFFERS, type Offers } from '../discounts/refusal';
import type { VariantId } from '../ids';
import type { LocalizedText } from '../market';
import { type CurrencyCode, type Money, money } from '../money';
import { fail, type Result, succeed } from '../result';
import type { CountryCode } from './address';
import type { Cart, CartLine } from './cart';
import { type ShippingOption, shippingOptionsFor } from './shipping';
import { containedTaxMinor, taxRatePerMille } from './tax';
import type { SellingTerms } from './terms';

export type QuoteLine = {
  variantId: VariantId;
  sku: string;
  title: LocalizedText;
  variantTitle: LocalizedText;
  imageFile: string | null;
  quantity: number;
  unitMinor: number;
  /** Before discounts: unitMinor × quantity. */
  totalMinor: number;
  /** Its part of all discounts: what a refund of the line gives back is `totalMinor - discountMinor`. */
  discountMinor: number;
  taxRatePerMille: number;
  /** The tax inside `totalMinor - discountMinor`; that of the delivery is the quote's less those of the lines. */
  taxContainedMinor: number;
};

/**
 * What a cart costs, sent to a country in a chosen way. All amounts in minor units of `currency`;
 * total = goods + shipping + taxAdded − discount; discount = the sum of the lines' parts = the sum of `discounts`.
 * `taxContained` is inside the prices (EU), for display and the invoice. `code` is what she typed, given or not.
 */
export type Quote = {
  currency: CurrencyCode;
  lines: QuoteLine[];
  goodsMinor: number;
  /** Of all pieces together; absent in quotes from before anything was sent by weight. */
  weightGrams?: number;
  shipping: { options: ShippingOption[]; chosen: ShippingOption };
  taxAddedMinor: number;
  taxContainedMinor: number;
  discountMinor: number;
  discounts: QuoteDiscount[];
  code: QuoteCode | null;
  total: Money;
};

export type QuoteProblem =
  | 'cart_empty'
  | 'not_for_sale'
  | 'out_of_stock'
  | 'not_delivered_there'
  | 'unknown_shipping_option';

export type QuoteWish = {
  currency: CurrencyCode;
  country: CountryCode;
  shippingOptionId?: string | undefined;
  /** How the shop sends and what it taxes. */
  terms: SellingTerms;
  /** What she may be given off; without: nothing. */
  offers?: Offers | undefined;
};

/**
 * Prices a cart from the catalogue's figures, less what the offers give. Without a shipping option the cheapest is taken.
 * A code that gives nothing is no problem: the quote's `code` says why.
 * Problems: "cart_empty"; "not_for_sale" and "out_of_stock" name the `sku`; "not_delivered_there"; "unknown_shipping_option".
 */
export function quoteCart(cart: Cart, wish: QuoteWish): Result<Quote, QuoteProblem> {
  if (cart.lines.length === 0) return fail('cart_empty');
  const lines: QuoteLine[] = [];
  for (const line of cart.lines) {
    const priced = priceLine(line, wish.currency);
    if (!priced.ok) return priced;
    lines.push(priced.value);
  }
  const goodsMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const given = applyDiscounts(
    discountable(cart.lines, lines),
    wish.offers ?? NO_OFFERS,
    wish.currency,
    stepOf(wish.currency),
  );

  // What delivery costs depends on the goods before discounts: a code never makes the delivery dearer.
  const weightGrams = cart.lines.reduce((sum, line) => sum + (line.weightGrams ?? 0) * line.quantity, 0);
  const { country, currency, terms } = wish;
  const options = shippingOptionsFor(terms, { country, currency, goodsMinor, weightGrams });
  const sent = send(options, given.freeShipping, wish);
  if (!sent.ok) return sent;
  const { shipping, freed } = sent.value;
  const taxed = lines.map((line, index) =>
    withDiscount(line, given.lineMinor[index] ?? 0, taxRatePerMille(terms, country, taxClassOf(cart.lines[index]))),
  );
  const discounts = freed ? [...given.discounts, quoteDiscountOf(freed, 0)] : given.discounts;
  const discountMinor = discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return succeed({
    currency: wish.currency,
    lines: taxed,
    goodsMinor,
    weightGrams,
    shipping,
    taxAddedMinor: 0,
    taxContainedMinor: containedTax(taxed, shipping.chosen.priceMinor),
    discountMinor,
    discounts,
    code: codeWith(given.code, discounts),
    total: money(goodsMinor + shipping.chosen.priceMinor - discountMinor, wish.currency),
  });
}

/**
 * The same goods at the same prices, sent elsewhere or otherwise: what an open payment dialog asks when the address or the
 * option changes. Discounts stay as they are. Problems: "not_delivered_there"; "unknown_shipping_option".
 */
export function requote(
  quote: Quote,
  wish: { country: CountryCode; shippingOptionId?: string | undefined },
  terms: Pick<SellingTerms, 'zones'>,
): Result<Quote, 'not_delivered_there' | 'unknown_shipping_option'> {
  const freed = quote.discounts.some(({ freesShipping }) => freesShipping);
  const options = shippingOptionsFor(terms, { ...quote, country: wish.country });
  const sent = choose(freed ? withCheapestFree(options) : options, wish);
  if (!sent.ok) return sent;
  const total = quote.goodsMinor + sent.value.chosen.priceMinor + quote.taxAddedMinor - quote.discountMinor;
  return succeed({ ...quote, shipping: sent.value, total: money(total, quote.currency) });
}

type Wish = { country: CountryCode; shippingOptionId?: string | undefined };
type Shipping = Quote['shipping'];

/** The ways to send, with the cheapest one free where a discount says so; `freed` is that discount if it had an effect. */
function send(options: ShippingOption[], freeShipping: Discount | null, wish: Wish) {
  const frees = freeShipping !== null && (options[0]?.priceMinor ?? 0) > 0;
  const chosen = choose(frees ? withCheapestFree(options) : options, wish);
  return chosen.ok ? succeed({ shipping: chosen.value, freed: frees ? freeShipping : null }) : chosen;
}

function choose(
  options: ShippingOption[],
  wish: Wish,
): Result<Shipping, 'not_delivered_there' | 'unknown_shipping_option'> {
  const chosen = wish.shippingOptionId ? options.find((option) => option.id === wish.shippingOptionId) : options[0];
  if (options.length === 0) return fail('not_delivered_there', { country: wish.country });
  return chosen ? succeed({ options, chosen }) : fail('unknown_shipping_option');
}

function withCheapestFree(options: ShippingOption[]): ShippingOption[] {
  return options.map((option, index) => (index === 0 ? { ...option, priceMinor: 0 } : option));
}

// A code that was usable and yet is not among what was given is beaten by something better, or delivery is free anyway.
function codeWith(code: QuoteCode | null, discounts: QuoteDiscount[]): QuoteCode | null {
  if (!code || code.refused || discounts.some((discount) => discount.code === code.text)) return code;
  return { ...code, refused: 'code_no_effect' };
}

/** Prices one line. Problems: "not_for_sale" (hidden, archived or without a price in this currency), "out_of_stock". */
export function priceLine(line: CartLine, currency: CurrencyCode): Result<QuoteLine, 'not_for_sale' | 'out_of_stock'> {
  const unitMinor = line.prices[currency];
  const named = { sku: line.sku, title: line.title, available: line.available };
  if (line.status !== 'active' || unitMinor === undefined) return fail('not_for_sale', named);
  if (line.available < line.quantity) return fail('out_of_stock', named);
  return succeed({
    variantId: line.variantId,
    sku: line.sku,
    title: line.title,
    variantTitle: line.variantTitle,
    imageFile: line.image?.file ?? null,
    quantity: line.quantity,
    unitMinor,
    totalMinor: unitMinor * line.quantity,
    discountMinor: 0,
    taxRatePerMille: 0,
    taxContainedMinor: 0,
  });
}

function discountable(cartLines: CartLine[], lines: QuoteLine[]): DiscountableLine[] {
  return cartLines.map(({ variantId, productSlug, collections, quantity }, index) => ({
    variantId,
    productSlug,
    collections,
    quantity,
    unitMinor: lines[index]?.unitMinor ?? 0,
  }));
}

function taxClassOf(line: CartLine | undefined): TaxClass {
  return line?.taxClass ?? 'standard';
}

function withDiscount(line: QuoteLine, discountMinor: number, taxRatePerMille: number): QuoteLine {
  const taxContainedMinor = containedTaxMinor(line.totalMinor - discountMinor, taxRatePerMille);
  return { ...line, discountMinor, taxRatePerMille, taxContainedMinor };
}

// Shipping is taxed like the goods it carries; with mixed goods at the higher rate.
function containedTax(lines: QuoteLine[], shippingMinor: number): number {
  const onGoods = lines.reduce((sum, line) => sum + line.taxContainedMinor, 0);
  return onGoods + containedTaxMinor(shippingMinor, Math.max(0, ...lines.map((line) => line.taxRatePerMille)));
}
