import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { FindOrderPage } from '@/components/shop/find-order-page';
import { findWords } from '@/lib/domain/words/find-order';
import { readShop } from '@/lib/server/catalogue';
import { keptFormIn } from '@/lib/server/kept-form';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { getDeps } from '@/lib/server/wiring';

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
  const cookie = problem ? (await headers()).get('cookie') : null;
  return (
    <FindOrderPage
      market={market}
      shopName={(await readShop()).name}
      asked={asked === 'yes'}
      typed={keptFormIn(cookie, (await getDeps()).sealer, '/shop/orders/find')}
      problem={sentenceInAddress(problem, market.language)}
    />
  );
}
