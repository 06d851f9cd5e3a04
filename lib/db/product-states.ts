import { type SQL, sql } from 'drizzle-orm';
import type { ProductState, VariantState } from '@/lib/domain/catalogue/transfer/record';
import type { Database } from './client';
import { collectionProducts, collections, products, variantPrices, variants } from './schema/catalogue';

type Row = Omit<ProductState, 'facts'> & ProductState['facts'] & { position: number };

const NO_WORDS = { de: '', en: '' };
const NOBODY = { name: '', address: '', contact: '' };

/** Products with all that our own file says about them, by address or by where they came from. One query. */
export async function listStatesByKey(
  db: Database,
  keys: { slugs: string[]; importKeys: string[] },
): Promise<ProductState[]> {
  const found = await read(
    db,
    sql`where p.slug = any(${sql.param(keys.slugs)}) or p.import_key = any(${sql.param(keys.importKeys)})`,
  );
  return found.map((row) => row.state);
}

export async function listStatesById(db: Database, ids: string[]): Promise<ProductState[]> {
  return (await read(db, sql`where p.id = any(${sql.param(ids)})`)).map((row) => row.state);
}

export type StatePlace = { position: number; id: string };

/** The next products in the shop's order, whatever their status: the thousandth page costs what the first does. */
export async function listStatesAfter(
  db: Database,
  after: StatePlace | null,
  limit: number,
): Promise<{ states: ProductState[]; last: StatePlace | null }> {
  const beyond = after ? sql`where (p.position, p.id) > (${after.position}, ${after.id})` : sql``;
  const rows = await read(db, sql`${beyond} order by p.position, p.id limit ${limit}`);
  const last = rows.at(-1);
  return {
    states: rows.map((row) => row.state),
    last: last && rows.length === limit ? { position: last.position, id: last.state.id } : null,
  };
}

/** Which products own these SKUs: SKU → address. */
export async function listSlugsOfSkus(db: Database, skus: string[]): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ sku: string; slug: string }>(sql`
    select v.sku, p.slug from ${variants} v join ${products} p on p.id = v.product_id
    where v.sku = any(${sql.param(skus)})`);
  return new Map(rows.map(({ sku, slug }) => [sku, slug]));
}

async function read(db: Database, which: SQL): Promise<{ state: ProductState; position: number }[]> {
  const { rows } = await db.execute<Row>(sql`
    select p.id, p.slug, p.version, p.position, p.import_key as "importKey", p.status, p.vendor, p.title, p.subtitle,
      p.description_html as "descriptionHtml", p.tags, p.tax_class as "taxClass", p.options, p.images, p.safety, p.seo,
      to_char(p.publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishAt",
      array(select c.slug from ${collectionProducts} cp join ${collections} c on c.slug = cp.collection_slug
        where cp.product_id = p.id and c.rule is null order by c.position, c.slug) as collections,
      coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'optionValues', v.option_values,
          'barcode', v.barcode, 'weightGrams', v.weight_grams, 'archived', v.archived_at is not null,
          'stock', v.available, 'prices', coalesce(price.prices, '{}'::jsonb), 'compareAt', coalesce(price.before, '{}'::jsonb))
          order by v.archived_at is not null, v.position, v.id)
        from ${variants} v left join lateral (
          select jsonb_object_agg(c.currency, c.amount_minor) as prices,
            jsonb_object_agg(c.currency, c.compare_at_minor) filter (where c.compare_at_minor is not null) as before
          from ${variantPrices} c where c.variant_id = v.id) price on true
        where v.product_id = p.id), '[]'::jsonb) as variants
    from ${products} p ${which}`);
  return rows.map(toState);
}

function toState({ id, slug, version, importKey, variants, position, ...facts }: Row) {
  const state: ProductState = {
    id,
    slug,
    version,
    importKey,
    variants: variants satisfies VariantState[],
    facts: {
      ...facts,
      safety: facts.safety ?? { maker: NOBODY, responsible: NOBODY, warnings: NO_WORDS },
      seo: facts.seo ?? { title: NO_WORDS, description: NO_WORDS },
    },
  };
  return { state, position };
}
