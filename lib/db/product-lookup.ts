import { asc, eq } from 'drizzle-orm';
import type { SearchEntry } from '@/lib/domain/messaging/product-search';
import type { Database } from './client';
import { collectionProducts, collections, products, variants } from './schema/catalogue';

// What one search in a thread reads at most: some 8 MB in the largest shop.
const MAX_ENTRIES = 20_000;

/** The words of every product on sale, in the merchant's order. */
export async function listSearchEntries(db: Database): Promise<SearchEntry[]> {
  return db
    .select({
      slug: products.slug,
      title: products.title,
      subtitle: products.subtitle,
      tags: products.tags,
      vendor: products.vendor,
    })
    .from(products)
    .where(eq(products.status, 'active'))
    .orderBy(asc(products.position), asc(products.slug))
    .limit(MAX_ENTRIES);
}

/** The first collection that a product stands in, by its address; null when it stands in none. */
export async function getCollectionSlugOfProduct(db: Database, slug: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: collections.slug })
    .from(collectionProducts)
    .innerJoin(products, eq(products.id, collectionProducts.productId))
    .innerJoin(collections, eq(collections.slug, collectionProducts.collectionSlug))
    .where(eq(products.slug, slug))
    .orderBy(asc(collections.position))
    .limit(1);
  return row?.slug ?? null;
}

/** The product that a SKU belongs to, by its address, whatever its status. */
export async function getProductSlugOfSku(db: Database, sku: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: products.slug })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(variants.sku, sku));
  return row?.slug ?? null;
}
