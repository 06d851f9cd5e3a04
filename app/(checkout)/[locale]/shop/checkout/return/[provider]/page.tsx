import { notFound } from 'next/navigation';
import { ResumePage } from '@/components/shop/checkout/resume-page';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getEnv } from '@/lib/server/wiring';

/** Back from the provider's page. What its address says about the payment is not read: our server asks the provider. */
export default async function Page({ params }: { params: Promise<{ locale: string; provider: string }> }) {
  const market = await marketFromParams(params);
  if ((await params).provider !== 'stripe') notFound();
  const env = getEnv();
  const stripe = {
    publishableKey: env.STRIPE_PUBLISHABLE_KEY,
    scriptUrl: `${env.STRIPE_JS_ORIGIN}/endive/stripe.js`,
  };
  return <ResumePage market={market} shopName={(await readShop()).name} stripe={stripe} />;
}
