import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FrontPage } from '@/components/shop/front-page';
import { getHomeVersion } from '@/lib/db/home';
import { loadFront } from '@/lib/db/home-front';
import { NO_HOME } from '@/lib/domain/home/version';
import { marketIdSchema, pageMarketOf } from '@/lib/domain/market';
import { directionOf } from '@/lib/domain/page-language';
import { shopWords } from '@/lib/domain/words/shop';
import { previewedHome } from '@/lib/flows/preview-link';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getDeps } from '@/lib/server/wiring';

type Props = {
  params: Promise<{ locale: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: shopWords[(await marketFromParams(params)).language].preview };
}

/** One state of the home page for whoever was given its link, in the market that the address names: made anew for each look. */
export default async function Page({ params, searchParams }: Props) {
  const asked = marketIdSchema.safeParse((await searchParams).market);
  const market = asked.success ? pageMarketOf(asked.data) : await marketFromParams(params);
  const deps = await getDeps();
  const number = previewedHome(deps, (await params).key);
  const version = number === 0 ? NO_HOME : number && (await getHomeVersion(deps.db, number));
  if (!version) notFound();
  const [shop, front] = await Promise.all([readShop(), loadFront(deps.db, version.blocks, market.currency)]);
  return (
    <div lang={market.language} dir={directionOf(market.language)}>
      {/* Standing in the desk's frame, it leads out of it. */}
      <base target="_blank" />
      <FrontPage shop={shop} front={front} market={market} />
    </div>
  );
}
