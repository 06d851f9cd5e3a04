import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProductPage } from '@/components/shop/product-page';
import { textIn } from '@/lib/domain/market';
import { threadLink } from '@/lib/domain/messaging/ref';
import { readProduct, readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { productCard } from '@/lib/server/social-card';
import { getEnv } from '@/lib/server/wiring';

type Params = { params: Promise<{ locale: string; slug: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const market = await marketFromParams(params);
  const [shop, product] = await Promise.all([readShop(), readProduct((await params).slug)]);
  if (!product) return {};
  return {
    ...productCard(product, market, shop.name),
    title: textIn(product.seo?.title ?? product.title, market.language) || textIn(product.title, market.language),
    description:
      (product.seo && textIn(product.seo.description, market.language)) ||
      textIn(product.subtitle, market.language) ||
      undefined,
  };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const [shop, product] = await Promise.all([readShop(), readProduct((await params).slug)]);
  if (!product) notFound();
  const { FACEBOOK_PAGE_ID: id, MESSENGER_LINKS_URL: linksUrl } = getEnv();
  const askUrl = threadLink({ id, linksUrl }, product.slug);
  return <ProductPage product={product} market={market} shopName={shop.name} askUrl={askUrl} />;
}
