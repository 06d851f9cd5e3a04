import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from './client';
import { products } from './schema/catalogue';

/** Drafts whose time to go on sale has come, earliest first. */
export async function listDueDrafts(db: Database, at: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.status, 'draft'), lte(products.publishAt, at)))
    .orderBy(asc(products.publishAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Puts a draft on sale whose time has come; its address, or null where somebody else did something with it meanwhile. */
export async function publishDraft(tx: Database, productId: string, at: Date): Promise<string | null> {
  const [row] = await tx
    .update(products)
    .set({ status: 'active', publishAt: null, version: sql`${products.version} + 1`, updatedAt: at })
    .where(and(eq(products.id, productId), eq(products.status, 'draft'), lte(products.publishAt, at)))
    .returning({ slug: products.slug });
  return row?.slug ?? null;
}
