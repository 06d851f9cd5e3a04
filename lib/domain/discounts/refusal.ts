import type { CurrencyCode } from '../money';
import type { CodeRefusal, Discount } from './discount';

/** A line as discounts see it, priced in one currency. */
export type DiscountableLine = {
  variantId: string;
  productSlug: string;
  collections: readonly string[];
  quantity: number;
  unitMinor: number;
};

/** A discount that might apply, with how often this shopper was given it before. */
export type Offer = { discount: Discount; usedByShopper: number };

/** What the cart's page, the quote and the first transaction know about discounts at one moment. */
export type Offers = { offers: readonly Offer[]; code: string | null; now: Date };

/** No discount at all: for a cart that is priced without looking at them. */
export const NO_OFFERS: Offers = { offers: [], code: null, now: new Date(0) };

type Refused = { why: CodeRefusal; needed: number | null };

/** Refusals that no change of the cart mends. */
export type ShopperRefusal = Extract<
  CodeRefusal,
  'code_unknown' | 'code_not_yet' | 'code_expired' | 'code_used_up' | 'code_used_by_you'
>;

/** Why a discount is not to be had, for this shopper at this moment, whatever lies in the cart; null when it is. */
export function refusalForShopper({ discount, usedByShopper }: Offer, now: Date): ShopperRefusal | null {
  if (discount.status !== 'active') return 'code_unknown';
  if (discount.startsAt && now < discount.startsAt) return 'code_not_yet';
  if (discount.endsAt && now >= discount.endsAt) return 'code_expired';
  if (discount.limitPerShopper !== null && usedByShopper >= discount.limitPerShopper) return 'code_used_by_you';
  if (discount.limitTotal !== null && discount.used >= discount.limitTotal) return 'code_used_up';
  return null;
}

/** Why a discount does not hold for these lines; null when it does. `needed` is what they would have to reach. */
export function refusalForLines(
  discount: Discount,
  lines: readonly DiscountableLine[],
  currency: CurrencyCode,
): Refused | null {
  const { value, minimums } = discount;
  const minimum = minimums[currency];
  const hasMinimum = Object.keys(minimums).length > 0;
  if ((value.is === 'amount' && value.amounts[currency] === undefined) || (hasMinimum && minimum === undefined))
    return { why: 'code_other_currency', needed: null };
  const held = lines.filter((line) => holdsFor(discount, line));
  if (held.length === 0) return { why: 'code_other_goods', needed: null };
  const worth = held.reduce((sum, line) => sum + line.unitMinor * line.quantity, 0);
  if (minimum !== undefined && worth < minimum) return { why: 'code_minimum', needed: minimum };
  const pieces = held.reduce((sum, line) => sum + line.quantity, 0);
  if (value.is === 'buy_x_get_y' && pieces < value.buy + value.get)
    return { why: 'code_more_pieces', needed: value.buy + value.get };
  return null;
}

/** Whether a line is among the goods that a discount names; one that names nothing holds for everything. */
export function holdsFor({ products, collections }: Discount, line: DiscountableLine): boolean {
  if (products.length === 0 && collections.length === 0) return true;
  return products.includes(line.productSlug) || collections.some((slug) => line.collections.includes(slug));
}
