import type { Metadata } from 'next';
import { CartPage } from '@/components/shop/cart-page';
import { cartView } from '@/components/shop/cart-view';
import { getOpenCart } from '@/lib/db/carts';
import { getStandingConsent } from '@/lib/db/consents';
import { listOffers } from '@/lib/db/discounts';
import { cartWords } from '@/lib/domain/words/cart';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { getShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: cartWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const [shop, shopper, { problem }] = await Promise.all([readShop(), getShopper(), searchParams]);
  const { db, now } = await getDeps();
  const cart = shopper && (await getOpenCart(db, shopper.shopperId));
  const offers = cart && (await listOffers(db, { shopperId: shopper.shopperId, code: cart.discountCode, at: now() }));
  const agreed = shopper?.psid ? await getStandingConsent(db, shopper.shopperId, 'cart') : null;
  return (
    <CartPage
      view={cart && offers ? cartView(cart, market, offers) : { lines: [], quote: null, code: null }}
      market={market}
      shopName={shop.name}
      mayBeReminded={Boolean(shopper?.psid) && !agreed}
      problem={sentenceInAddress(problem, market.language)}
    />
  );
}
