import type { CartLine } from '../cart/cart';
import type { Quote, QuoteLine } from '../cart/quote';

/** How a bought thing stands today: as then, at another price, fewer of it left, or not to be had. */
export type Again =
  | { is: 'same'; line: QuoteLine }
  | { is: 'gone'; line: QuoteLine }
  | { is: 'priced'; line: QuoteLine; nowMinor: number }
  | { is: 'fewer'; line: QuoteLine; left: number };

/**
 * What would be other than it was if an order were bought again today, in its own currency. A thing that is both fewer and
 * priced otherwise is "fewer": its price stands in the cart. `left`: pieces that can be bought now.
 */
export function orderAgain(quote: Pick<Quote, 'lines' | 'currency'>, today: ReadonlyMap<string, CartLine>): Again[] {
  return quote.lines.map((line) => {
    const now = today.get(line.variantId);
    const nowMinor = now?.prices[quote.currency];
    if (now?.status !== 'active' || nowMinor === undefined || now.available === 0) return { is: 'gone', line };
    if (now.available < line.quantity) return { is: 'fewer', line, left: now.available };
    return nowMinor === line.unitMinor ? { is: 'same', line } : { is: 'priced', line, nowMinor };
  });
}
