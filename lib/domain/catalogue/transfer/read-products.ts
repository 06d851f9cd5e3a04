import type { Table } from '../import/imported-product';
import { type FileFormat, mappedTable } from './file-format';
import { shopifyProducts } from './from-shopify';
import type { ImportOptions } from './import-job';
import { eachMetaProduct } from './read-meta';
import { eachOwnProduct } from './read-own';
import type { ReadProduct } from './record';

/** The table as its format means it: under our own heads where a person said what they mean. */
export function tableFor(table: Table, options: ImportOptions): Table {
  return options.mapping ? mappedTable(table, options.mapping, options) : table;
}

/** The SKUs whose products must be looked up before the rows can be gathered: none where addresses stand in the file. */
export function skusToFind(table: Table, format: FileFormat): string[] {
  if (format === 'shopify' || (format === 'own' && table.columns.includes('slug'))) return [];
  const column = format === 'meta' ? 'id' : 'sku';
  return table.rows.map((row) => (row.cells.get(column) ?? '').trim()).filter(Boolean);
}

/** Every product of a file, one after the other, so that whoever reads many may let others go between. */
export function eachProduct(
  table: Table,
  format: FileFormat,
  options: ImportOptions,
  slugOfSku: (sku: string) => string | undefined,
): Generator<ReadProduct> {
  if (format === 'shopify') return shopifyProducts(table, options);
  return format === 'meta' ? eachMetaProduct(table, slugOfSku) : eachOwnProduct(table, slugOfSku);
}
