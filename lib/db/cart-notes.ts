import { eq, sql } from 'drizzle-orm';
import type { Database } from './client';
import { orders, paymentAttempts } from './schema/orders';
import { carts } from './schema/shoppers';

export type CartNote = { cartId: string; sealedNote: string | null; isGift: boolean };

/** Does not count as a change of the cart: it changes no price. */
export async function putCartNote(tx: Database, cartId: string, note: Omit<CartNote, 'cartId'>): Promise<void> {
  await tx.update(carts).set(note).where(eq(carts.id, cartId));
}

const COLUMNS = { cartId: carts.id, sealedNote: carts.sealedNote, isGift: carts.isGift };

/** What lies with the cart that an order was made of; null where there is neither note nor present. */
export async function getNoteOfOrder(db: Database, orderId: string): Promise<CartNote | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(orders)
    .innerJoin(paymentAttempts, eq(paymentAttempts.id, orders.attemptId))
    .innerJoin(carts, eq(carts.id, paymentAttempts.cartId))
    .where(sql`${orders.id} = ${orderId} and (${carts.sealedNote} is not null or ${carts.isGift})`);
  return row ?? null;
}
