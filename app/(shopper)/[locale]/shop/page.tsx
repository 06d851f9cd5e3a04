import type { Metadata } from 'next';
import { FrontPage } from '@/components/shop/front-page';
import { pictureOfFront } from '@/lib/domain/home/version';
import { textIn } from '@/lib/domain/market';
import { readFront, readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { socialCard } from '@/lib/server/social-card';

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const market = await marketFromParams(params);
  const [shop, front] = await Promise.all([readShop(), readFront(market.currency)]);
  const tagline = textIn(shop.tagline, market.language);
  const card = {
    path: '/shop',
    title: shop.name,
    description: tagline,
    imageFile: pictureOfFront(front),
    shopName: shop.name,
  };
  return { description: tagline || undefined, ...socialCard(market, card) };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const [shop, front] = await Promise.all([readShop(), readFront(market.currency)]);
  return <FrontPage shop={shop} front={front} market={market} />;
}
