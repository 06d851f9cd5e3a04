import { type SQL, sql } from 'drizzle-orm';
import type { ProductFacts } from '@/lib/domain/catalogue/transfer/record';
import type { Database } from './client';
import { collectionProducts, collections, priceHistory, products, variantPrices, variants } from './schema/catalogue';
import { ledger } from './schema/orders';

/** Many rows as one parameter: a batch is one statement, however many products it holds. */
function rowsOf(rows: readonly object[], columns: SQL): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${columns})`;
}

/** These products' versions, locked for this transaction in one fixed order. */
export async function lockVersions(tx: Database, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await tx.execute<{ id: string; version: number }>(sql`
    select id, version from ${products} where id = any(${sql.param(ids)}) order by id for update`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

const FACTS = sql`status text, vendor text, title jsonb, subtitle jsonb, "descriptionHtml" jsonb, tags jsonb, "taxClass" text,
  options jsonb, images jsonb, safety jsonb, seo jsonb, "publishAt" timestamptz`;
const TAGS = sql`array(select jsonb_array_elements_text(r.tags))`;

/** As they are kept: null where nobody wrote anything. */
export type StoredFacts = Omit<ProductFacts, 'safety' | 'seo'> & {
  safety: ProductFacts['safety'] | null;
  seo: ProductFacts['seo'] | null;
};
export type NewProduct = StoredFacts & { id: string; slug: string; importKey: string | null };

/** New products, behind those that were ordered by hand. */
export async function insertProducts(tx: Database, rows: NewProduct[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${products} (id, slug, import_key, status, vendor, title, subtitle, description_html, tags, tax_class, options,
      images, safety, seo, publish_at, position, updated_at)
    select r.id, r.slug, r."importKey", r.status, r.vendor, r.title, r.subtitle, r."descriptionHtml", ${TAGS}, r."taxClass",
      r.options, r.images, nullif(r.safety, 'null'), nullif(r.seo, 'null'), r."publishAt", 50000, ${at.toISOString()}::timestamptz
    from ${rowsOf(rows, sql`id text, slug text, "importKey" text, ${FACTS}`)}`);
}

/** What a file says about products that are there; their versions rise. */
export async function updateProducts(tx: Database, rows: (StoredFacts & { id: string })[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update ${products} p set status = r.status, vendor = r.vendor, title = r.title, subtitle = r.subtitle,
      description_html = r."descriptionHtml", tags = ${TAGS}, tax_class = r."taxClass", options = r.options, images = r.images,
      safety = nullif(r.safety, 'null'), seo = nullif(r.seo, 'null'), publish_at = r."publishAt", version = p.version + 1, updated_at = ${at.toISOString()}::timestamptz
    from ${rowsOf(rows, sql`id text, ${FACTS}`)} where p.id = r.id`);
}

export type VariantRow = {
  id: string;
  productId: string;
  sku: string;
  optionValues: string[];
  barcode: string;
  weightGrams: number;
  archived: boolean;
  position: number;
  stockBy: number;
};
const VARIANT = sql`id text, "productId" text, sku text, "optionValues" jsonb, barcode text, "weightGrams" integer,
  archived boolean, position integer, "stockBy" integer`;
const VALUES = sql`array(select jsonb_array_elements_text(r."optionValues"))`;

export async function insertVariants(tx: Database, rows: VariantRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${variants} (id, product_id, sku, option_values, position, weight_grams, barcode, archived_at, started, available)
    select r.id, r."productId", r.sku, ${VALUES}, r.position, r."weightGrams", r.barcode,
      case when r.archived then ${at.toISOString()}::timestamptz end, r."stockBy", r."stockBy"
    from ${rowsOf(rows, VARIANT)}`);
}

