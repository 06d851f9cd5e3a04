import type { VariantId } from '../ids';
import type { LocalizedText } from '../market';
import { type CurrencyCode, type Money, money } from '../money';
import { fail, type Result, succeed } from '../result';
import type { CountryCode } from './address';
import type { Cart, CartLine } from './cart';
import { type ShippingOption, shippingOptionsFor } from './shipping';
import { containedTaxMinor, taxRatePerMille } from './tax';

export type QuoteLine = {
  variantId: VariantId;
  sku: string;
  title: LocalizedText;
  variantTitle: LocalizedText;
  imageFile: string | null;
  quantity: number;
  unitMinor: number;
  totalMinor: number;
};

/**
 * What a cart costs, sent to a country in a chosen way. All amounts in minor units of `currency`;
 * total = goods + shipping + taxAdded − discount. `taxContained` is inside the prices (EU), for display and the invoice.
 */
export type Quote = {
  currency: CurrencyCode;
  lines: QuoteLine[];
  goodsMinor: number;
  shipping: { options: ShippingOption[]; chosen: ShippingOption };
  taxAddedMinor: number;
  taxContainedMinor: number;
  discountMinor: number;
  total: Money;
};

export type QuoteProblem =
  | 'cart_empty'
  | 'not_for_sale'
  | 'out_of_stock'
  | 'not_delivered_there'
  | 'unknown_shipping_option';

/**
 * Prices a cart from the catalogue's figures. Without a shipping option the cheapest is taken.
 * Problems: "cart_empty"; "not_for_sale" and "out_of_stock" name the `sku`; "not_delivered_there"; "unknown_shipping_option".
 */
export function quoteCart(
  cart: Cart,
  wish: { currency: CurrencyCode; country: CountryCode; shippingOptionId?: string | undefined },
): Result<Quote, QuoteProblem> {
  if (cart.lines.length === 0) return fail('cart_empty');
  const lines: QuoteLine[] = [];
  for (const line of cart.lines) {
    const priced = priceLine(line, wish.currency);
    if (!priced.ok) return priced;
    lines.push(priced.value);
  }
  const goodsMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);

  const options = shippingOptionsFor(wish.country, wish.currency, goodsMinor);
  const chosen = wish.shippingOptionId ? options.find((option) => option.id === wish.shippingOptionId) : options[0];
  if (options.length === 0) return fail('not_delivered_there', { country: wish.country });
  if (!chosen) return fail('unknown_shipping_option');

  return succeed({
    currency: wish.currency,
    lines,
    goodsMinor,
    shipping: { options, chosen },
    taxAddedMinor: 0,
    taxContainedMinor: containedTax(cart.lines, lines, chosen.priceMinor, wish.country),
    discountMinor: 0,
    total: money(goodsMinor + chosen.priceMinor, wish.currency),
  });
}

/**
 * The same goods at the same prices, sent elsewhere or otherwise: what an open payment dialog asks when the address or the
 * option changes. Problems: "not_delivered_there"; "unknown_shipping_option".
 */
export function requote(
  quote: Quote,
  wish: { country: CountryCode; shippingOptionId?: string | undefined },
): Result<Quote, 'not_delivered_there' | 'unknown_shipping_option'> {
  const options = shippingOptionsFor(wish.country, quote.currency, quote.goodsMinor);
  const chosen = wish.shippingOptionId ? options.find((option) => option.id === wish.shippingOptionId) : options[0];
  if (options.length === 0) return fail('not_delivered_there', { country: wish.country });
  if (!chosen) return fail('unknown_shipping_option');
  const total = quote.goodsMinor + chosen.priceMinor + quote.taxAddedMinor - quote.discountMinor;
  return succeed({ ...quote, shipping: { options, chosen }, total: money(total, quote.currency) });
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
  });
}

// Shipping is taxed like the goods it carries; with mixed goods at the higher rate.
function containedTax(cartLines: CartLine[], lines: QuoteLine[], shippingMinor: number, country: CountryCode): number {
  const rates = cartLines.map((line) => taxRatePerMille(country, line.taxClass));
  const onGoods = lines.reduce((sum, line, index) => sum + containedTaxMinor(line.totalMinor, rates[index] ?? 0), 0);
  return onGoods + containedTaxMinor(shippingMinor, Math.max(0, ...rates));
}
