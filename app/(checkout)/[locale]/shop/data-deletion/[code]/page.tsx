import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ErasurePage } from '@/components/shop/erasure-page';
import { getErasureState } from '@/lib/db/person-requests';
import { erasureWords } from '@/lib/domain/words/erasure';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ locale: string; code: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const title = erasureWords[(await marketFromParams(params)).language].title;
  return { title, robots: { index: false } };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const { code } = await params;
  const state = isStorableText(code) ? await getErasureState((await getDeps()).db, code) : null;
  if (!state) notFound();
  return <ErasurePage market={market} shopName={(await readShop()).name} code={code} state={state} />;
}
