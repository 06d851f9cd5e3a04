import { and, eq } from 'drizzle-orm';
import type { Attempt } from './attempts';
import { listLineQuantities, setCartLine } from './carts';
import type { Database } from './client';
import { carts } from './schema/shoppers';
import { together } from './transaction';

/**
 * Closes the cart that was paid. What she added while the payment was under way (another tab, a slow 3-D Secure)
 * stays: it moves to a new open cart.
 */
export async function closeOrderedCart(
  tx: Database,
  { attempt, newCartId, at }: { attempt: Attempt; newCartId: string; at: Date },
): Promise<void> {
  const [[cart], present] = await together([
    tx.select().from(carts).where(eq(carts.id, attempt.cartId)).for('update'),
    listLineQuantities(tx, attempt.cartId),
  ]);
  if (cart?.status === 'native') {
    await tx.update(carts).set({ status: 'ordered', updatedAt: at }).where(eq(carts.id, cart.id));
    return;
  }
  if (cart?.status !== 'open') return;
  await tx
    .update(carts)
    .set({ status: 'ordered', updatedAt: at })
    .where(and(eq(carts.id, cart.id), eq(carts.status, 'open')));

  const bought = new Map(attempt.quote.lines.map((line) => [line.variantId as string, line.quantity]));
  const left = [...present].map(([variantId, quantity]) => ({
    variantId,
    quantity: quantity - (bought.get(variantId) ?? 0),
  }));
  const staying = left.filter((line) => line.quantity > 0);
  if (staying.length === 0) return;
  await tx
    .insert(carts)
    .values({ id: newCartId, shopperId: cart.shopperId, status: 'open', createdAt: at, updatedAt: at });
  for (const line of staying) await setCartLine(tx, { cartId: newCartId, ...line, at });
}
