import type { Metadata } from 'next';
import { ArrivePage } from '@/components/shop/checkout/arrive-page';
import { threadLink } from '@/lib/domain/messaging/ref';
import { wayWords } from '@/lib/domain/words/ways';
import { peekHandOff } from '@/lib/flows/hand-off';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: wayWords[(await marketFromParams(params)).language].arrive.title };
}

/** Where a link from the webview arrives in another browser. Looking spends nothing; the form below does. */
export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const { token } = await params;
  const [shop, deps] = await Promise.all([readShop(), getDeps()]);
  const link = await peekHandOff(deps, { token, purpose: 'open_in_browser' });
  return (
    <ArrivePage
      token={link.ok ? token : null}
      market={market}
      shopName={shop.name}
      threadUrl={threadLink(deps.page, null)}
    />
  );
}
