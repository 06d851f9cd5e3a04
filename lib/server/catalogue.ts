import 'server-only';
import { unstable_cache } from 'next/cache';
import { getPublishedHome } from '@/lib/db/home';
import { loadFront } from '@/lib/db/home-front';
import { getCollection, getProductBySlug, listCollections, listProductCards } from '@/lib/db/products';
import { listShownReviews } from '@/lib/db/reviews';
import { getSellingTerms } from '@/lib/db/selling-terms';
import { getShopSettings } from '@/lib/db/settings';
import { listSuggestions } from '@/lib/db/suggestions';
import type { Language } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import { getDeps } from './wiring';

/**
 * The one place where catalogue reads are kept: whoever changes the catalogue has this tag revalidated, and with it
 * every static page that was made from these reads.
 */
export const CATALOGUE_TAG = 'catalogue';

/** How many reviews stand on a product's own page; the others have one of theirs. */
export const REVIEWS_ON_PAGE = 3;

const kept: { tags: string[]; revalidate: false } = { tags: [CATALOGUE_TAG], revalidate: false };

export const readShop = unstable_cache(async () => getShopSettings((await getDeps()).db), ['shop'], kept);

/** How the shop sends, for pages that say so: what a cart costs is asked of the database. */
export const readTerms = unstable_cache(async () => getSellingTerms((await getDeps()).db), ['terms'], kept);

/** The front page: what the merchant published, or each collection with its first products. */
export const readFront = unstable_cache(
  async (currency: CurrencyCode) => {
    const { db } = await getDeps();
    const published = await getPublishedHome(db);
    return loadFront(db, published?.blocks ?? [], currency);
  },
  ['front'],
  kept,
);

export const readCollections = unstable_cache(
  async (currency: CurrencyCode) => listCollections((await getDeps()).db, currency),
  ['collections'],
  kept,
);

export const readCollection = unstable_cache(
  async (slug: string, currency: CurrencyCode, limit: number) => {
    const { db } = await getDeps();
    const collection = await getCollection(db, slug);
    return collection && { collection, cards: await listProductCards(db, { currency, collection: slug, limit }) };
  },
  ['collection'],
  kept,
);

/** What somebody may be about to type: collections and the first products, by name. */
export const readSuggestions = unstable_cache(
  async (language: Language) => listSuggestions((await getDeps()).db, language),
  ['suggestions'],
  kept,
);

const readKnownProduct = unstable_cache(
  async (slug: string) => {
    const { db } = await getDeps();
    const product = await getProductBySlug(db, slug);
    const reviews = product && product.ratingCount > 0 ? await listShownReviews(db, product.id, REVIEWS_ON_PAGE) : [];
    return product && { product, reviews };
  },
  ['product'],
  kept,
);

/** A product that people may see: on sale or archived. A draft is as absent as a slug that nobody ever gave. */
export async function readProduct(slug: string) {
  return (await readProductPage(slug))?.product ?? null;
}

/** The same with what buyers said of it last. */
export async function readProductPage(slug: string) {
  if (!/^[a-z0-9][a-z0-9_-]{0,119}$/.test(slug)) return null;
  const known = await readKnownProduct(slug);
  return known?.product.status === 'draft' ? null : known;
}
