import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PageMarket } from '@/lib/domain/market';
import { wayWords } from '@/lib/domain/words/ways';
import { ShopFrame } from '../shop-frame';

type ArriveProps = {
  /** Null once the link is spent or too old. */
  token: string | null;
  market: PageMarket;
  shopName: string;
  threadUrl: string;
};

/** The other browser's first page: one form that goes on to the checkout, or why it does not. */
export function ArrivePage({ token, market, shopName, threadUrl }: ArriveProps) {
  const words = wayWords[market.language].arrive;
  return (
    <ShopFrame market={market} shopName={shopName} current={null}>
      <div className="safe-x mx-auto max-w-text pt-6">
        <h1 className="mb-4 text-lg">{token ? words.title : words.overTitle}</h1>
        {token ? (
          <form action="/api/checkout/hand-off" method="post">
            <input type="hidden" name="token" value={token} />
            <p className="text-muted">{words.text}</p>
            <button type="submit" className={buttonClass('primary', 'mt-6 w-full')}>
              {words.action}
            </button>
          </form>
        ) : (
          <>
            <Notice tone="error">{words.over}</Notice>
            <div className="mt-6 grid gap-3 sm:grid-cols-2">
              <a href={threadUrl} className={buttonClass('primary')}>
                {words.thread}
              </a>
              <a href="/shop" className={buttonClass('quiet')}>
                {words.shop}
              </a>
            </div>
          </>
        )}
      </div>
    </ShopFrame>
  );
}
