import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { UPLOADED } from '@/lib/domain/catalogue/picture';
import type { ProductImage, ProductStatus } from '@/lib/domain/catalogue/product';
import type { Database } from './client';
import { pictures, products, variantPrices, variants } from './schema/catalogue';

export type LockedProduct = {
  id: string;
  slug: string;
  status: ProductStatus;
  images: ProductImage[];
  priced: boolean;
};

/** These products for this transaction, always in the same order; `priced`: some variant is sold in some currency. */
export async function lockProducts(tx: Database, ids: string[]): Promise<LockedProduct[]> {
  return tx
    .select({
      id: products.id,
      slug: products.slug,
      status: products.status,
      images: products.images,
      priced: sql<boolean>`exists (
        select 1 from ${variants} v join ${variantPrices} price on price.variant_id = v.id
        where v.product_id = "products"."id" and v.archived_at is null)`,
    })
    .from(products)
    .where(inArray(products.id, ids))
    .orderBy(asc(products.id))
    .for('update', { of: products });
}

/** Sets the state of many products; pictures of those that go on sale are public from then on. */
export async function setStatuses(tx: Database, ids: string[], status: ProductStatus, at: Date): Promise<void> {
  await tx
    .update(products)
    .set({ status, publishAt: null, version: sql`${products.version} + 1`, updatedAt: at })
    .where(inArray(products.id, ids));
  if (status === 'active') await showPictures(tx, ids, at);
}

/** From now on people may see the uploaded pictures of these products. */
export async function showPictures(tx: Database, productIds: string[], at: Date): Promise<void> {
  await tx.execute(sql`
    update ${pictures} set public_at = ${at} where public_at is null and ${UPLOADED} || id in (
      select image ->> 'file' from ${products} p cross join lateral jsonb_array_elements(p.images) image
      where p.id = any(${sql.param(productIds)}))`);
}

export async function raiseVersions(tx: Database, ids: string[], at: Date): Promise<void> {
  await tx
    .update(products)
    .set({ version: sql`${products.version} + 1`, updatedAt: at })
    .where(inArray(products.id, ids));
}

/** Every price of these products' variants. */
export async function listPricesOf(tx: Database, productIds: string[]) {
  return tx
    .select({
      variantId: variantPrices.variantId,
      currency: variantPrices.currency,
      amountMinor: variantPrices.amountMinor,
    })
    .from(variantPrices)
    .innerJoin(variants, eq(variants.id, variantPrices.variantId))
    .where(and(inArray(variants.productId, productIds), isNull(variants.archivedAt)))
    .orderBy(asc(variantPrices.variantId), asc(variantPrices.currency));
}

/** The variants of these products that are not archived, always in the same order. */
export async function listVariantIdsOf(
  tx: Database,
  productIds: string[],
): Promise<{ id: string; productId: string }[]> {
  return tx
    .select({ id: variants.id, productId: variants.productId })
    .from(variants)
    .where(and(inArray(variants.productId, productIds), isNull(variants.archivedAt)))
    .orderBy(asc(variants.id));
}
