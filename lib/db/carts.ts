import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Cart, CartLine } from '@/lib/domain/cart/cart';
import { type ProductOption, variantTitle } from '@/lib/domain/catalogue/product';
import { asId, type CartId, type ShopperId, type VariantId } from '@/lib/domain/ids';
import type { Database } from './client';
import { collectionProducts, products, variantPrices, variants } from './schema/catalogue';
import { cartLines, carts } from './schema/shoppers';
import { together } from './transaction';

export type OpenCart = Cart & {
  sealedDetails: string | null;
  shippingOptionId: string | null;
  discountCode: string | null;
  sealedNote: string | null;
  isGift: boolean;
};

/** Her open cart with everything the catalogue says about its lines, or null before the first line. Two queries. */
export async function getOpenCart(db: Database, shopperId: ShopperId): Promise<OpenCart | null> {
  const [cart] = await db
    .select()
    .from(carts)
    .where(and(eq(carts.shopperId, shopperId), eq(carts.status, 'open')));
  if (!cart) return null;
  return {
    id: asId<CartId>(cart.id),
    version: cart.version,
    lines: await listCartLines(db, cart.id),
    sealedDetails: cart.sealedDetails,
    shippingOptionId: cart.shippingOptionId,
    discountCode: cart.discountCode,
    sealedNote: cart.sealedNote,
    isGift: cart.isGift,
  };
}

/** A cart of one piece for Messenger's own Buy button, beside her open one. */
export async function insertNativeCart(
  tx: Database,
  cart: { id: string; shopperId: ShopperId; variantId: string; at: Date },
): Promise<void> {
  const { id, shopperId, variantId, at } = cart;
  await tx.insert(carts).values({ id, shopperId, status: 'native', createdAt: at, updatedAt: at });
  await setCartLine(tx, { cartId: id, variantId, quantity: 1, at });
}

/** A variant as if one piece of it lay in a cart; null when there is no such variant. */
export async function getLineOfVariant(db: Database, variantId: string): Promise<CartLine | null> {
  const [row] = await db
    .select({ variant: variants, product: products, prices: pricesOf(), collections: collectionsOf() })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(variants.id, variantId));
  return row ? lineOf({ ...row, line: { quantity: 1 } }) : null;
}

/** Several variants as if one piece of each lay in a cart, by id. One query. */
export async function listLinesOfVariants(db: Database, variantIds: readonly string[]): Promise<Map<string, CartLine>> {
  if (variantIds.length === 0) return new Map();
  const rows = await db
    .select({ variant: variants, product: products, prices: pricesOf(), collections: collectionsOf() })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(variants.id, [...variantIds]));
  return new Map(rows.map((row) => [row.variant.id, lineOf({ ...row, line: { quantity: 1 } })]));
}

