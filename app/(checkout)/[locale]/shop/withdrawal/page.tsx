import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { WithdrawalPage } from '@/components/shop/withdrawal-page';
import { withdrawalWords } from '@/lib/domain/words/withdrawal';
import { readWithdrawal } from '@/lib/flows/read-withdrawal';
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
  return { title: withdrawalWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const { receipt, order, problem } = await searchParams;
  const deps = await getDeps();
  const typed = keptFormIn((await headers()).get('cookie'), deps.sealer, '/shop/withdrawal');
  return (
    <WithdrawalPage
      market={market}
      shopName={(await readShop()).name}
      requestId={deps.newId()}
      typed={problem ? typed : { number: typeof order === 'string' && /^K-\d{1,9}$/.test(order) ? order : '' }}
      received={typeof receipt === 'string' ? await readWithdrawal(deps, receipt) : null}
      problem={sentenceInAddress(problem, market.language)}
    />
  );
}
