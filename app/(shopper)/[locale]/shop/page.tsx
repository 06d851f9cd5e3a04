import type { Metadata } from 'next';
import { FrontPage } from '@/components/shop/front-page';
import { textIn } from '@/lib/domain/market';
import { readFrontPage, readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { socialCard } from '@/lib/server/social-card';

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const market = await marketFromParams(params);
  const [shop, shelves] = await Promise.all([readShop(), readFrontPage(market.currency)]);
  const tagline = textIn(shop.tagline, market.language);
  const imageFile = shelves.flatMap((shelf) => shelf.cards)[0]?.image?.file ?? null;
  const card = { path: '/shop', title: shop.name, description: tagline, imageFile, shopName: shop.name };
  return { description: tagline || undefined, ...socialCard(market, card) };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const [shop, shelves] = await Promise.all([readShop(), readFrontPage(market.currency)]);
  return <FrontPage shop={shop} shelves={shelves} market={market} />;
}
