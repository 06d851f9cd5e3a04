import { notFound } from 'next/navigation';
import { ProviderReturnPage } from '@/components/shop/checkout/provider-return-page';
import type { ProviderPageWay } from '@/components/shop/checkout/request-id';
import { ResumePage } from '@/components/shop/checkout/resume-page';
import { getAttempt } from '@/lib/db/attempts';
import type { PageMarket } from '@/lib/domain/market';
import { threadLink } from '@/lib/domain/messaging/ref';
import { attemptOfReturn } from '@/lib/domain/payments/hand-off';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getPayer } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string; provider: string }>; searchParams: Promise<Query> };

/** Back from the provider's page. What its address says about the payment is not believed: our server asks the provider. */
export default async function Page({ params, searchParams }: Props) {
  const market = await marketFromParams(params);
  const { provider } = await params;
  const query = await searchParams;
  const env = getEnv();
  if (provider === 'paypal' && env.paypal) return <BackPage way="paypal" market={market} query={query} />;
  if (provider !== 'stripe') notFound();
  // Her bank's page leads back without a hand-off: only this browser knows that payment.
  if (textOf(query.back)) return <BackPage way="hosted" market={market} query={query} />;
  const stripe = {
    publishableKey: env.STRIPE_PUBLISHABLE_KEY,
    scriptUrl: `${env.STRIPE_JS_ORIGIN}/endive/stripe.js`,
  };
  return <ResumePage market={market} shopName={(await readShop()).name} stripe={stripe} />;
}

async function BackPage({ way, market, query }: { way: ProviderPageWay; market: PageMarket; query: Query }) {
  const [shop, deps, payer] = await Promise.all([readShop(), getDeps(), getPayer()]);
  // The way back was used already, and this browser knows whose payment it is: a reload, or a second approval.
  const attempt = payer && (await getAttempt(deps.db, attemptOfReturn(textOf(query.back))));
  const isHers =
    attempt?.shopperId === payer?.shopperId && (!payer?.onlyCartId || payer.onlyCartId === attempt?.cartId);
  return (
    <ProviderReturnPage
      way={way}
      market={market}
      shopName={shop.name}
      token={textOf(query.back)}
      gaveUp={textOf(query['gave-up']) === '1'}
      requestId={attempt && isHers ? attempt.dialogRequestId : null}
      threadUrl={threadLink(deps.page, null)}
    />
  );
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 300) : '';
}
