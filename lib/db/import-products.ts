import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { CatalogueForm } from '@/lib/domain/catalogue/import/catalogue-form';
import type { Database } from './client';
import { collectionProducts, collections, products, variants } from './schema/catalogue';

export type KnownImport = { id: string; slug: string; importHash: string | null };

/** What earlier imports left, by import key. */
export async function listImported(tx: Database, importKeys: string[]): Promise<Map<string, KnownImport>> {
  const rows = await tx
    .select({ importKey: products.importKey, id: products.id, slug: products.slug, importHash: products.importHash })
    .from(products)
    .where(inArray(products.importKey, importKeys));
  return new Map(rows.flatMap(({ importKey, ...known }) => (importKey ? [[importKey, known] as const] : [])));
}

/** Which of these addresses belong to products that came from elsewhere. */
export async function listTakenSlugs(tx: Database, slugs: string[], importKeys: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ slug: products.slug })
    .from(products)
    .where(
      and(
        inArray(products.slug, slugs),
        sql`(${products.importKey} is null or ${notInArray(products.importKey, importKeys)})`,
      ),
    );
  return new Set(rows.map((row) => row.slug));
}

type Saved = { id: string; slug: string; importHash: string; at: Date };

/** Writes a product's own row: a new one, or what the file now says of a known one. */
export async function saveImportedProduct(tx: Database, form: CatalogueForm, saved: Saved): Promise<void> {
  const { status, vendor, title, descriptionHtml, tags, options, images, importKey } = form;
  const said = { status, vendor, title, descriptionHtml, tags, options, images, importHash: saved.importHash };
  await tx
    .insert(products)
    .values({
      ...said,
      id: saved.id,
      slug: saved.slug,
      importKey,
      subtitle: { de: '', en: '' },
      position: 50_000,
      updatedAt: saved.at,
    })
    .onConflictDoUpdate({
      target: products.id,
      set: { ...said, version: sql`${products.version} + 1`, updatedAt: saved.at },
    });
}

export type VariantRow = { id: string; productId: string; sku: string; available: number };

/** Variants that carry one of these SKUs, or belong to this product. */
export async function listVariantsFor(tx: Database, productId: string, skus: string[]): Promise<VariantRow[]> {
  return tx
    .select({ id: variants.id, productId: variants.productId, sku: variants.sku, available: variants.available })
    .from(variants)
    .where(sql`${variants.productId} = ${productId} or ${inArray(variants.sku, skus)}`);
}

export type VariantFacts = { optionValues: string[]; position: number; weightGrams: number };

export async function insertImportedVariant(
  tx: Database,
  row: VariantFacts & { id: string; productId: string; sku: string; stock: number },
): Promise<void> {
  const { stock, ...facts } = row;
  await tx.insert(variants).values({ ...facts, started: stock, available: stock });
}

export async function updateImportedVariant(tx: Database, id: string, facts: VariantFacts): Promise<void> {
  await tx
    .update(variants)
    .set({ ...facts, archivedAt: null })
    .where(eq(variants.id, id));
}

/** Takes variants that the file no longer holds off sale; orders keep their names. */
export async function archiveVariants(tx: Database, ids: string[], at: Date): Promise<void> {
  if (ids.length > 0) await tx.update(variants).set({ archivedAt: at }).where(inArray(variants.id, ids));
}

/** Puts a product into its collections, making those that are not there yet. */
export async function placeInCollections(tx: Database, productId: string, placed: CatalogueForm['collections']) {
  await tx.delete(collectionProducts).where(eq(collectionProducts.productId, productId));
  for (const { slug, title } of placed) {
    await tx
      .insert(collections)
      .values({ slug, title: { de: title, en: title }, description: { de: '', en: '' }, position: 1_000 })
      .onConflictDoNothing();
    await tx.insert(collectionProducts).values({ collectionSlug: slug, productId, position: 50_000 });
  }
}
