import { csvLine, guardCell } from '../../csv-line';
import { isCurrency } from '../../currencies';
import { type CurrencyCode, money, toDecimalText } from '../../money';
import { cellsOf, PRODUCT_COLUMNS } from './product-cells';
import type { ProductState, VariantState } from './record';

const VARIANT_COLUMNS = ['option_values', 'barcode', 'weight_grams', 'archived', 'stock'] as const;

/** Every column of our own file; a pair for each currency. What concerns the product stands in its first row. */
export function ownColumns(currencies: readonly CurrencyCode[]): string[] {
  const prices = currencies.flatMap((code) => [`price_${code}`, `compare_at_${code}`]);
  return ['slug', 'sku', ...VARIANT_COLUMNS, ...prices, ...PRODUCT_COLUMNS];
}

/** Which currency a price column speaks of; null for any other column. */
export function currencyOfColumn(column: string, kind: 'price' | 'compare_at'): CurrencyCode | null {
  const code = column.startsWith(`${kind}_`) ? column.slice(kind.length + 1) : '';
  return isCurrency(code) ? code : null;
}

/**
 * A product as lines of our own file, a variant each, what concerns the product in the first. No cell is a formula; reading the
 * lines back changes nothing.
 */
export function ownLines({ slug, facts, variants }: ProductState, currencies: readonly CurrencyCode[]): string {
  const own = cellsOf(facts);
  return variants
    .map((variant, at) =>
      csvLine(
        [
          slug,
          ...variantCells(variant, currencies),
          ...PRODUCT_COLUMNS.map((column) => (at === 0 ? (own[column] ?? '') : '')),
        ].map(guardCell),
      ),
    )
    .join('');
}

/** An amount as a cell; empty for none. */
export function amountCell(minor: number | null | undefined, currency: CurrencyCode): string {
  return minor == null ? '' : toDecimalText(money(minor, currency));
}

function variantCells(variant: VariantState, currencies: readonly CurrencyCode[]): string[] {
  return [
    variant.sku,
    variant.optionValues.join('/'),
    variant.barcode,
    String(variant.weightGrams),
    variant.archived ? 'yes' : 'no',
    String(variant.stock),
    ...currencies.flatMap((code) => [
      amountCell(variant.prices[code], code),
      amountCell(variant.compareAt[code], code),
    ]),
  ];
}
