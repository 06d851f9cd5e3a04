import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewList } from '@/components/shop/review-list';
import { ShopFrame } from '@/components/shop/shop-frame';
import { Written } from '@/components/shop/written';
import { buttonClass } from '@/components/ui/button';
import { listShownReviews } from '@/lib/db/reviews';
import { textIn } from '@/lib/domain/market';
import { reviewWords } from '@/lib/domain/words/reviews';
import { readProduct, readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getDeps } from '@/lib/server/wiring';

const AT_MOST = 200;

type Params = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: reviewWords[(await marketFromParams(params)).language].title };
}

/** Everything that buyers said of a product. */
export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const [shop, product, { db }] = await Promise.all([readShop(), readProduct((await params).slug), getDeps()]);
  if (!product) notFound();
  const words = reviewWords[market.language];
  const rating = { sum: product.ratingSum, count: product.ratingCount };
  return (
    <ShopFrame market={market} shopName={shop.name} current="shop">
      <div className="safe-x mx-auto max-w-text pt-4">
        <h1 className="text-lg md:text-xl">
          <Written text={textIn(product.title, market.language)} language={market.language} />
        </h1>
        <h2 className="mt-4 mb-2 text-base">{words.title}</h2>
        <ReviewList rating={rating} reviews={await listShownReviews(db, product.id, AT_MOST)} market={market} />
        <a href={`/shop/products/${product.slug}`} className={buttonClass('quiet', 'mt-6')}>
          {words.back}
        </a>
      </div>
    </ShopFrame>
  );
}
