import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeImportProblem } from '@/lib/domain/catalogue/import/report';
import { formatOf } from '@/lib/domain/catalogue/transfer/file-format';
import { currencySchema } from '@/lib/domain/money';
import { importProducts } from '@/lib/flows/import-products';
import { readCsv } from '@/lib/import/csv';
import { readShopifyFile } from '@/lib/import/shopify-file';
import { type DataHouse, openDataHouse } from '@/lib/server/data-house';
import { takeWholeFile } from './take-whole-file';

const USAGE =
  'npm run import -- FILE.csv [--currency EUR]   (a Shopify file does not say its currency: EUR, USD, GBP, JPY …; EUR if you do not)';

/**
 * Takes a file into the catalogue and prints what a merchant must know: row, column and reason of each fault. Of a Shopify export
 * all that can be used is taken; our own file and Meta's are taken whole or not at all.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { currency: { type: 'string', default: 'EUR' } },
    allowPositionals: true,
  });
  const currency = currencySchema.safeParse(values.currency.toUpperCase());
  const [file] = positionals;
  if (!file || !currency.success) return refuse(USAGE);

  const content = await readFile(file).catch(() => null);
  if (!content) return refuse(`There is no file ${file} that can be read.`);
  const table = readCsv(content);
  if (table.ok && formatOf(table.value) !== 'shopify' && formatOf(table.value) !== null) {
    const options = { currency: currency.data, language: 'de', takesStock: true } as const;
    const text = content.toString('utf8');
    return withHouse((house) => takeWholeFile(house, { name: path.basename(file), content: text, options }));
  }
  const read = readShopifyFile(content, { currency: currency.data });
  if (!read.ok) {
    const where = read.detail ? ` ${JSON.stringify(read.detail)}` : '';
    return refuse(`${file} is no Shopify product export: ${read.problem}${where}. Nothing was changed.`);
  }

  const { products, report } = read.value;
  const outcome = await withHouse((house) => importProducts(house, { products, currency: currency.data }));
  for (const problem of report) process.stdout.write(`${describeImportProblem(problem)}\n`);
  for (const product of products)
    for (const { src } of product.images)
      process.stdout.write(`${product.handle}: the picture was not fetched, a placeholder stands there (${src})\n`);
  const { added, changed, unchanged, placeholders } = outcome;
  const variants = products.reduce((sum, product) => sum + product.variants.length, 0);
  process.stdout.write(
    `${products.length} products with ${variants} variants in ${currency.data}: ${added} new, ${changed} changed, ${unchanged} as before; ` +
      `${placeholders} placeholders, ${report.length} remarks\n`,
  );
  return 0;
}

async function withHouse<T>(work: (house: DataHouse) => Promise<T>): Promise<T> {
  const house = await openDataHouse();
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

process.exitCode = await main();
