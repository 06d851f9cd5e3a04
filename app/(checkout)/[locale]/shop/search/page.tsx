import type { Metadata } from 'next';
import { SearchPage } from '@/components/shop/search-page';
import { countProducts, getCollection, listProductCards } from '@/lib/db/products';
import { shopWords } from '@/lib/domain/words/shop';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { readSearch, SEARCH_PAGE_SIZE } from '@/lib/server/search-params';
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
  const asked = readSearch(await searchParams);
  const { db } = await getDeps();
  const collection = asked.collection ? await getCollection(db, asked.collection) : null;
  const wish = { words: asked.words, collection: collection?.slug, currency: market.currency };
  const [shop, total, cards] = await Promise.all([
    readShop(),
    countProducts(db, wish),
    listProductCards(db, {
      ...wish,
      limit: SEARCH_PAGE_SIZE,
      offset: (asked.page - 1) * SEARCH_PAGE_SIZE,
    }),
  ]);
  const pages = Math.max(1, Math.ceil(total / SEARCH_PAGE_SIZE));
  return (
    <SearchPage
      market={market}
      shopName={shop.name}
      words={asked.words}
      collection={collection}
      cards={cards}
      total={total}
      page={asked.page}
      pages={pages}
    />
  );
}
