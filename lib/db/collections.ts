import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CollectionRule } from '@/lib/domain/catalogue/collection-rule';
import type { LocalizedText } from '@/lib/domain/market';
import type { Database } from './client';
import { collectionProducts, collections, products } from './schema/catalogue';

const IN_ORDER = [asc(collections.position), asc(collections.slug)] as const;

/** The collections that are filled by hand, in the merchant's order. */
export async function listHandCollections(db: Database): Promise<{ slug: string; title: LocalizedText }[]> {
  return db
    .select({ slug: collections.slug, title: collections.title })
    .from(collections)
    .where(isNull(collections.rule))
    .orderBy(...IN_ORDER);
}

export type CollectionRow = { slug: string; title: LocalizedText; rule: CollectionRule | null; products: number };

/** Every collection with how many products stand in it, in the merchant's order. */
export async function listAllCollections(db: Database): Promise<CollectionRow[]> {
  return db
    .select({
      slug: collections.slug,
      title: collections.title,
      rule: collections.rule,
      products: sql<number>`(
        select count(*)::int from collection_products cp where cp.collection_slug = "collections"."slug")`,
    })
    .from(collections)
    .orderBy(...IN_ORDER);
}

/** A collection and, where it is filled by hand, its first thousand products in order; null when there is none. */
export async function getCollectionForMerchant(db: Database, slug: string) {
  const [collection] = await db.select().from(collections).where(eq(collections.slug, slug));
  if (!collection) return null;
  const members = await db
    .select({ slug: products.slug, title: products.title })
    .from(collectionProducts)
    .innerJoin(products, eq(products.id, collectionProducts.productId))
    .where(eq(collectionProducts.collectionSlug, slug))
    .orderBy(asc(collectionProducts.position), asc(products.position), asc(products.slug))
    .limit(1_000);
  return { ...collection, members };
}

/** A collection's version for this transaction, or null. */
export async function lockCollection(tx: Database, slug: string): Promise<number | null> {
  const [row] = await tx
    .select({ version: collections.version })
    .from(collections)
    .where(eq(collections.slug, slug))
    .for('update');
  return row?.version ?? null;
}

export type CollectionFacts = Pick<typeof collections.$inferInsert, 'title' | 'description' | 'rule'>;

/** A new collection behind all others, under the wished address or one with a number behind it. */
export async function insertCollection(tx: Database, wished: string, facts: CollectionFacts): Promise<string> {
  const taken = new Set((await tx.select({ slug: collections.slug }).from(collections)).map((row) => row.slug));
  let slug = wished;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wished}-${number}`;
  const position = sql<number>`coalesce((select max(position) from collections), 0) + 10`;
  await tx.insert(collections).values({ ...facts, slug, position });
  return slug;
}

export async function updateCollection(tx: Database, slug: string, facts: CollectionFacts): Promise<void> {
  await tx
    .update(collections)
    .set({ ...facts, version: sql`${collections.version} + 1` })
    .where(eq(collections.slug, slug));
}

/** Fills a collection by hand: these products, by address, in this order. Unknown addresses are passed over. */
export async function setMembers(tx: Database, slug: string, members: string[]): Promise<void> {
  await tx.delete(collectionProducts).where(eq(collectionProducts.collectionSlug, slug));
  await tx.execute(sql`
    insert into ${collectionProducts} (collection_slug, product_id, position)
    select ${slug}, p.id, member.place * 10
    from unnest(${sql.param(members)}::text[]) with ordinality as member(slug, place)
    join ${products} p on p.slug = member.slug`);
}

/**
 * Makes collections that fill themselves hold what their rules say: of some products, or of all for one collection. Whoever
 * changes tags, vendor or a rule calls it in the same transaction.
 */
export async function renewRuled(
  tx: Database,
  of: { productId: string } | { productIds: string[] } | { slug: string },
): Promise<void> {
  const ids = 'productIds' in of ? of.productIds : 'productId' in of ? [of.productId] : [];
  const scope = 'slug' in of ? sql`c.slug = ${of.slug}` : sql`p.id = any(${sql.param(ids)})`;
  const fits = sql`(c.rule ->> 'vendor' = '' or p.vendor = c.rule ->> 'vendor') and not exists (
    select 1 from jsonb_array_elements_text(c.rule -> 'tags') tag
    where not exists (select 1 from unnest(p.tags) own where lower(own) = lower(tag)))`;
  await tx.execute(sql`
    delete from ${collectionProducts} cp using ${collections} c, ${products} p
    where cp.collection_slug = c.slug and cp.product_id = p.id and c.rule is not null and ${scope} and not (${fits})`);
  await tx.execute(sql`
    insert into ${collectionProducts} (collection_slug, product_id, position)
    select c.slug, p.id, p.position from ${collections} c cross join ${products} p
    where c.rule is not null and ${scope} and ${fits}
    on conflict do nothing`);
}

/** Lets a collection change places with its neighbour; false where there is none. */
export async function swapCollections(tx: Database, slug: string, by: number): Promise<boolean> {
  const all = await tx
    .select({ slug: collections.slug })
    .from(collections)
    .orderBy(...IN_ORDER)
    .for('update');
  const from = all.findIndex((row) => row.slug === slug);
  const moved = all[from];
  if (!moved || from + by < 0 || from + by >= all.length) return false;
  const order = all.toSpliced(from, 1).toSpliced(from + by, 0, moved);
  for (const [at, row] of order.entries())
    await tx
      .update(collections)
      .set({ position: (at + 1) * 10 })
      .where(and(eq(collections.slug, row.slug), sql`${collections.position} <> ${(at + 1) * 10}`));
  return true;
}

/** Products to choose from, by title: address and title. */
export async function listMemberChoices(
  db: Database,
  limit: number,
): Promise<{ slug: string; title: LocalizedText }[]> {
  return db
    .select({ slug: products.slug, title: products.title })
    .from(products)
    .where(sql`${products.status} <> 'archived'`)
    .orderBy(asc(products.position), asc(products.id))
    .limit(limit);
}