/** The lines of a cart with everything the catalogue says about them, oldest first. */
export async function listCartLines(db: Database, cartId: string): Promise<CartLine[]> {
  const rows = await db
    .select({ line: cartLines, variant: variants, product: products, prices: pricesOf(), collections: collectionsOf() })
    .from(cartLines)
    .innerJoin(variants, eq(variants.id, cartLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(cartLines.cartId, cartId))
    .orderBy(asc(cartLines.addedAt), asc(cartLines.variantId));
  return rows.map(lineOf);
}

type LineRow = {
  line: { quantity: number };
  variant: typeof variants.$inferSelect;
  product: typeof products.$inferSelect;
  prices: Record<string, number> | null;
  collections: string[];
};

function lineOf({ line, variant, product, prices, collections }: LineRow): CartLine {
  return {
    variantId: asId<VariantId>(variant.id),
    quantity: line.quantity,
    sku: variant.sku,
    productSlug: product.slug,
    collections,
    title: product.title,
    variantTitle: titlesOf(product.options, variant.optionValues),
    prices: prices ?? {},
    available: variant.available,
    status: variant.archivedAt ? 'archived' : product.status,
    taxClass: product.taxClass,
    weightGrams: variant.weightGrams,
    image: product.images[0] ?? null,
  };
}

function pricesOf() {
  return sql<Record<string, number> | null>`(
    select jsonb_object_agg(${variantPrices.currency}, ${variantPrices.amountMinor})
    from ${variantPrices} where ${variantPrices.variantId} = ${variants.id})`;
}

function collectionsOf() {
  return sql<string[]>`array(
    select ${collectionProducts.collectionSlug} from ${collectionProducts}
    where ${collectionProducts.productId} = ${products.id} order by 1)`;
}

function titlesOf(options: ProductOption[], values: string[]) {
  return { de: variantTitle({ options }, values, 'de'), en: variantTitle({ options }, values, 'en') };
}

/** How many pieces lie in her cart: what the badge shows. */
export async function countCartPieces(db: Database, shopperId: ShopperId): Promise<number> {
  const [row] = await db
    .select({ pieces: sql<number>`coalesce(sum(${cartLines.quantity}), 0)::int` })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .where(and(eq(carts.shopperId, shopperId), eq(carts.status, 'open')));
  return row?.pieces ?? 0;
}

/** Takes her open cart's row for this transaction, making one if there is none: changes of one cart stand in line. */
export async function lockOpenCart(tx: Database, input: { id: string; shopperId: ShopperId; at: Date }) {
  // The cart that stood in the way may have been ordered while we waited for its row: then the second round makes one.
  for (const id of [input.id, `${input.id}-2`]) {
    const [, [cart]] = await together([
      tx
        .insert(carts)
        .values({ id, shopperId: input.shopperId, status: 'open', createdAt: input.at, updatedAt: input.at })
        .onConflictDoNothing(),
      tx
        .select()
        .from(carts)
        .where(and(eq(carts.shopperId, input.shopperId), eq(carts.status, 'open')))
        .for('update'),
    ]);
    if (cart) return cart;
  }
  throw new Error('an open cart was just made and is not there');
}

export async function listLineQuantities(tx: Database, cartId: string): Promise<Map<string, number>> {
  const rows = await tx.select().from(cartLines).where(eq(cartLines.cartId, cartId));
  return new Map(rows.map((row) => [row.variantId, row.quantity]));
}

/** Sets one line; 0 removes it. The caller raises the version with `touchCart`. */
export async function setCartLine(
  tx: Database,
  line: { cartId: string; variantId: string; quantity: number; at: Date },
) {
  if (line.quantity === 0) {
    await tx.delete(cartLines).where(and(eq(cartLines.cartId, line.cartId), eq(cartLines.variantId, line.variantId)));
    return;
  }
  await tx
    .insert(cartLines)
    .values({ cartId: line.cartId, variantId: line.variantId, quantity: line.quantity, addedAt: line.at })
    .onConflictDoUpdate({ target: [cartLines.cartId, cartLines.variantId], set: { quantity: line.quantity } });
}

export async function touchCart(tx: Database, cartId: string, at: Date): Promise<void> {
  await tx
    .update(carts)
    .set({ version: sql`${carts.version} + 1`, updatedAt: at })
    .where(eq(carts.id, cartId));
}

/** Keeps what she typed into the checkout, sealed by the caller. Does not count as a change of the cart. */
export async function keepCheckoutDetails(
  db: Database,
  input: { shopperId: ShopperId; sealedDetails: string; shippingOptionId: string | null },
): Promise<void> {
  await db
    .update(carts)
    .set({ sealedDetails: input.sealedDetails, shippingOptionId: input.shippingOptionId })
    .where(and(eq(carts.shopperId, input.shopperId), eq(carts.status, 'open')));
}

/** Variants of an active product by its slug, with their option values: what the add form picks from. */
export async function listPurchasableVariants(db: Database, slug: string) {
  return db
    .select({
      id: variants.id,
      sku: variants.sku,
      optionValues: variants.optionValues,
      options: products.options,
      available: variants.available,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(products.slug, slug), eq(products.status, 'active'), sql`${variants.archivedAt} is null`))
    .orderBy(asc(variants.position));
}

/** Current stock of several variants by id. */
export async function listStock(db: Database, ids: string[]): Promise<Map<string, { sku: string; available: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: variants.id, sku: variants.sku, available: variants.available })
    .from(variants)
    .where(inArray(variants.id, ids));
  return new Map(rows.map((row) => [row.id, { sku: row.sku, available: row.available }]));
}
