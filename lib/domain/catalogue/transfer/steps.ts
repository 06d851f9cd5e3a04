import { CURRENCIES } from '../../currencies';
import type { CurrencyCode } from '../../money';
import { amountCell } from './own-columns';
import type { VariantState, WantedVariant } from './record';

/** A cell that would change: `sku` is empty for what concerns the whole product. */
export type Change = { row: number; sku: string; column: string; before: string; after: string };

export type PriceStep = {
  currency: CurrencyCode;
  amountMinor: number | null;
  compareAtMinor: number | null;
  isNewPrice: boolean;
};
/** What becomes of a variant. `stockBy` pieces come or go; a new one (`id` null) begins with as many. */
export type VariantStep = Omit<VariantState, 'id' | 'stock' | 'prices' | 'compareAt'> & {
  id: string | null;
  position: number;
  /** Anything but prices and stock. */
  isTouched: boolean;
  stockBy: number;
  prices: PriceStep[];
};

/** Prices of a variant as they change, for the report. */
export function priceChanges(
  row: number,
  sku: string,
  present: Pick<VariantState, 'prices' | 'compareAt'>,
  steps: PriceStep[],
): Change[] {
  return steps.flatMap(({ currency, amountMinor, compareAtMinor }) => {
    const pairs: [string, string, string][] = [
      [`price_${currency}`, amountCell(present.prices[currency], currency), amountCell(amountMinor, currency)],
      [
        `compare_at_${currency}`,
        amountCell(present.compareAt[currency], currency),
        amountCell(compareAtMinor, currency),
      ],
    ];
    return pairs
      .filter(([, before, after]) => before !== after)
      .map(([column, before, after]) => ({ row, sku, column, before, after }));
  });
}

/** What must be done about the prices of a variant so that they are as wanted. */
export function priceSteps(wanted: WantedVariant, present: Pick<VariantState, 'prices' | 'compareAt'>): PriceStep[] {
  return CURRENCIES.flatMap((currency) => {
    const was = present.prices[currency] ?? null;
    const asked = wanted.prices[currency];
    const amountMinor = asked === undefined ? was : asked;
    const isNewPrice = amountMinor !== was;
    const askedBefore = wanted.compareAt[currency];
    // A new price that says nothing about the former one announces no reduction any more.
    const kept = isNewPrice ? null : (present.compareAt[currency] ?? null);
    const compareAtMinor = amountMinor === null ? null : askedBefore === undefined ? kept : askedBefore;
    const isSame = !isNewPrice && compareAtMinor === (present.compareAt[currency] ?? null);
    return isSame ? [] : [{ currency, amountMinor, compareAtMinor, isNewPrice }];
  });
}
