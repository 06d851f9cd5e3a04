import type { CurrencyCode } from '../../money';
import { fail, type Result, succeed } from '../../result';
import { cell, listFrom } from './cells';
import { groupByHandle, type RowGroup } from './groups';
import { readImages } from './images';
import type { ImportedCatalogue, ImportedProduct, ImportProblem, Table } from './imported-product';
import { problemAt } from './report';
import { readVariants } from './variants';

export type ShopifyExportOptions = {
  /** ISO 4217; a Shopify export does not say in which currency its prices are. */
  currency: CurrencyCode;
  /** Makes foreign HTML harmless. */
  sanitise: (html: string) => string;
};

const REQUIRED_COLUMNS = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Price'] as const;

/**
 * Products from the rows of a Shopify product export. What cannot be used is left out and named in the report, by row
 * and column; the rest stands. Problem: "missing_columns" (detail.columns) when the table is no such export.
 * Source: Shopify Help Center, "Using CSV files to import and export products".
 */
export function readShopifyExport(
  table: Table,
  options: ShopifyExportOptions,
): Result<ImportedCatalogue, 'missing_columns'> {
  const missing = missingColumns(table);
  if (missing.length > 0) return fail('missing_columns', { columns: missing });
  const report: ImportProblem[] = [];
  const products: ImportedProduct[] = [];
  for (const read of eachShopifyProduct(table, options)) {
    report.push(...read.report);
    if (read.product !== null) products.push(read.product);
  }
  report.sort((a, b) => a.row - b.row);
  return succeed({ products, report });
}

/** The columns that a Shopify export has and this table has not. */
export function missingColumns(table: Pick<Table, 'columns'>): string[] {
  return REQUIRED_COLUMNS.filter((column) => !table.columns.includes(column));
}

/** One product of the file after the other with its first row, so that a reader of many may let others go between. */
export function* eachShopifyProduct(
  table: Table,
  options: ShopifyExportOptions,
): Generator<{ row: number; product: ImportedProduct | null; report: ImportProblem[] }> {
  const { groups, report } = groupByHandle(table);
  if (report.length > 0) yield { row: 0, product: null, report };
  const takenSkus = new Set<string>();
  for (const group of groups) yield { row: group.head.row, ...readProduct(group, options, takenSkus) };
}

function readProduct(group: RowGroup, { currency, sanitise }: ShopifyExportOptions, takenSkus: Set<string>) {
  const { handle, head } = group;
  const title = cell(head, 'Title');
  const { options, variants, pictureOf, report } = readVariants(group, currency, takenSkus);
  if (variants.length === 0) {
    return { product: null, report: [...report, problemAt(head, 'Handle', 'no_variant_left')] };
  }
  const pictures = readImages(group, title, pictureOf);
  const product: ImportedProduct = {
    handle,
    title,
    bodyHtml: sanitise(cell(head, 'Body (HTML)')),
    vendor: cell(head, 'Vendor').slice(0, 200),
    tags: listFrom(cell(head, 'Tags')),
    status: statusOf(group),
    options,
    variants,
    images: pictures.images,
    collections: collectionsOf(group),
  };
  const problems: ImportProblem[] = [...report, ...pictures.report];
  return { product, report: problems };
}

/** Only what the file calls both published and active is on sale; what it calls archived keeps its address, for old links. */
function statusOf({ head }: RowGroup): ImportedProduct['status'] {
  const hidden = cell(head, 'Published').toLowerCase() === 'false';
  const status = cell(head, 'Status').toLowerCase();
  if (status === 'archived') return 'archived';
  // Older exports know no status.
  return hidden || (status !== '' && status !== 'active') ? 'draft' : 'active';
}

function collectionsOf({ head }: RowGroup): string[] {
  const category = cell(head, 'Product Category').split('>').at(-1)?.trim() ?? '';
  const name = cell(head, 'Collection') || cell(head, 'Type') || category;
  return name === '' ? [] : [name.slice(0, 200)];
}
