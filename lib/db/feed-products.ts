import { sql } from 'drizzle-orm';
import type { FeedProduct } from '@/lib/domain/catalogue/feed/feed-item';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { collectionProducts, collections, products, variantPrices, variants } from './schema/catalogue';

export type FeedPlace = { position: number; id: string };

/** The next products on sale with a price in this currency, in the shop's order; one query, the hundredth as quick as the first. */
export async function listFeedProducts(
  db: Database,
  wish: { currency: CurrencyCode; after: FeedPlace | null; limit: number },
): Promise<(FeedProduct & FeedPlace)[]> {
  const beyond = wish.after ? sql`and (p.position, p.id) > (${wish.after.position}, ${wish.after.id})` : sql``;
  const { rows } = await db.execute<FeedProduct & FeedPlace>(sql`
    select p.id, p.position, p.slug, p.vendor, p.title, p.subtitle, p.description_html as "descriptionHtml", p.options, p.images,
      (select c.title from ${collectionProducts} cp join ${collections} c on c.slug = cp.collection_slug
        where cp.product_id = p.id order by c.position, c.slug limit 1) as collection,
      coalesce(sold.variants, '[]'::jsonb) as variants
    from ${products} p cross join lateral (
      select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'optionValues', v.option_values,
        'available', v.available, 'weightGrams', v.weight_grams, 'amountMinor', price.amount_minor,
        'lowestBeforeMinor', price.lowest_before_minor) order by v.position, v.id) as variants
      from ${variants} v join ${variantPrices} price on price.variant_id = v.id and price.currency = ${wish.currency}
      where v.product_id = p.id and v.archived_at is null) sold
    where p.status = 'active' ${beyond}
    order by p.position, p.id
    limit ${wish.limit}`);
  return rows;
}
