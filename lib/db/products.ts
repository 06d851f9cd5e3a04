import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Collection, Product, ProductCard, ProductImage } from '@/lib/domain/catalogue/product';
import { asId, type ProductId, type VariantId } from '@/lib/domain/ids';
import type { LocalizedText } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { collectionProducts, collections, products, variantPrices, variants } from './schema/catalogue';

/** Every collection with at least one product on sale (in this currency, where one is named), in the merchant's order. */
export async function listCollections(db: Database, currency?: CurrencyCode): Promise<Collection[]> {
  const rows = await db
    .select()
    .from(collections)
    .where(
      sql`exists (select 1 from ${collectionProducts} cp join ${products} p on p.id = cp.product_id
        where cp.collection_slug = ${collections.slug} and p.status = 'active' ${pricedIn(currency)})`,
    )
    .orderBy(asc(collections.position));
  return rows.map(({ slug, title, description, position }) => ({ slug, title, text: description, position }));
}

export async function getCollection(db: Database, slug: string): Promise<Collection | null> {
  const [row] = await db.select().from(collections).where(eq(collections.slug, slug));
  return row ? { slug: row.slug, title: row.title, text: row.description, position: row.position } : null;
}

export type CardWish = {
  currency: CurrencyCode;
  collection?: string | undefined;
  /** Only these. */
  slugs?: readonly string[] | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
};

/**
 * Products on sale as a list shows them, with the lowest price in the asked currency. What has no price in it is left
 * out, unless it was asked for by its slug. One query.
 */
export async function listProductCards(db: Database, wish: CardWish): Promise<ProductCard[]> {
  const { rows } = await db.execute<CardRow>(sql`
    select p.slug, p.title, p.subtitle, p.images -> 0 as image, v.*
    from ${products} p
    ${wish.collection ? sql`join ${collectionProducts} cp on cp.product_id = p.id and cp.collection_slug = ${wish.collection}` : sql``}
    cross join lateral (${figuresOf(wish.currency)}) v
    where p.status = 'active' ${wish.slugs ? sql`and p.slug = any(${sql.param(wish.slugs)})` : pricedIn(wish.currency)}
    order by ${wish.collection ? sql`cp.position,` : sql``} p.position, p.slug
    limit ${wish.limit ?? 48} offset ${wish.offset ?? 0}`);
  return rows.map(toCard);
}

/** The first products of each collection, for the shop's front page. One query for all of them. */
export async function listCollectionRows(
  db: Database,
  wish: { currency: CurrencyCode; perCollection: number },
): Promise<Map<string, ProductCard[]>> {
  const { rows } = await db.execute<CardRow & { collection: string }>(sql`
    with placed as (
      select cp.collection_slug, cp.product_id,
        row_number() over (partition by cp.collection_slug order by cp.position, p.position) as place
      from ${collectionProducts} cp join ${products} p on p.id = cp.product_id and p.status = 'active' ${pricedIn(wish.currency)})
    select placed.collection_slug as collection, p.slug, p.title, p.subtitle, p.images -> 0 as image, v.*
    from placed join ${products} p on p.id = placed.product_id
    cross join lateral (${figuresOf(wish.currency)}) v
    where placed.place <= ${wish.perCollection}
    order by placed.collection_slug, placed.place`);
  const byCollection = new Map<string, ProductCard[]>();
  for (const row of rows) byCollection.set(row.collection, [...(byCollection.get(row.collection) ?? []), toCard(row)]);
  return byCollection;
}

/** How many products `listProductCards` would list without a limit. */
export async function countProducts(
  db: Database,
  wish: Pick<CardWish, 'collection'> & { currency?: CurrencyCode },
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${products} p
    ${wish.collection ? sql`join ${collectionProducts} cp on cp.product_id = p.id and cp.collection_slug = ${wish.collection}` : sql``}
    where p.status = 'active' ${pricedIn(wish.currency)}`);
  return rows[0]?.count ?? 0;
}

/** A product by its address, whatever its status: an old bubble may lead to an archived one. Two queries. */
export async function getProductBySlug(db: Database, slug: string): Promise<Product | null> {
  const [row] = await db.select().from(products).where(eq(products.slug, slug));
  if (!row) return null;
  const variantRows = await db
    .select({
      variant: variants,
      prices: pricesOf('amount_minor'),
      compareAt: pricesOf('compare_at_minor'),
      lowestBefore: pricesOf('lowest_before_minor'),
    })
    .from(variants)
    .where(and(eq(variants.productId, row.id), sql`${variants.archivedAt} is null`))
    .orderBy(asc(variants.position));
  const {
    importKey: _importKey,
    importHash: _importHash,
    position: _position,
    updatedAt: _updatedAt,
    searchText: _searchText,
    publishAt: _publishAt,
    ...product
  } = row;
  return {
    ...product,
    id: asId<ProductId>(row.id),
    variants: variantRows.map(({ variant, prices, compareAt, lowestBefore }) => ({
      id: asId<VariantId>(variant.id),
      sku: variant.sku,
      optionValues: variant.optionValues,
      prices: prices ?? {},
      compareAtPrices: compareAt ?? {},
      lowestBefore: lowestBefore ?? {},
      available: variant.available,
      weightGrams: variant.weightGrams,
    })),
  };
}

/** The address of the product that a variant belongs to, while it is on sale. */
export async function getProductSlugOfVariant(db: Database, variantId: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: products.slug })
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, 'active')))
    .where(eq(variants.id, variantId));
  return row?.slug ?? null;
}

export type CardRow = {
  slug: string;
  title: LocalizedText;
  subtitle: LocalizedText;
  image: ProductImage | null;
  from_minor: number | null;
  several: boolean;
  sold_out: boolean;
};

// Lowest price, whether there are several, and whether nothing of it is left.
function figuresOf(currency: CurrencyCode): SQL {
  return sql`
    select min(price.amount_minor)::int as from_minor, count(distinct price.amount_minor) > 1 as several,
      coalesce(sum(variant.available), 0) = 0 as sold_out
    from ${variants} variant
    left join ${variantPrices} price on price.variant_id = variant.id and price.currency = ${currency}
    where variant.product_id = p.id and variant.archived_at is null`;
}

function pricedIn(currency: CurrencyCode | undefined): SQL {
  if (!currency) return sql``;
  return sql`and exists (
    select 1 from ${variants} variant
    join ${variantPrices} price on price.variant_id = variant.id and price.currency = ${currency}
    where variant.product_id = p.id and variant.archived_at is null)`;
}

function pricesOf(column: 'amount_minor' | 'compare_at_minor' | 'lowest_before_minor') {
  const amount = sql.raw(`price.${column}`);
  return sql<Record<string, number> | null>`(
    select jsonb_object_agg(price.currency, ${amount}) from ${variantPrices} price
    where price.variant_id = ${variants.id} and ${amount} is not null)`;
}

export function toCard(row: CardRow): ProductCard {
  return {
    slug: row.slug,
    title: row.title,
    subtitle: row.subtitle,
    fromMinor: row.from_minor,
    severalPrices: row.several,
    soldOut: row.sold_out,
    image: row.image,
  };
}
