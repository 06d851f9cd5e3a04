import type { Metadata } from 'next';
import { PayLinkPage } from '@/components/shop/pay-link-page';
import { payLinkWords } from '@/lib/domain/words/pay-link';
import { readPayLink } from '@/lib/flows/send-pay-link';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: payLinkWords[(await marketFromParams(params)).language].title, referrer: 'same-origin' };
}

/** An order that somebody of the shop put together: looking changes nothing, the button lays it into the cart. */
export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const { token } = await params;
  const [shop, drafted] = await Promise.all([readShop(), readPayLink(await getDeps(), token)]);
  return <PayLinkPage token={token} drafted={drafted} market={market} shopName={shop.name} />;
}
