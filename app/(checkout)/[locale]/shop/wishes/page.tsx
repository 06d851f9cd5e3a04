import type { Metadata } from 'next';
import { WishesPage } from '@/components/shop/wishes-page';
import { listWishes } from '@/lib/db/wishes';
import { wishWords } from '@/lib/domain/words/wishes';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { getShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Params, 'params'>): Promise<Metadata> {
  return { title: wishWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const [shop, shopper, { db }, { problem }] = await Promise.all([readShop(), getShopper(), getDeps(), searchParams]);
  const isKnown = shopper && shopper.onlyCartId === null;
  return (
    <WishesPage
      cards={isKnown ? await listWishes(db, shopper.shopperId, market.currency) : []}
      market={market}
      shopName={shop.name}
      problem={sentenceInAddress(problem, market.language)}
    />
  );
}
