import type { PageMarket } from '@/lib/domain/market';
import { ReloadWhenRestored } from '../reload-when-restored';
import { ShopFrame } from '../shop-frame';
import type { CheckoutStart } from './checkout-model';
import { ResumePayment } from './resume-payment';

/** Where a bank's page or a reload brings her back to: the payment that was under way is looked up. */
export function ResumePage({
  market,
  shopName,
  stripe,
}: {
  market: PageMarket;
  shopName: string;
  stripe: CheckoutStart['stripe'];
}) {
  return (
    <ShopFrame market={market} shopName={shopName} current="cart">
      <ReloadWhenRestored />
      <ResumePayment language={market.language} stripe={stripe} />
    </ShopFrame>
  );
}
