import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CollectionPage } from '@/components/shop/collection-page';
import { textIn } from '@/lib/domain/market';
import { readCollection, readCollections, readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { socialCard } from '@/lib/server/social-card';

type Params = { params: Promise<{ locale: string; slug: string }> };

// What a phone shows without growing tired; the rest is a page of the search away.
const FIRST = 48;

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const market = await marketFromParams(params);
  const [shop, found] = await Promise.all([readShop(), readCollection((await params).slug, market.currency, FIRST)]);
  if (!found) return {};
  const { slug } = found.collection;
  const title = textIn(found.collection.title, market.language);
  const description = textIn(found.collection.text, market.language);
  const imageFile = found.cards[0]?.image?.file ?? null;
  const card = { path: `/shop/collections/${slug}`, title, description, imageFile, shopName: shop.name };
  return { title, description: description || undefined, ...socialCard(market, card) };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const [shop, all, found] = await Promise.all([
    readShop(),
    readCollections(market.currency),
    readCollection((await params).slug, market.currency, FIRST),
  ]);
  if (!found) notFound();
  return (
    <CollectionPage {...found} all={all} market={market} shopName={shop.name} full={found.cards.length === FIRST} />
  );
}
