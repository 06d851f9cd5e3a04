import { parseArgs } from 'node:util';
import { seedDemoShop } from '@/lib/db/seed';
import { closeHouse, getDeps } from '@/lib/server/wiring';

const { values } = parseArgs({ options: { products: { type: 'string', default: '0' } } });
const atLeast = Number(values.products);
if (!Number.isInteger(atLeast) || atLeast < 0 || atLeast > 200_000) {
  process.stderr.write('--products wants a whole number between 0 and 200000\n');
  process.exit(2);
}

const deps = await getDeps();
try {
  const report = await seedDemoShop(deps.db, { now: deps.now(), atLeast });
  process.stdout.write(`${report.products} products on sale, ${report.added} of them new\n`);
} finally {
  await closeHouse();
}
