import type { Metadata } from 'next';
import { FindOrderPage } from '@/components/shop/find-order-page';
import { findWords } from '@/lib/domain/words/find-order';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: findWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const { asked, problem } = await searchParams;
  return (
    <FindOrderPage
      market={market}
      shopName={(await readShop()).name}
      asked={asked === 'yes'}
      problem={sentenceInAddress(problem, market.language)}
    />
  );
}
