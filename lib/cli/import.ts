import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeImportProblem } from '@/lib/domain/catalogue/import/report';
import { currencySchema } from '@/lib/domain/money';
import { importProducts } from '@/lib/flows/import-products';
import { readShopifyFile } from '@/lib/import/shopify-file';
import { openDataHouse } from '@/lib/server/data-house';

const USAGE =
  'npm run import -- FILE.csv [--currency EUR]   (a Shopify file does not say its currency: EUR, USD, GBP, JPY …; EUR if you do not)';

/** Takes a Shopify export into the catalogue and prints what a merchant must know: row, column and reason of each fault. */
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
  const read = readShopifyFile(content, { currency: currency.data });
  if (!read.ok) {
    const where = read.detail ? ` ${JSON.stringify(read.detail)}` : '';
    return refuse(`${file} is no Shopify product export: ${read.problem}${where}. Nothing was changed.`);
  }

  const { products, report } = read.value;
  const outcome = await store({ products, currency: currency.data });
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

async function store(input: Parameters<typeof importProducts>[1]) {
  const house = await openDataHouse();
  try {
    return await importProducts(house, input);
  } finally {
    await house.close();
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

process.exitCode = await main();
