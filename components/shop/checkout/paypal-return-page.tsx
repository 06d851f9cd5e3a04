import type { Market } from '@/lib/domain/market';
import { checkoutWords } from '@/lib/domain/words/checkout';
import { paypalWords } from '@/lib/domain/words/paypal';
import { ReloadWhenRestored } from '../reload-when-restored';
import { ShopFrame } from '../shop-frame';
import { PaypalReturn, type PaypalReturnProps } from './paypal-return';

type PageProps = Omit<PaypalReturnProps, 'language'> & { market: Market; shopName: string };

export function PaypalReturnPage({ market, shopName, ...props }: PageProps) {
  const { language } = market;
  return (
    <ShopFrame market={market} shopName={shopName} current={null}>
      <ReloadWhenRestored />
      <div className="safe-x mx-auto max-w-text pt-6">
        <h1 className="mb-4 text-lg">{paypalWords[language].title}</h1>
        <noscript>{checkoutWords[language].noScript}</noscript>
        <PaypalReturn language={language} {...props} />
      </div>
    </ShopFrame>
  );
}
