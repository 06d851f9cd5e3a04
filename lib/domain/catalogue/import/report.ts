import type { ImportProblem, ImportReason, TableRow } from './imported-product';

const SENTENCES: Record<ImportReason, string> = {
  handle_missing: 'The row names no product; it was left out.',
  handle_malformed: 'A handle may hold letters, digits, "-" and "_" only; the product was left out.',
  handle_doubled: 'Another product in this file has the same handle; this one was left out.',
  title_missing: 'The product has no title; it was left out.',
  title_too_long: 'The title is longer than 200 characters; the product was left out.',
  gift_card: 'Gift cards cannot be imported; the product was left out.',
  no_variant_left: 'No variant of the product could be read; the product was left out.',
  option_value_missing: 'The variant does not say which value it has for an option; it was left out.',
  option_unnamed: 'The variant has a value for an option that has no name; it was left out.',
  variant_doubled: 'The product has this combination of options already; the variant was left out.',
  price_missing: 'The variant has no price; it was left out.',
  price_malformed: 'This is no amount of the chosen currency; the variant was left out.',
  compare_at_malformed: 'This is no amount of the chosen currency; the variant has no former price now.',
  sku_doubled: 'Another variant in this file has the same SKU; this one was given its own.',
  stock_unknown: 'The file does not say how many there are; the stock is 0.',
  stock_malformed: 'The stock is no whole number from 0 on; it is 0 now.',
  weight_malformed: 'The weight is no number of grams; it is 0 now.',
  picture_address_refused: 'The picture has no http or https address; it was left out.',
  sku_missing: 'Every variant needs a SKU.',
  sku_taken: 'Another product of the shop has this SKU.',
  value_unknown: 'This value is not one of those that may stand here.',
  text_too_long: 'The text is too long.',
  count_malformed: 'This is no whole number from 0 on.',
  barcode_malformed: 'A barcode has 8, 12, 13 or 14 digits.',
  json_malformed: 'This cell cannot be read as it was exported.',
  time_malformed: 'This is no time, such as 2026-11-20T18:00:00Z.',
  options_unfit: 'The option values do not fit the options of the product.',
  too_many_variants: 'A product has at most 100 variants.',
  differs_from_first_row: 'The first row of the product says something else.',
  no_price: 'What is on sale needs a price.',
  collection_unknown: 'There is no such collection that is filled by hand.',
  picture_unknown: 'The product has no such picture; it was left out.',
};

/** A problem as a merchant reads it: "Row 12, Variant Price: … (was “abc”)". */
export function describeImportProblem({ row, column, reason, value }: ImportProblem): string {
  return `Row ${row}, ${column}: ${SENTENCES[reason]}${value === '' ? '' : ` (was “${value}”)`}`;
}

/** Notes what is wrong with a cell; the value is cut at 80 characters, since a report is read by people. */
export function problemAt(row: TableRow, column: string, reason: ImportReason): ImportProblem {
  return { row: row.row, column, reason, value: (row.cells.get(column) ?? '').slice(0, 80) };
}
