import { and, eq, inArray, isNull } from 'drizzle-orm';
import { MAX_LINES } from '@/lib/domain/cart/cart';
import { asId, type ShopperId, type VariantId } from '@/lib/domain/ids';
import { listLineQuantities, lockOpenCart, setCartLine, touchCart } from './carts';
import type { Database } from './client';
import { products, variants } from './schema/catalogue';

/** What of these SKUs can be bought now. */
export async function listVariantsOfSkus(
  db: Database,
  skus: string[],
): Promise<{ id: VariantId; sku: string; available: number }[]> {
  if (skus.length === 0) return [];
  const rows = await db
    .select({ id: variants.id, sku: variants.sku, available: variants.available })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(inArray(variants.sku, skus), eq(products.status, 'active'), isNull(variants.archivedAt)));
  return rows.filter((row) => row.available > 0).map((row) => ({ ...row, id: asId<VariantId>(row.id) }));
}

type Filling = {
  /** For a cart that is not there yet. */
  cartId: string;
  shopperId: ShopperId;
  lines: { variantId: VariantId; quantity: number }[];
  at: Date;
};

/**
 * Lays lines into her cart, in the caller's transaction: at least as many pieces of each as asked, so that a link that is
 * followed twice fills it once. What lies there stays; a full cart takes no further line.
 */
export async function fillCart(tx: Database, { cartId, shopperId, lines, at }: Filling): Promise<void> {
  const cart = await lockOpenCart(tx, { id: cartId, shopperId, at });
  const present = await listLineQuantities(tx, cart.id);
  let changed = false;
  for (const { variantId, quantity } of lines) {
    const has = present.get(variantId) ?? 0;
    if (has >= quantity || (has === 0 && present.size >= MAX_LINES)) continue;
    present.set(variantId, quantity);
    await setCartLine(tx, { cartId: cart.id, variantId, quantity, at });
    changed = true;
  }
  if (changed) await touchCart(tx, cart.id, at);
}
