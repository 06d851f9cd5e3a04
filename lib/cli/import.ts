import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeImportProblem } from '@/lib/domain/catalogue/import/report';
import { currencySchema } from '@/lib/domain/money';
import { importProducts } from '@/lib/flows/import-products';
import { readShopifyFile } from '@/lib/import/shopify-file';
import { closeHouse, getDeps } from '@/lib/server/wiring';

const USAGE = 'npm run import -- FILE.csv --currency EUR|USD';

/** Takes a Shopify export into the catalogue and prints what a merchant must know: row, column and reason of each fault. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { currency: { type: 'string' } }, allowPositionals: true });
  const currency = currencySchema.safeParse(values.currency?.toUpperCase());
  const [file] = positionals;
  if (!file || !currency.success) return refuse(USAGE);

  const content = await readFile(file).catch(() => null);
  if (!content) return refuse(`There is no file ${file} that can be read.`);
  const read = readShopifyFile(content, { currency: currency.data });
  if (!read.ok) return refuse(`${file} is no Shopify product export: ${read.problem}. Nothing was changed.`);

  const { products, report } = read.value;
  const outcome = await importProducts(await getDeps(), { products, currency: currency.data });
  for (const problem of report) process.stdout.write(`${describeImportProblem(problem)}\n`);
  for (const product of products)
    for (const { src } of product.images)
      process.stdout.write(`${product.handle}: the picture was not fetched, a placeholder stands there (${src})\n`);
  const { added, changed, unchanged, placeholders } = outcome;
  const variants = products.reduce((sum, product) => sum + product.variants.length, 0);
  process.stdout.write(
    `${products.length} products with ${variants} variants: ${added} new, ${changed} changed, ${unchanged} as before; ` +
      `${placeholders} placeholders, ${report.length} remarks\n`,
  );
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

try {
  process.exitCode = await main();
} finally {
  await closeHouse();
}
