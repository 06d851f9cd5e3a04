import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from './client';
import { orderViews } from './schema/order-desk';

export type OrderView = { id: string; name: string; query: string };

/** The searches that somebody at the desk gave a name, by name. */
export async function listOrderViews(db: Database): Promise<OrderView[]> {
  const { id, name, query } = orderViews;
  return db.select({ id, name, query }).from(orderViews).orderBy(asc(name)).limit(30);
}

/** Keeps a search under a name; a name that is there already takes the new search. */
export async function saveOrderView(db: Database, view: OrderView & { at: Date }): Promise<void> {
  await db
    .insert(orderViews)
    .values({ id: view.id, name: view.name, query: view.query, createdAt: view.at })
    .onConflictDoUpdate({ target: orderViews.name, set: { query: sql`excluded.query` } });
}

export async function deleteOrderView(db: Database, id: string): Promise<void> {
  await db.delete(orderViews).where(eq(orderViews.id, id));
}
