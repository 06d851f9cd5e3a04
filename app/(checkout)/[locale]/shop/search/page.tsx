import type { Metadata } from 'next';
import { SearchPage } from '@/components/shop/search-page';
import { browseProducts, listFacets } from '@/lib/db/browse-products';
import { getCollection } from '@/lib/db/products';
import { isFiltered } from '@/lib/domain/catalogue/browse';
import { writtenLanguage } from '@/lib/domain/page-language';
import { shopWords } from '@/lib/domain/words/shop';
import { findProducts } from '@/lib/flows/find-products';
import { readShop, readSuggestions } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { readSearch, SEARCH_PAGE_SIZE } from '@/lib/server/search-params';
import { readSeen } from '@/lib/server/seen';
import { getDeps } from '@/lib/server/wiring';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: shopWords[(await marketFromParams(params)).language].search.title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const asked = readSearch(await searchParams, market.currency);
  const deps = await getDeps();
  const [collection, found] = await Promise.all([
    asked.collection ? getCollection(deps.db, asked.collection) : null,
    asked.words ? findProducts(deps, asked.words) : undefined,
  ]);
  const shelf = { currency: market.currency, collection: collection?.slug, found };
  const { words: _words, collection: _collection, ...narrowed } = asked;
  const isLooking = Boolean(asked.words || asked.collection || asked.after || isFiltered(asked));
  const [shop, page, facets, suggestions, seen] = await Promise.all([
    readShop(),
    browseProducts(deps.db, { ...shelf, ...narrowed, limit: SEARCH_PAGE_SIZE }),
    listFacets(deps.db, shelf),
    readSuggestions(writtenLanguage(market.language)),
    isLooking ? [] : readSeen(market),
  ]);
  return (
    <SearchPage
      market={market}
      shopName={shop.name}
      asked={asked}
      collection={collection}
      {...page}
      facets={facets}
      suggestions={suggestions}
      seen={seen}
    />
  );
}
