import { notFound } from 'next/navigation';
import { PaypalReturnPage } from '@/components/shop/checkout/paypal-return-page';
import { ResumePage } from '@/components/shop/checkout/resume-page';
import { getAttemptOfPayment } from '@/lib/db/attempts';
import { asId, type ProviderPaymentId } from '@/lib/domain/ids';
import type { Market } from '@/lib/domain/market';
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
  const env = getEnv();
  if (provider === 'paypal' && env.paypal) return <PaypalPage market={market} query={await searchParams} />;
  if (provider !== 'stripe') notFound();
  const stripe = {
    publishableKey: env.STRIPE_PUBLISHABLE_KEY,
    scriptUrl: `${env.STRIPE_JS_ORIGIN}/endive/stripe.js`,
  };
  return <ResumePage market={market} shopName={(await readShop()).name} stripe={stripe} />;
}

async function PaypalPage({ market, query }: { market: Market; query: Query }) {
  const [shop, deps, payer] = await Promise.all([readShop(), getDeps(), getPayer()]);
  // The way back was used already, and this browser knows whose payment it is: a reload, or a second approval.
  const attempt = payer && (await getAttemptOfPayment(deps.db, asId<ProviderPaymentId>(textOf(query.token))));
  const isHers =
    attempt?.shopperId === payer?.shopperId && (!payer?.onlyCartId || payer.onlyCartId === attempt?.cartId);
  return (
    <PaypalReturnPage
      market={market}
      shopName={shop.name}
      token={textOf(query.back)}
      gaveUp={textOf(query['gave-up']) === '1'}
      requestId={attempt && isHers ? attempt.dialogRequestId : null}
      threadUrl={`https://m.me/${deps.page.id}`}
    />
  );
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 300) : '';
}
