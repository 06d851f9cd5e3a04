import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PageMarket } from '@/lib/domain/market';
import { askPageWords } from '@/lib/domain/words/ask-pages';
import { ShopFrame } from './shop-frame';

type TellMeProps = {
  market: PageMarket;
  shopName: string;
  ask: 'restock' | 'price' | 'cart';
  slug: string | null;
  instead: 'no_thread' | 'not_found' | 'in_stock' | null;
  /** Opens the thread, where the same is noted at once. */
  threadUrl: string;
};

/** Says that it is noted, or where it can be. */
export function TellMePage({ market, shopName, ask, slug, instead, threadUrl }: TellMeProps) {
  const words = askPageWords[market.language].page;
  const back =
    ask === 'cart'
      ? { href: '/shop/cart', label: words.toCart }
      : slug
        ? { href: `/shop/products/${slug}`, label: words.back }
        : { href: '/shop', label: words.toShop };
  return (
    <ShopFrame market={market} shopName={shopName} current={ask === 'cart' ? 'cart' : 'shop'}>
      <div className="safe-x mx-auto grid max-w-text gap-4 pt-4">
        <h1 className="text-lg md:text-xl">{words.title}</h1>
        {instead === null && (
          <>
            <Notice tone="news">{words[ask]}</Notice>
            <p className="text-sm text-muted">{words.stop}</p>
          </>
        )}
        {instead === 'no_thread' && (
          <>
            <p>{words.thread}</p>
            <a href={threadUrl} target="_top" rel="noopener" className={buttonClass('primary', 'w-full')}>
              {words.openThread}
            </a>
          </>
        )}
        {(instead === 'in_stock' || instead === 'not_found') && <p>{words.available}</p>}
        <a href={back.href} className={buttonClass('quiet')}>
          {back.label}
        </a>
      </div>
    </ShopFrame>
  );
}