/** What a file says about variants that are there, but for prices and stock. They keep their place among their sisters. */
export async function updateVariants(tx: Database, rows: VariantRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update ${variants} v set option_values = ${VALUES}, weight_grams = r."weightGrams", barcode = r.barcode
    from ${rowsOf(rows, VARIANT)} where v.id = r.id`);
  // Apart, since it is what the words to search by are made anew for.
  await tx.execute(sql`
    update ${variants} v set archived_at = case when r.archived then ${at.toISOString()}::timestamptz end
    from ${rowsOf(rows, VARIANT)} where v.id = r.id and (v.archived_at is not null) <> r.archived`);
}

/** Books and moves stock by differences; false when one variant would fall below zero: the caller then rolls back. */
export async function moveStocks(
  tx: Database,
  rows: Pick<VariantRow, 'id' | 'stockBy'>[],
  booked: { editId: string; who: string; why: string; at: Date },
): Promise<boolean> {
  if (rows.length === 0) return true;
  const source = rowsOf(rows, sql`id text, "stockBy" integer`);
  const moved = await tx.execute(sql`
    update ${variants} v set adjusted = v.adjusted + r."stockBy", available = v.available + r."stockBy"
    from ${source} where v.id = r.id and v.available + r."stockBy" >= 0`);
  if (moved.rowCount !== rows.length) return false;
  const { editId, who, why, at } = booked;
  await tx.execute(sql`
    insert into ${ledger} (key, variant_id, account, amount, unit, who, why, at)
    select 'adjust:' || ${editId}::text || ':' || r.id || ':' || side.account, r.id, side.account, side.sign * r."stockBy", 'piece',
      ${who}, ${why}, ${at.toISOString()}::timestamptz
    from ${source} cross join (values ('adjusted', -1), ('available', 1)) as side(account, sign)`);
  return true;
}

export type PriceRow = {
  variantId: string;
  currency: string;
  amountMinor: number | null;
  compareAtMinor: number | null;
  lowestBeforeMinor: number | null;
  isNewPrice: boolean;
};
const PRICE = sql`"variantId" text, currency text, "amountMinor" integer, "compareAtMinor" integer, "lowestBeforeMinor" integer,
  "isNewPrice" boolean`;

/** Sets prices and announced reductions; a new price goes into the history. Null ends the sale in that currency. */
export async function writePrices(tx: Database, rows: PriceRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  const source = rowsOf(rows, PRICE);
  await tx.execute(sql`
    delete from ${variantPrices} c using ${source}
    where c.variant_id = r."variantId" and c.currency = r.currency and r."amountMinor" is null`);
  await tx.execute(sql`
    insert into ${variantPrices} (variant_id, currency, amount_minor, compare_at_minor, lowest_before_minor)
    select r."variantId", r.currency, r."amountMinor", r."compareAtMinor", r."lowestBeforeMinor" from ${source}
    where r."amountMinor" is not null
    on conflict (variant_id, currency) do update set amount_minor = excluded.amount_minor,
      compare_at_minor = excluded.compare_at_minor, lowest_before_minor = excluded.lowest_before_minor`);
  await tx.execute(sql`
    insert into ${priceHistory} (variant_id, currency, amount_minor, since)
    select r."variantId", r.currency, r."amountMinor", ${at.toISOString()}::timestamptz from ${source}
    where r."amountMinor" is not null and r."isNewPrice"`);
}

/** Makes collections that are not there yet, and puts products into exactly these of those filled by hand. */
export async function placeMany(
  tx: Database,
  placed: { id: string; collections: string[] }[],
  wanted: { slug: string; title: string }[],
): Promise<void> {
  if (wanted.length > 0)
    await tx.execute(sql`
      insert into ${collections} (slug, title, description, position)
      select distinct on (r.slug) r.slug, jsonb_build_object('de', r.title, 'en', r.title), '{"de": "", "en": ""}'::jsonb, 1000
      from ${rowsOf(wanted, sql`slug text, title text`)} on conflict do nothing`);
  if (placed.length === 0) return;
  const source = rowsOf(placed, sql`id text, collections jsonb`);
  await tx.execute(sql`
    delete from ${collectionProducts} cp using ${source}, ${collections} c
    where cp.product_id = r.id and c.slug = cp.collection_slug and c.rule is null and not (r.collections ? c.slug)`);
  await tx.execute(sql`
    insert into ${collectionProducts} (collection_slug, product_id, position)
    select c.slug, r.id, 50000 from ${source} join ${collections} c on r.collections ? c.slug and c.rule is null
    on conflict do nothing`);
}

/** Takes products away that nobody ever ordered, held or put into a cart; throws where somebody did. */
export async function deleteProducts(tx: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const those = sql.param(ids);
  await tx.execute(sql`delete from ${collectionProducts} where product_id = any(${those})`);
  await tx.execute(sql`
    delete from ${variantPrices} c using ${variants} v where c.variant_id = v.id and v.product_id = any(${those})`);
  await tx.execute(sql`delete from ${variants} where product_id = any(${those})`);
  await tx.execute(sql`delete from ${products} where id = any(${those})`);
}
