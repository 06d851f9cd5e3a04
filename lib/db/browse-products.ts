import { type SQL, sql } from 'drizzle-orm';
import type { Browse, Facet } from '@/lib/domain/catalogue/browse';
import type { ProductCard } from '@/lib/domain/catalogue/product';
import type { LocalizedText } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { type CardRow, toCard } from './products';
import { collectionProducts, products, variantPrices, variants } from './schema/catalogue';

/** What is listed: everything on sale in the currency, one collection, or the products that words were found to mean. */
export type Shelf = { currency: CurrencyCode; collection?: string | undefined; found?: readonly string[] | undefined };

export type BrowseWish = Shelf & Omit<Browse, 'words' | 'collection'> & { limit: number };

/**
 * One page of products with at least one variant that fits every filter; the price is the lowest of those that fit.
 * `more` is the slug to go on after, null on the last page; where that product is gone meanwhile, the start is shown. Pages by key, not by number: the hundredth costs what the
 * first does, and nothing is shown twice when the merchant adds something meanwhile. One query.
 */
export async function browseProducts(
  db: Database,
  wish: BrowseWish,
): Promise<{ cards: ProductCard[]; more: string | null }> {
  const { rows } = await db.execute<CardRow>(sql`
    with hits as not materialized (
      select p.slug, p.title, p.subtitle, p.images -> 0 as image, ${placeOf(wish)} as place, v.*
      from ${onShelf(wish)}
      cross join lateral (${fittingOf(wish)}) v
      where p.status = 'active' ${amongFound(wish)})
    select * from hits
    ${wish.after ? sql`where coalesce((place, slug) > (select place, slug from hits where slug = ${wish.after}), true)` : sql``}
    order by place, slug limit ${wish.limit + 1}`);
  const cards = rows.slice(0, wish.limit).map(toCard);
  return { cards, more: rows.length > wish.limit ? (cards.at(-1)?.slug ?? null) : null };
}

// A shelf longer than this offers what its first products offer: people narrow, they do not study.
const MOST_STUDIED = 500;

/** The options of what lies on a shelf and their values, the most common first. One query. */
export async function listFacets(db: Database, shelf: Shelf): Promise<Facet<LocalizedText>[]> {
  type Row = { key: string; name: LocalizedText; value: string; value_name: LocalizedText; count: number };
  const { rows } = await db.execute<Row>(sql`
    with shelf as (
      select p.id, p.options from ${onShelf(shelf)}
      where p.status = 'active' ${amongFound(shelf)}
      order by p.position, p.slug limit ${MOST_STUDIED})
    select ${OPTION_KEY} as key, (array_agg(o.value -> 'name'))[1] as name, v.value ->> 'key' as value,
      (array_agg(v.value -> 'name'))[1] as value_name, count(distinct shelf.id)::int as count,
      sum(count(distinct shelf.id)) over (partition by ${OPTION_KEY}) as weight, min(v.place) as place
    from shelf
    cross join lateral jsonb_array_elements(shelf.options) o
    cross join lateral jsonb_array_elements(o.value -> 'values') with ordinality v(value, place)
    group by ${OPTION_KEY}, v.value ->> 'key'
    order by weight desc, key, count desc, place, value`);
  const facets = new Map<string, Facet<LocalizedText>>();
  for (const { key, name, value, value_name, count } of rows) {
    const facet = facets.get(key) ?? { key, name, values: [] };
    facet.values.push({ key: value, name: value_name, count });
    facets.set(key, facet);
  }
  return [...facets.values()].filter(({ values }) => values.length > 1);
}

// Options of two products are the same when they bear the same name: their keys are each product's own.
const OPTION_KEY = sql`regexp_replace(
  folded(coalesce(nullif(o.value #>> '{name,de}', ''), o.value #>> '{name,en}')), '[^[:alnum:]]+', '-', 'g')`;

function onShelf({ collection }: Shelf): SQL {
  if (!collection) return sql`${products} p`;
  return sql`${products} p join ${collectionProducts} cp on cp.product_id = p.id and cp.collection_slug = ${collection}`;
}

function amongFound({ found }: Shelf): SQL {
  return found ? sql`and p.slug = any(${sql.param(found)}::text[])` : sql``;
}

function placeOf({ sort, found, collection }: BrowseWish): SQL {
  if (sort === 'price') return sql`v.from_minor`;
  if (sort === 'price-down') return sql`-v.from_minor`;
  if (found) return sql`array_position(${sql.param(found)}::text[], p.slug)`;
  return collection ? sql`(cp.position::bigint << 31) + p.position` : sql`p.position`;
}

// The variants of one product that fit; no row when none does.
function fittingOf({ currency, minMinor, maxMinor, inStock, options }: BrowseWish): SQL {
  const chosen = options.map(
    ({ key, values }) => sql`and exists (
      select 1 from jsonb_array_elements(p.options) with ordinality o(value, place)
      where ${OPTION_KEY} = ${key} and variant.option_values[o.place] = any(${sql.param(values)}::text[]))`,
  );
  return sql`
    select min(price.amount_minor)::int as from_minor, count(distinct price.amount_minor) > 1 as several,
      sum(variant.available) = 0 as sold_out
    from ${variants} variant
    join ${variantPrices} price on price.variant_id = variant.id and price.currency = ${currency}
    where variant.product_id = p.id and variant.archived_at is null
      ${minMinor === undefined ? sql`` : sql`and price.amount_minor >= ${minMinor}`}
      ${maxMinor === undefined ? sql`` : sql`and price.amount_minor <= ${maxMinor}`}
      ${inStock ? sql`and variant.available > 0` : sql``}
      ${sql.join(chosen, sql` `)}
    having count(*) > 0`;
}
