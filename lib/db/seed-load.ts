import { count, eq } from 'drizzle-orm';
import type { Database } from './client';
import { demoCollections, demoProducts } from './demo/demo-catalogue';
import { collectionProducts, products, variantPrices, variants } from './schema/catalogue';

const BATCH = 500;

/** Makes up products without end, each a numbered print of a demo picture, until `atLeast` are on sale. */
export async function loadProducts(tx: Database, options: { atLeast: number; now: Date }): Promise<number> {
  const [present] = await tx.select({ count: count() }).from(products).where(eq(products.status, 'active'));
  const wanted = Math.max(0, options.atLeast - (present?.count ?? 0));
  const first = present?.count ?? 0;
  for (let done = 0; done < wanted; done += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, wanted - done) }, (_, index) => first + done + index + 1);
    await insertBatch(tx, numbers, options.now);
  }
  return wanted;
}

async function insertBatch(tx: Database, numbers: number[], now: Date): Promise<void> {
  const made = numbers.map((number) => madeUp(number, now));
  await tx.insert(products).values(made.map((one) => one.product));
  await tx.insert(variants).values(made.map((one) => one.variant));
  await tx.insert(variantPrices).values(made.flatMap((one) => one.prices));
  const placed = made.flatMap((one) => (one.placed ? [one.placed] : []));
  if (placed.length > 0) await tx.insert(collectionProducts).values(placed);
}

function madeUp(number: number, now: Date) {
  const pattern = demoProducts[number % demoProducts.length];
  const collection = demoCollections[number % Math.max(1, demoCollections.length)];
  const id = `prd_load-${number}`;
  const variantId = `var_load-${number}`;
  const amountMinor = 900 + (number % 90) * 50;
  const images = (pattern?.images ?? []).slice(0, 1).map(({ alt, width, height, dominantColour, file }) => ({
    file: `demo/${file}`,
    alt,
    width,
    height,
    dominantColour,
  }));
  return {
    product: {
      id,
      slug: `print-${number}`,
      status: 'active' as const,
      title: { de: `Druck Nr. ${number}`, en: `Print no. ${number}` },
      subtitle: { de: 'Aus der großen Schublade', en: 'From the big drawer' },
      descriptionHtml: { de: '<p>Ein Druck.</p>', en: '<p>A print.</p>' },
      tags: ['print'],
      options: [],
      images,
      position: 100_000 + number,
      updatedAt: now,
    },
    variant: { id: variantId, productId: id, sku: `LOAD-${number}`, position: 0, started: 1_000, available: 1_000 },
    prices: [
      { variantId, currency: 'EUR', amountMinor },
      { variantId, currency: 'USD', amountMinor: amountMinor + 200 },
    ],
    placed: collection && { collectionSlug: collection.slug, productId: id, position: 100_000 + number },
  };
}
