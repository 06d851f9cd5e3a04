import type { PageMarket } from '@/lib/domain/market';
import { checkoutWords } from '@/lib/domain/words/checkout';
import { providerPageWords } from '@/lib/domain/words/provider-pages';
import { ReloadWhenRestored } from '../reload-when-restored';
import { ShopFrame } from '../shop-frame';
import { ProviderReturn, type ProviderReturnProps } from './provider-return';

type PageProps = Omit<ProviderReturnProps, 'language'> & { market: PageMarket; shopName: string };

export function ProviderReturnPage({ market, shopName, ...props }: PageProps) {
  const { language } = market;
  return (
    <ShopFrame market={market} shopName={shopName} current={null}>
      <ReloadWhenRestored />
      <div className="safe-x mx-auto max-w-text pt-6">
        <h1 className="mb-4 text-lg">{providerPageWords[props.way][language].title}</h1>
        <noscript>{checkoutWords[language].noScript}</noscript>
        <ProviderReturn language={language} {...props} />
      </div>
    </ShopFrame>
  );
}
