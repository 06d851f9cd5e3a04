import type { LocalizedText } from '../market';
import type { CurrencyCode } from '../money';

/** What a discount gives. Amounts in minor units; `perMille` 100 is 10 %; of `buy + get` pieces the `get` cheapest are free. */
export type DiscountValue =
  | { is: 'percent'; perMille: number }
  | { is: 'amount'; amounts: Partial<Record<CurrencyCode, number>> }
  | { is: 'free_shipping' }
  | { is: 'buy_x_get_y'; buy: number; get: number };

export const DISCOUNT_KINDS = ['percent', 'amount', 'free_shipping', 'buy_x_get_y'] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** A discount as the merchant made it. The rules by which several meet stand in `docs/money.md`. */
export type Discount = {
  id: string;
  title: LocalizedText;
  /** What she types, in capitals; null for one that applies by itself. */
  code: string | null;
  value: DiscountValue;
  /** Slugs of what it holds for; both empty: for everything. */
  products: string[];
  collections: string[];
  /** What the goods it holds for must be worth, by currency; empty: nothing. */
  minimums: Partial<Record<CurrencyCode, number>>;
  startsAt: Date | null;
  endsAt: Date | null;
  limitTotal: number | null;
  limitPerShopper: number | null;
  /** Whether it may be given together with others that may, too. */
  combines: boolean;
  status: 'active' | 'paused';
  /** How often it was given or is reserved for an open payment. */
  used: number;
};

/**
 * A discount in a quote. `amountMinor` is what it takes off the goods, the sum of its parts in the lines; 0 for one that
 * makes the delivery free (`freesShipping`): there the price of the chosen way is 0 already.
 */
export type QuoteDiscount = {
  discountId: string;
  code: string | null;
  title: LocalizedText;
  amountMinor: number;
  freesShipping: boolean;
};

/** Why a code that lies with a cart gives nothing at the moment. */
export const CODE_REFUSALS = [
  'code_unknown',
  'code_not_yet',
  'code_expired',
  'code_used_up',
  'code_used_by_you',
  'code_other_currency',
  'code_other_goods',
  'code_minimum',
  'code_more_pieces',
  'code_no_effect',
] as const;
export type CodeRefusal = (typeof CODE_REFUSALS)[number];

/** The code that lies with a cart: `refused` says why it gives nothing; `needed` is the amount or the pieces it waits for. */
export type QuoteCode = { text: string; refused: CodeRefusal | null; needed: number | null };

/** A code as it is kept and compared: capitals, without blanks; null for what can be no code. */
export function normaliseCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return /^[A-Z0-9][A-Z0-9_-]{2,39}$/.test(code) ? code : null;
}
