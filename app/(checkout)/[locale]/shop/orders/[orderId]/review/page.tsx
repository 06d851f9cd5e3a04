import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewPage } from '@/components/shop/review-page';
import { orderLabel } from '@/lib/domain/orders/status';
import { reviewWords } from '@/lib/domain/words/reviews';
import { listReviewable, mayBeReviewed } from '@/lib/flows/write-review';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { orderOfVisitor } from '@/lib/server/order-of-visitor';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

type Params = {
  params: Promise<{ locale: string; orderId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Params, 'params'>): Promise<Metadata> {
  return { title: reviewWords[(await marketFromParams(params)).language].write.title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const { orderId } = await params;
  const { key, said } = await searchParams;
  const linkKey = typeof key === 'string' ? key : null;
  const [shop, deps] = await Promise.all([readShop(), getDeps()]);
  const seen = isStorableText(orderId) ? await orderOfVisitor(orderId, linkKey) : null;
  if (!seen) notFound();
  const { order } = seen;
  return (
    <ReviewPage
      market={market}
      shopName={shop.name}
      order={{ id: order.id, label: orderLabel(order.number) }}
      things={await listReviewable(deps, order)}
      isSent={mayBeReviewed(order)}
      linkKey={linkKey}
      thanks={said === 'yes'}
      problem={sentenceInAddress(said, market.language)}
    />
  );
}
