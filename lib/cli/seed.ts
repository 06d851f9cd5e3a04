import { parseArgs } from 'node:util';
import { seedDemoShop } from '@/lib/db/seed';
import { openDataHouse } from '@/lib/server/data-house';

const { values } = parseArgs({ options: { products: { type: 'string', default: '0' } } });
const atLeast = Number(values.products);
if (!Number.isInteger(atLeast) || atLeast < 0 || atLeast > 200_000) {
  process.stderr.write('--products wants a whole number between 0 and 200000\n');
  process.exit(2);
}

const house = await openDataHouse();
try {
  const report = await seedDemoShop(house.db, { now: house.now(), atLeast });
  process.stdout.write(`${report.products} products on sale, ${report.added} of them new\n`);
} finally {
  await house.close();
}
