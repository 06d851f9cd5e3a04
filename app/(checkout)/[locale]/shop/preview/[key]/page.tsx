import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProductPage } from '@/components/shop/product-page';
import { Notice } from '@/components/ui/notice';
import { getProductBySlug } from '@/lib/db/products';
import { isTaxed, usualSending } from '@/lib/domain/cart/terms';
import { textIn } from '@/lib/domain/market';
import { threadLink } from '@/lib/domain/messaging/ref';
import { shopWords } from '@/lib/domain/words/shop';
import { previewedProduct } from '@/lib/flows/preview-link';
import { readShop, readTerms } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ locale: string; key: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: shopWords[(await marketFromParams(params)).language].product.preview };
}

/** A product that is not on sale yet, for whoever was given its link: made anew for each look. */
export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const deps = await getDeps();
  const slug = previewedProduct(deps, (await params).key);
  const [shop, product, terms] = await Promise.all([
    readShop(),
    slug ? getProductBySlug(deps.db, slug) : null,
    readTerms(),
  ]);
  if (!product) notFound();
  const words = shopWords[market.language].product;
  return (
    <>
      <div className="mx-auto max-w-shop p-3">
        <Notice tone="news">
          {words.preview}: {textIn(product.title, market.language)}
        </Notice>
      </div>
      <ProductPage
        product={{ ...product, status: 'active' }}
        market={market}
        shopName={shop.name}
        askUrl={threadLink(deps.page, product.slug)}
        sent={usualSending(market, terms)}
        taxed={isTaxed(market, terms)}
        reviews={[]}
        data={null}
      />
    </>
  );
}
