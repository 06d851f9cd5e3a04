import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { variantTitle } from '@/lib/domain/catalogue/product';
import { asId, type VariantId } from '@/lib/domain/ids';
import type { LocalizedText } from '@/lib/domain/market';
import type { SearchEntry } from '@/lib/domain/messaging/product-search';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { collectionProducts, collections, products, variantPrices, variants } from './schema/catalogue';

// What a list to choose from holds at most: some 8 MB in the largest shop.
const MAX_ENTRIES = 20_000;

/** The words of every product on sale, in the merchant's order. */
export async function listSearchEntries(db: Database): Promise<SearchEntry[]> {
  return db
    .select(ENTRY)
    .from(products)
    .where(eq(products.status, 'active'))
    .orderBy(asc(products.position), asc(products.slug))
    .limit(MAX_ENTRIES);
}

const ENTRY = {
  slug: products.slug,
  title: products.title,
  subtitle: products.subtitle,
  tags: products.tags,
  vendor: products.vendor,
};

// More than anybody looks through; a word that half the shop bears must not be rated product by product.
const MAX_LIKE = 500;

/**
 * Products on sale that these words may mean, folded as `fold` does it: their words hold one of them or look like it.
 * Wider than what is meant; `searchProducts` rates them. One query, by an index of trigrams.
 */
export async function listSearchEntriesLike(db: Database, words: readonly string[]): Promise<SearchEntry[]> {
  const like = sql`products_like(${sql.param(words)}::text[], ${MAX_LIKE})`;
  const { rows } = await db.execute<SearchEntry>(sql`
    select slug, title, subtitle, tags, vendor from ${like} order by position, slug`);
  return rows.map(({ slug, title, subtitle, tags, vendor }) => ({ slug, title, subtitle, tags, vendor }));
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

/** One piece that a Buy button may stand for. */
export type BuyableVariant = {
  slug: string;
  variantId: VariantId;
  title: LocalizedText;
  amountMinor: number;
  weightGrams: number;
};

/**
 * Of these products the variant that needs no choosing: the only one, or the one with this SKU. Only those on sale, in
 * stock and priced in this currency.
 */
export async function listBuyableVariants(
  db: Database,
  wish: { slugs: string[]; currency: CurrencyCode; sku: string | null },
): Promise<BuyableVariant[]> {
  if (wish.slugs.length === 0) return [];
  const siblings = sql`(select count(*) from ${variants} sibling
    where sibling.product_id = ${products.id} and sibling.archived_at is null)`;
  const chosen = wish.sku === null ? sql`false` : eq(variants.sku, wish.sku);
  const rows = await db
    .select({
      slug: products.slug,
      variantId: variants.id,
      title: products.title,
      options: products.options,
      optionValues: variants.optionValues,
      amountMinor: variantPrices.amountMinor,
      weightGrams: variants.weightGrams,
    })
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, 'active')))
    .innerJoin(variantPrices, and(eq(variantPrices.variantId, variants.id), eq(variantPrices.currency, wish.currency)))
    .where(
      and(
        inArray(products.slug, wish.slugs),
        isNull(variants.archivedAt),
        gt(variants.available, 0),
        sql`(${siblings} = 1 or ${chosen})`,
      ),
    );
  return rows.map(({ options, optionValues, variantId, title, ...row }) => {
    const named = (language: 'de' | 'en') =>
      [title[language], variantTitle({ options }, optionValues, language)].filter(Boolean).join(', ');
    return { ...row, variantId: asId<VariantId>(variantId), title: { de: named('de'), en: named('en') } };
  });
}
