import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { ProductOption, ProductStatus } from '@/lib/domain/catalogue/product';
import type { ProductRow } from '@/lib/domain/catalogue/product-row';
import { type CurrencyCode, isCurrency } from '@/lib/domain/currencies';
import type { Language, LocalizedText } from '@/lib/domain/market';
import type { Database } from './client';
import { collectionProducts, products, variantPrices, variants } from './schema/catalogue';

export const PRODUCT_SORTS = ['place', 'changed', 'title'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

/** Where a page of the list ends or begins: the sorted value as text, and the id. */
export type ListPlace = { value: string; id: string };

export type ProductListWish = {
  /** All stand somewhere in titles, vendor, tags or SKUs. */
  words?: string | undefined;
  status?: ProductStatus | undefined;
  collection?: string | undefined;
  /** "out": a variant has nothing left; "low": a variant has at most three pieces, but some. */
  stock?: 'out' | 'low' | undefined;
  sort: ProductSort;
  language: Language;
  after?: ListPlace | undefined;
  before?: ListPlace | undefined;
  limit: number;
};

/**
 * A page of the merchant's products: by the shop's order, newest change first, or by title. `after` and `before` are places of
 * the page shown; nothing is counted, so that the hundredth page costs what the first does.
 */
export async function listProductRows(
  db: Database,
  wish: ProductListWish,
): Promise<{ rows: (ProductRow & { place: ListPlace })[]; more: boolean }> {
  const { by, type, descends } = sortOf(wish);
  const backwards = wish.before !== undefined;
  const [direction, sign] = descends !== backwards ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const place = wish.before ?? wish.after;
  const beyond = place ? sql`and (${by}, p.id) ${sign} (${place.value}::${type}, ${place.id})` : sql``;
  const { rows } = await db.execute<ProductRow & { placeValue: string }>(sql`
    with page as (
      select p.id, ${by} as sorted from ${products} p
      where true ${filtersOf(wish)} ${beyond}
      order by ${by} ${direction}, p.id ${direction}
      limit ${wish.limit + 1})
    select p.id, p.slug, p.status, p.title, p.images -> 0 as image, figures.*, prices.*, page.sorted::text as "placeValue"
    from page join ${products} p on p.id = page.id
    cross join lateral (
      select count(*)::int as variants, (count(*) filter (where v.available = 0))::int as "soldOut",
        coalesce(sum(v.available), 0)::int as available
      from ${variants} v where v.product_id = p.id and v.archived_at is null) figures
    cross join lateral (
      select min(price.amount_minor) filter (where price.currency = 'EUR') as "eurFrom",
        max(price.amount_minor) filter (where price.currency = 'EUR') as "eurTo",
        min(price.amount_minor) filter (where price.currency = 'USD') as "usdFrom",
        max(price.amount_minor) filter (where price.currency = 'USD') as "usdTo"
      from ${variants} v join ${variantPrices} price on price.variant_id = v.id
      where v.product_id = p.id and v.archived_at is null) prices
    order by page.sorted ${direction}, page.id ${direction}`);
  const shown = rows.slice(0, wish.limit).map(({ placeValue, ...row }) => ({
    ...row,
    place: { value: placeValue, id: row.id },
  }));
  return { rows: backwards ? shown.reverse() : shown, more: rows.length > wish.limit };
}

function sortOf({ sort, language }: ProductListWish): { by: SQL; type: SQL; descends: boolean } {
  if (sort === 'changed') return { by: sql`p.updated_at`, type: sql`timestamptz`, descends: true };
  if (sort === 'title')
    return { by: sql.raw(`lower(p.title ->> '${language === 'de' ? 'de' : 'en'}')`), type: sql`text`, descends: false };
  return { by: sql`p.position`, type: sql`integer`, descends: false };
}

function filtersOf({ words = '', status, collection, stock }: ProductListWish): SQL {
  const wanted = words.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  const inStock = stock === 'out' ? sql`v.available = 0` : sql`v.available between 1 and 3`;
  return sql.join(
    [
      ...wanted.map((word) => sql`and p.search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
      status ? sql`and p.status = ${status}` : sql``,
      collection
        ? sql`and exists (select 1 from ${collectionProducts} cp where cp.product_id = p.id and cp.collection_slug = ${collection})`
        : sql``,
      stock
        ? sql`and exists (select 1 from ${variants} v where v.product_id = p.id and v.archived_at is null and ${inStock})`
        : sql``,
    ],
    sql` `,
  );
}

export type LowStock = {
  sku: string;
  productId: string;
  title: LocalizedText;
  options: ProductOption[];
  optionValues: string[];
  available: number;
};

/** Variants on sale of which `atMost` pieces or fewer are left, fewest first. */
export async function listLowStock(db: Database, atMost: number, limit = 12): Promise<LowStock[]> {
  return db
    .select({
      sku: variants.sku,
      productId: products.id,
      title: products.title,
      options: products.options,
      optionValues: variants.optionValues,
      available: variants.available,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(isNull(variants.archivedAt), eq(products.status, 'active'), sql`${variants.available} <= ${atMost}`))
    .orderBy(asc(variants.available), asc(products.position), asc(variants.position))
    .limit(limit);
}

/** A product with its variants, their prices and where each piece of stock is; null when there is none. */
export async function getProductForMerchant(db: Database, productId: string) {
  const [product] = await db.select().from(products).where(eq(products.id, productId));
  if (!product) return null;
  const rows = await db
    .select({
      id: variants.id,
      sku: variants.sku,
      optionValues: variants.optionValues,
      available: variants.available,
      held: variants.held,
      sold: variants.sold,
      prices: sql<Record<string, number> | null>`(
        select jsonb_object_agg(price.currency, price.amount_minor) from ${variantPrices} price
        where price.variant_id = ${variants.id})`,
    })
    .from(variants)
    .where(and(eq(variants.productId, productId), isNull(variants.archivedAt)))
    .orderBy(asc(variants.position));
  const { id, slug, status, title, options, images, version } = product;
  return { id, slug, status, title, options, image: images[0] ?? null, version, variants: rows };
}

/** The currencies that something in the shop is priced in. */
export async function listPricedCurrencies(db: Database): Promise<CurrencyCode[]> {
  const rows = await db.selectDistinct({ currency: variantPrices.currency }).from(variantPrices);
  return rows
    .map((row) => row.currency)
    .filter(isCurrency)
    .sort();
}
