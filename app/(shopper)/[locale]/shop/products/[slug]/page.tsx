import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { productJsonLd } from '@/components/shop/product-json-ld';
import { ProductPage } from '@/components/shop/product-page';
import { isTaxed, usualSending } from '@/lib/domain/cart/terms';
import { textIn } from '@/lib/domain/market';
import { threadLink } from '@/lib/domain/messaging/ref';
import { readProduct, readProductPage, readShop, readTerms } from '@/lib/server/catalogue';
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
  const [shop, known, terms] = await Promise.all([readShop(), readProductPage((await params).slug), readTerms()]);
  if (!known) notFound();
  const { product, reviews } = known;
  const { FACEBOOK_PAGE_ID: id, MESSENGER_LINKS_URL: linksUrl, PUBLIC_URL } = getEnv();
  const askUrl = threadLink({ id, linksUrl }, product.slug);
  const shown = {
    product,
    market,
    shopName: shop.name,
    askUrl,
    sent: usualSending(market, terms),
    taxed: isTaxed(market, terms),
    reviews,
  };
  return <ProductPage {...shown} data={productJsonLd(product, market, PUBLIC_URL)} />;
}
