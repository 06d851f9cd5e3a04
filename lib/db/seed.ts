import { count, eq, sql } from 'drizzle-orm';
import type { ProductImage } from '@/lib/domain/catalogue/product';
import { announceCatalogueChange } from './catalogue-changes';
import type { Database } from './client';
import { DEMO_SHOP_NAME, DEMO_SHOP_TAGLINE, demoCollections, demoProducts } from './demo/demo-catalogue';
import { demoFaq } from './demo/demo-faq';
import type { DemoProduct } from './demo/demo-types';
import { insertFaq } from './faq';
import { collectionProducts, collections, priceHistory, products, variantPrices, variants } from './schema/catalogue';
import { DEMO_SELLER, demoLegalTexts } from './seed-legal';
import { loadProducts } from './seed-load';
import { saveSeller } from './sellers';
import { saveShopSettings } from './settings';
import { inTransaction } from './transaction';

export type SeedReport = { products: number; added: number };

/**
 * Fills the demo shop. Repeating it adds what is missing and touches nothing that is there: stock that was sold stays
 * sold. `atLeast` makes up further products until the shop has that many, for measuring.
 */
export async function seedDemoShop(db: Database, options: { now: Date; atLeast?: number }): Promise<SeedReport> {
  return inTransaction(db, async (tx) => {
    // Two seeds at once would both find the shop empty.
    await tx.execute(sql`select pg_advisory_xact_lock(4017002)`);
    const known = new Set((await tx.select({ slug: products.slug }).from(products)).map((row) => row.slug));
    await saveDemoCollections(tx);
    if (known.size === 0) {
      await saveShopSettings(tx, {
        name: DEMO_SHOP_NAME,
        tagline: DEMO_SHOP_TAGLINE,
        email: 'hallo@example.com',
        legal: demoLegalTexts,
      });
      await saveSeller(tx, DEMO_SELLER);
      for (const entry of demoFaq) await insertFaq(tx, { ...entry, at: options.now });
    }
    const missing = demoProducts
      .map((product, index) => ({ product, position: (index + 1) * 10 }))
      .filter(({ product }) => !known.has(product.slug));
    for (const { product, position } of missing) await insertDemoProduct(tx, product, position, options.now);
    const made = await loadProducts(tx, { atLeast: options.atLeast ?? 0, now: options.now });
    const added = missing.length + made;
    if (added > 0) await announceCatalogueChange(tx, []);
    const [total] = await tx.select({ count: count() }).from(products).where(eq(products.status, 'active'));
    return { products: total?.count ?? 0, added };
  });
}

async function saveDemoCollections(tx: Database): Promise<void> {
  if (demoCollections.length === 0) return;
  const rows = demoCollections.map(({ text, ...collection }) => ({ ...collection, description: text }));
  await tx.insert(collections).values(rows).onConflictDoNothing();
}

async function insertDemoProduct(tx: Database, product: DemoProduct, position: number, now: Date): Promise<void> {
  const id = `prd_${product.slug}`;
  await tx.insert(products).values({
    id,
    slug: product.slug,
    status: product.status,
    vendor: DEMO_SHOP_NAME,
    title: product.title,
    subtitle: product.subtitle,
    descriptionHtml: { de: paragraphs(product.description.de), en: paragraphs(product.description.en) },
    tags: product.tags,
    taxClass: product.taxClass,
    options: product.options,
    images: product.images.map(storedImage),
    position,
    updatedAt: now,
  });
  const rows = product.variants.map((variant, index) => ({
    id: `var_${variant.sku.toLowerCase()}`,
    productId: id,
    sku: variant.sku,
    optionValues: variant.options,
    position: index,
    weightGrams: variant.weightGrams,
    started: variant.stock,
    available: variant.stock,
  }));
  await tx.insert(variants).values(rows);
  const prices = product.variants.flatMap((variant, index) =>
    (['EUR', 'USD'] as const).map((currency) => ({
      variantId: rows[index]?.id ?? '',
      currency,
      amountMinor: variant.price[currency],
      compareAtMinor: variant.compareAt?.[currency] ?? null,
    })),
  );
  await tx.insert(variantPrices).values(prices);
  await tx
    .insert(priceHistory)
    .values(prices.map(({ variantId, currency, amountMinor }) => ({ variantId, currency, amountMinor, since: now })));
  if (product.collections.length > 0) {
    await tx
      .insert(collectionProducts)
      .values(product.collections.map((collectionSlug) => ({ collectionSlug, productId: id, position })));
  }
}

function storedImage({ file, alt, width, height, dominantColour }: DemoProduct['images'][number]): ProductImage {
  return { file: `demo/${file}`, alt, width, height, dominantColour };
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')}</p>`)
    .join('');
}
