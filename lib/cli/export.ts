import { exportProducts } from '@/lib/flows/import/export-products';
import { openDataHouse } from '@/lib/server/data-house';

/** Prints the whole catalogue as our own CSV file: npm run --silent export > products.csv */
const house = await openDataHouse();
try {
  for await (const part of exportProducts(house.db))
    if (!process.stdout.write(part))
      await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
} finally {
  await house.close();
}
