import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { MyDataPage } from '@/components/shop/my-data-page';
import { myDataWords } from '@/lib/domain/words/my-data';
import { collectMyData } from '@/lib/flows/collect-my-data';
import { readShop } from '@/lib/server/catalogue';
import { keptFormIn } from '@/lib/server/kept-form';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { whoseData } from '@/lib/server/whose-data';
import { getDeps } from '@/lib/server/wiring';
import { blocksOf } from './blocks';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Params, 'params'>): Promise<Metadata> {
  return { title: myDataWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const { order, key, asked, problem } = await searchParams;
  const by = typeof order === 'string' && typeof key === 'string' ? { order, key } : null;
  const [shop, deps, shopperId] = await Promise.all([readShop(), getDeps(), whoseData(by ?? {})]);
  const data = shopperId && (await collectMyData(deps, shopperId));
  const said =
    problem === 'not_sure' ? myDataWords[market.language].ask.notSure : sentenceInAddress(problem, market.language);
  const frame = { market, shopName: shop.name, problem: said };
  if (data) return <MyDataPage {...frame} blocks={blocksOf(data, market)} by={by} />;
  const cookie = problem ? (await headers()).get('cookie') : null;
  const typed = keptFormIn(cookie, deps.sealer, '/shop/my-data');
  return <MyDataPage {...frame} blocks={null} isLinkOver={by !== null} asked={asked === 'yes'} typed={typed} />;
}
