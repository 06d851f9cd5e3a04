import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ProductImage, ProductOption, ProductStatus } from '@/lib/domain/catalogue/product';
import { type CurrencyCode, isCurrency } from '@/lib/domain/currencies';
import type { LocalizedText } from '@/lib/domain/market';
import type { Database } from './client';
import { products, variantPrices, variants } from './schema/catalogue';

export type ProductRow = {
  id: string;
  slug: string;
  status: ProductStatus;
  title: LocalizedText;
  image: ProductImage | null;
  variants: number;
  soldOut: number;
  available: number;
  eurFrom: number | null;
  eurTo: number | null;
  usdFrom: number | null;
  usdTo: number | null;
};

/** Products of every status as the merchant's list shows them, by position. `words` all stand in title, SKU or tags. */
export async function listProductRows(
  db: Database,
  wish: { words?: string | undefined; limit: number; offset: number },
): Promise<ProductRow[]> {
  const words = (wish.words ?? '').normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 6);
  const haystack = sql`concat_ws(' ', p.title ->> 'de', p.title ->> 'en', array_to_string(p.tags, ' '), figures.skus)`;
  const matching = words.map((word) => sql`and ${haystack} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const { rows } = await db.execute<ProductRow>(sql`
    select p.id, p.slug, p.status, p.title, p.images -> 0 as image, figures.variants, figures."soldOut",
      figures.available, prices.*
    from ${products} p
    cross join lateral (
      select count(*)::int as variants, (count(*) filter (where v.available = 0))::int as "soldOut",
        coalesce(sum(v.available), 0)::int as available, string_agg(v.sku, ' ') as skus
      from ${variants} v where v.product_id = p.id and v.archived_at is null) figures
    cross join lateral (
      select min(price.amount_minor) filter (where price.currency = 'EUR') as "eurFrom",
        max(price.amount_minor) filter (where price.currency = 'EUR') as "eurTo",
        min(price.amount_minor) filter (where price.currency = 'USD') as "usdFrom",
        max(price.amount_minor) filter (where price.currency = 'USD') as "usdTo"
      from ${variants} v join ${variantPrices} price on price.variant_id = v.id
      where v.product_id = p.id and v.archived_at is null) prices
    where true ${sql.join(matching, sql` `)}
    order by p.position, p.slug
    limit ${wish.limit} offset ${wish.offset}`);
  return rows;
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
