import type { Metadata } from 'next';
import { FrontPage } from '@/components/shop/front-page';
import { textIn } from '@/lib/domain/market';
import { readFrontPage, readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const market = await marketFromParams(params);
  return { description: textIn((await readShop()).tagline, market.language) || undefined };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const [shop, shelves] = await Promise.all([readShop(), readFrontPage(market.currency)]);
  return <FrontPage shop={shop} shelves={shelves} market={market} />;
}
