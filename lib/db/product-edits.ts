import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { EditedProduct } from '@/lib/domain/catalogue/draft-of';
import type { PricePoint } from '@/lib/domain/catalogue/lowest-price';
import type { Database } from './client';
import { collectionProducts, collections, priceHistory, products, variantPrices, variants } from './schema/catalogue';
import { together } from './transaction';

/** A product with all that its editor shows, whatever its status; null when there is none. */
export async function getEditedProduct(db: Database, productId: string): Promise<EditedProduct | null> {
  const [row] = await db.select().from(products).where(eq(products.id, productId));
  if (!row) return null;
  const [variantRows, placed] = await together([
    db
      .select({
        id: variants.id,
        sku: variants.sku,
        barcode: variants.barcode,
        optionValues: variants.optionValues,
        weightGrams: variants.weightGrams,
        prices: amountsOf('amount_minor'),
        compareAtPrices: amountsOf('compare_at_minor'),
      })
      .from(variants)
      .where(and(eq(variants.productId, productId), isNull(variants.archivedAt)))
      .orderBy(asc(variants.position)),
    db
      .select({ slug: collections.slug })
      .from(collectionProducts)
      .innerJoin(collections, eq(collections.slug, collectionProducts.collectionSlug))
      .where(and(eq(collectionProducts.productId, productId), isNull(collections.rule)))
      .orderBy(asc(collections.position), asc(collections.slug)),
  ]);
  const { slug, status, vendor, title, subtitle, descriptionHtml, tags, taxClass, options, images, version } = row;
  const { safety, seo, publishAt } = row;
  return {
    slug,
    status,
    vendor,
    title,
    subtitle,
    descriptionHtml,
    tags,
    taxClass,
    options,
    images,
    version,
    safety,
    seo,
    publishAt,
    collections: placed.map((one) => one.slug),
    variants: variantRows.map(({ prices, compareAtPrices, ...variant }) => ({
      ...variant,
      prices: prices ?? {},
      compareAtPrices: compareAtPrices ?? {},
    })),
  };
}

function amountsOf(column: 'amount_minor' | 'compare_at_minor') {
  const amount = sql.raw(`price.${column}`);
  return sql<Record<string, number> | null>`(
    select jsonb_object_agg(price.currency, ${amount}) from ${variantPrices} price
    where price.variant_id = ${variants.id} and ${amount} is not null)`;
}

type ProductFacts = Omit<
  typeof products.$inferInsert,
  'id' | 'slug' | 'version' | 'searchText' | 'importKey' | 'importHash'
>;

export async function insertProduct(tx: Database, product: ProductFacts & { id: string; slug: string }): Promise<void> {
  await tx.insert(products).values(product);
}

export async function updateProduct(tx: Database, productId: string, facts: ProductFacts): Promise<void> {
  await tx
    .update(products)
    .set({ ...facts, version: sql`${products.version} + 1` })
    .where(eq(products.id, productId));
}

/** An address that nobody has yet: the wished one, or with a number behind it. */
export async function freeSlug(tx: Database, wished: string): Promise<string> {
  const rows = await tx
    .select({ slug: products.slug })
    .from(products)
    .where(sql`${products.slug} = ${wished} or ${products.slug} like ${`${wished.replace(/_/g, '\\_')}-%`}`);
  const taken = new Set(rows.map((row) => row.slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wished : `${wished}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

export type OwnVariant = { id: string; productId: string; sku: string; archived: boolean };

/** Every variant of a product, archived ones too, and those of others that have one of these SKUs. */
export async function listVariantsAround(tx: Database, productId: string, skus: string[]): Promise<OwnVariant[]> {
  return tx
    .select({
      id: variants.id,
      productId: variants.productId,
      sku: variants.sku,
      archived: sql<boolean>`${variants.archivedAt} is not null`,
    })
    .from(variants)
    .where(sql`${variants.productId} = ${productId} or ${inArray(variants.sku, skus)}`);
}

/** Frees SKUs for others: each of these variants is called by its id until it gets a new one. */
export async function giveUpSkus(tx: Database, ids: string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(variants)
      .set({ sku: sql`'~' || ${variants.id}` })
      .where(inArray(variants.id, ids));
}

export type VariantFacts = Pick<
  typeof variants.$inferInsert,
  'sku' | 'barcode' | 'optionValues' | 'position' | 'weightGrams'
>;

export async function insertVariant(
  tx: Database,
  variant: VariantFacts & { id: string; productId: string; stock: number },
): Promise<void> {
  const { stock, ...facts } = variant;
  await tx.insert(variants).values({ ...facts, started: stock, available: stock });
}

export async function updateVariant(tx: Database, id: string, facts: VariantFacts): Promise<void> {
  await tx
    .update(variants)
    .set({ ...facts, archivedAt: null })
    .where(eq(variants.id, id));
}

/** Every price that was asked for these variants, by "variant currency", oldest first. */
export async function listPriceHistory(tx: Database, variantIds: string[]): Promise<Map<string, PricePoint[]>> {
  const rows = await tx
    .select()
    .from(priceHistory)
    .where(inArray(priceHistory.variantId, variantIds))
    .orderBy(asc(priceHistory.since), asc(priceHistory.id));
  const byPrice = new Map<string, PricePoint[]>();
  for (const { variantId, currency, amountMinor, since } of rows) {
    const key = `${variantId} ${currency}`;
    byPrice.set(key, [...(byPrice.get(key) ?? []), { amountMinor, since }]);
  }
  return byPrice;
}

/** Announces a price as reduced, or no longer: null for both. */
export async function setReduction(
  tx: Database,
  key: { variantId: string; currency: string },
  reduction: { compareAtMinor: number | null; lowestBeforeMinor: number | null },
): Promise<void> {
  await tx
    .update(variantPrices)
    .set(reduction)
    .where(and(eq(variantPrices.variantId, key.variantId), eq(variantPrices.currency, key.currency)));
}

/** Puts a product into these collections that are filled by hand, at their end, and out of all others that are. */
export async function placeByHand(tx: Database, productId: string, slugs: string[]): Promise<void> {
  await tx.execute(sql`
    delete from ${collectionProducts} cp using ${collections} c
    where cp.product_id = ${productId} and c.slug = cp.collection_slug and c.rule is null
      and not (c.slug = any(${sql.param(slugs)}))`);
  await tx.execute(sql`
    insert into ${collectionProducts} (collection_slug, product_id, position)
    select c.slug, ${productId}, coalesce((select max(position) from ${collectionProducts} where collection_slug = c.slug), 0) + 10
    from ${collections} c where c.slug = any(${sql.param(slugs)}) and c.rule is null
    on conflict do nothing`);
}
