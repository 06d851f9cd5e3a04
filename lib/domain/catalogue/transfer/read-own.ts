import { readGuarded } from '../../csv-line';
import type { CurrencyCode } from '../../money';
import { priceSchema } from '../edits';
import { slugOf } from '../import/catalogue-form';
import { countFrom } from '../import/cells';
import type { ImportProblem, ImportReason, Table, TableRow } from '../import/imported-product';
import { problemAt } from '../import/report';
import { currencyOfColumn } from './own-columns';
import { PRODUCT_COLUMNS } from './product-cells';
import type { Cells, ReadProduct, WantedAmounts, WantedVariant } from './record';

const SLUG = /^[\p{Ll}\p{N}][\p{L}\p{N}_-]{0,119}$/u;
const MOST_VARIANTS = 100;

/**
 * Products from the rows of our own file, one after the other: rows of one address belong together, wherever they stand, and
 * a column that is absent says nothing. `slugOfSku` finds the product of a row that names no address.
 */
export function* eachOwnProduct(table: Table, slugOfSku: (sku: string) => string | undefined): Generator<ReadProduct> {
  const groups = new Map<string, TableRow[]>();
  const lost: ImportProblem[] = [];
  for (const row of table.rows) {
    const slug = slugOfRow(row, slugOfSku);
    if (!SLUG.test(slug)) lost.push(problemAt(row, 'slug', slug === '' ? 'handle_missing' : 'handle_malformed'));
    else groups.set(slug, [...(groups.get(slug) ?? []), row]);
  }
  if (lost.length > 0) yield { wanted: null, report: lost };
  const takenSkus = new Set<string>();
  for (const [slug, rows] of groups) yield readProduct(slug, rows, table.columns, takenSkus);
}

function slugOfRow(row: TableRow, slugOfSku: (sku: string) => string | undefined): string {
  const given = text(row, 'slug').trim();
  if (given !== '') return given;
  const title = text(row, 'title_de').trim() || text(row, 'title_en').trim();
  return slugOfSku(text(row, 'sku').trim()) ?? (title === '' ? '' : slugOf(title));
}

function readProduct(slug: string, rows: TableRow[], columns: readonly string[], takenSkus: Set<string>): ReadProduct {
  const report: ImportProblem[] = [];
  const own = columns.filter((column) => PRODUCT_COLUMNS.includes(column));
  // A row further down that stands alone says nothing about the product: its empty cells empty nothing.
  const head = rows.find((row) => own.some((column) => text(row, column) !== ''));
  const cells: Cells = head ? Object.fromEntries(own.map((column) => [column, text(head, column)])) : {};
  for (const row of rows) {
    const other = own.find((column) => text(row, column) !== '' && text(row, column) !== cells[column]);
    if (row !== head && other) report.push(problemAt(row, other, 'differs_from_first_row'));
  }
  const variants: WantedVariant[] = [];
  for (const row of rows) {
    const sku = text(row, 'sku').trim();
    const reason = sku === '' ? 'sku_missing' : takenSkus.has(sku) ? 'variant_doubled' : null;
    takenSkus.add(sku);
    if (reason) report.push(problemAt(row, 'sku', reason));
    else variants.push(readVariant(row, sku, columns, report));
  }
  const [first] = rows;
  if (first && rows.length > MOST_VARIANTS) report.push(problemAt(first, 'sku', 'too_many_variants'));
  if (report.length > 0 || !first) return { wanted: null, report };
  const row = (head ?? first).row;
  const whose = { row, slug, importKey: null, cells, ifNew: {}, isWhole: false, newCollections: [] };
  return { wanted: { ...whose, variants }, report };
}

function readVariant(row: TableRow, sku: string, columns: readonly string[], report: ImportProblem[]): WantedVariant {
  const variant: WantedVariant = { row: row.row, sku, prices: {}, compareAt: {} };
  const wrong = (column: string, reason: ImportReason) => void report.push(problemAt(row, column, reason));
  for (const column of columns) {
    const value = text(row, column).trim();
    const price = currencyOfColumn(column, 'price');
    const compareAt = currencyOfColumn(column, 'compare_at');
    if (price) readAmount(value, price, variant.prices, () => wrong(column, 'price_malformed'));
    else if (compareAt) readAmount(value, compareAt, variant.compareAt, () => wrong(column, 'price_malformed'));
    else if (column === 'barcode') {
      variant.barcode = value;
      if (!/^(?:\d{8}|\d{12,14})?$/.test(value)) wrong(column, 'barcode_malformed');
    } else if (column === 'option_values') variant.optionValues = value === '' ? [] : value.split('/');
    else if (column === 'archived' && value !== '') {
      variant.archived = value.toLowerCase() === 'yes';
      if (!/^(?:yes|no)$/i.test(value)) wrong(column, 'value_unknown');
    } else if ((column === 'stock' || column === 'weight_grams') && value !== '') {
      const count = countFrom(value);
      if (count === null) wrong(column, 'count_malformed');
      else if (column === 'stock') variant.stock = count;
      else variant.weightGrams = count;
    }
  }
  return variant;
}

/** "24,90" as well as "24.90"; empty: not sold, or not announced, any more. */
function readAmount(value: string, currency: CurrencyCode, amounts: WantedAmounts, refuse: () => void): void {
  const price = priceSchema(currency).safeParse(value);
  if (price.success) amounts[currency] = price.data;
  else refuse();
}

function text(row: TableRow, column: string): string {
  return readGuarded(row.cells.get(column) ?? '');
}
