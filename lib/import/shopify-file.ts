import type { ImportedCatalogue } from '@/lib/domain/catalogue/import/imported-product';
import { readShopifyExport } from '@/lib/domain/catalogue/import/shopify';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Result } from '@/lib/domain/result';
import { type CsvProblem, readCsv } from './csv';
import { sanitiseHtml } from './html';

/**
 * Products and report from the bytes of a Shopify product export, prices in minor units of `currency` (ISO 4217).
 * A file that is no such export gives none: "missing_columns", or what `readCsv` found wrong with it.
 */
export function readShopifyFile(
  content: Uint8Array | string,
  { currency }: { currency: CurrencyCode },
): Result<ImportedCatalogue, CsvProblem | 'missing_columns'> {
  const table = readCsv(content);
  return table.ok ? readShopifyExport(table.value, { currency, sanitise: sanitiseHtml }) : table;
}
