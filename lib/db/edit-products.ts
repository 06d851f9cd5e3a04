import { and, eq, sql } from 'drizzle-orm';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { priceHistory, products, variantPrices, variants } from './schema/catalogue';
import { ledger } from './schema/orders';

export type EditedProduct = { id: string; slug: string; version: number };

/** A product's row for this transaction, or null. Whoever edits a product stands in line here. */
export async function lockProduct(tx: Database, productId: string): Promise<EditedProduct | null> {
  const [row] = await tx
    .select({ id: products.id, slug: products.slug, version: products.version })
    .from(products)
    .where(eq(products.id, productId))
    .for('update');
  return row ?? null;
}

export async function raiseProductVersion(tx: Database, productId: string, at: Date): Promise<void> {
  await tx
    .update(products)
    .set({ version: sql`${products.version} + 1`, updatedAt: at })
    .where(eq(products.id, productId));
}

/** The prices of a variant of this product by currency, or null when the product has no such variant. */
export async function getVariantPrices(
  tx: Database,
  key: { productId: string; variantId: string },
): Promise<Partial<Record<string, number>> | null> {
  const rows = await tx
    .select({ currency: variantPrices.currency, amountMinor: variantPrices.amountMinor })
    .from(variants)
    .leftJoin(variantPrices, eq(variantPrices.variantId, variants.id))
    .where(and(eq(variants.id, key.variantId), eq(variants.productId, key.productId)));
  if (rows.length === 0) return null;
  return Object.fromEntries(
    rows.flatMap((row) => (row.currency === null || row.amountMinor === null ? [] : [[row.currency, row.amountMinor]])),
  );
}

/** Sets a price and writes it into the history; null ends the sale in that currency. What was announced as a reduction no longer is. */
export async function setVariantPrice(
  tx: Database,
  price: { variantId: string; currency: CurrencyCode; amountMinor: number | null; at: Date },
): Promise<void> {
  const { variantId, currency, amountMinor, at } = price;
  if (amountMinor === null) {
    await tx
      .delete(variantPrices)
      .where(and(eq(variantPrices.variantId, variantId), eq(variantPrices.currency, currency)));
    return;
  }
  await tx
    .insert(variantPrices)
    .values({ variantId, currency, amountMinor })
    .onConflictDoUpdate({
      target: [variantPrices.variantId, variantPrices.currency],
      set: { amountMinor, compareAtMinor: null, lowestBeforeMinor: null },
    });
  await tx.insert(priceHistory).values({ variantId, currency, amountMinor, since: at });
}

export type StockChange = {
  editId: string;
  variantId: string;
  difference: number;
  who: string;
  why: string;
  at: Date;
};

/** Books a merchant's change of stock; false when this very edit was booked before. */
export async function bookStockChange(tx: Database, change: StockChange): Promise<boolean> {
  const { editId, variantId, difference, who, why, at } = change;
  const row = { variantId, unit: 'piece', who, why, at };
  const key = `adjust:${editId}:${variantId}`;
  const booked = await tx
    .insert(ledger)
    .values([
      { ...row, key: `${key}:adjusted`, account: 'adjusted', amount: -difference },
      { ...row, key: `${key}:available`, account: 'available', amount: difference },
    ])
    .onConflictDoNothing()
    .returning({ id: ledger.id });
  return booked.length > 0;
}

/** Changes what is on the shelf; false, and nothing changed, when it would fall below zero. */
export async function moveStock(
  tx: Database,
  { variantId, difference }: Pick<StockChange, 'variantId' | 'difference'>,
): Promise<boolean> {
  const rows = await tx
    .update(variants)
    .set({
      adjusted: sql`${variants.adjusted} + ${difference}`,
      available: sql`${variants.available} + ${difference}`,
    })
    .where(and(eq(variants.id, variantId), sql`${variants.available} + ${difference} >= 0`))
    .returning({ id: variants.id });
  return rows.length === 1;
}

/** The slug of the product that a variant belongs to, or null when there is no such variant. */
export async function getSlugOfVariant(db: Database, variantId: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: products.slug })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(variants.id, variantId));
  return row?.slug ?? null;
}
