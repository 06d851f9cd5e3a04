import { listSearchEntriesLike } from '@/lib/db/product-lookup';
import { listProductCards } from '@/lib/db/products';
import { getSynonyms } from '@/lib/db/settings';
import type { ProductCard } from '@/lib/domain/catalogue/product';
import { meantBy, searchProducts } from '@/lib/domain/messaging/product-search';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Deps } from './deps';

/**
 * The products on sale that a text may mean, by their slugs, best first; at most 500. The same answer in the thread and
 * in the shop. Two queries: the merchant's synonyms, then what the database's trigrams hold for like.
 */
export async function findProducts(deps: Pick<Deps, 'db'>, text: string): Promise<string[]> {
  const synonyms = await getSynonyms(deps.db);
  const words = meantBy(text, synonyms).flat();
  if (words.length === 0) return [];
  return searchProducts(await listSearchEntriesLike(deps.db, words), text, synonyms);
}

/** The best of them as cards, best first, and how many there are in all. */
export async function findProductCards(
  deps: Pick<Deps, 'db'>,
  { text, currency, limit }: { text: string; currency: CurrencyCode; limit: number },
): Promise<{ cards: ProductCard[]; total: number }> {
  const slugs = await findProducts(deps, text);
  if (slugs.length === 0) return { cards: [], total: 0 };
  const best = slugs.slice(0, limit);
  const cards = await listProductCards(deps.db, { currency, slugs: best, limit });
  return {
    cards: best.flatMap((slug) => cards.find((card) => card.slug === slug) ?? []),
    total: slugs.length,
  };
}
