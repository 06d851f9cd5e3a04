import { asc, eq } from 'drizzle-orm';
import { type Language, textIn } from '@/lib/domain/market';
import type { Database } from './client';
import { listCollections } from './products';
import { products } from './schema/catalogue';

const MOST = 40;

/** Names to complete a search with, each once: collections, then products in the merchant's order. Two queries. */
export async function listSuggestions(db: Database, language: Language): Promise<string[]> {
  const [collections, titles] = await Promise.all([
    listCollections(db),
    db
      .select({ title: products.title })
      .from(products)
      .where(eq(products.status, 'active'))
      .orderBy(asc(products.position), asc(products.slug))
      .limit(MOST),
  ]);
  return [...new Set([...collections, ...titles].map(({ title }) => textIn(title, language)))].filter(Boolean);
}
