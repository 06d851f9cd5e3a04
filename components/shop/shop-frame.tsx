import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { PageMarket } from '@/lib/domain/market';
import { LEGAL_PAGES } from '@/lib/domain/shop';
import { accessibilityWords } from '@/lib/domain/words/accessibility';
import { shopWords } from '@/lib/domain/words/shop';
import { withdrawalWords } from '@/lib/domain/words/withdrawal';
import { MarketSwitch } from './market-switch';
import { ShopNav, type ShopSection } from './shop-nav';

type FrameProps = {
  market: PageMarket;
  shopName: string;
  current: ShopSection | null;
  /** The page has a bar of its own at the bottom edge, so its end needs more room. */
  hasActionBar?: boolean;
  /**
   * What the page needs of Next's scripts, where the front door keeps it: nothing, since all of it works by itself; or what
   * she touches, in a moment. Without a word they start after the load event.
   */
  scripts?: 'none' | 'at-touch';
  children: ReactNode;
};

/** What stands around every page of the shop: name, the four places, the legal pages within one tap. */
export function ShopFrame({ market, shopName, current, hasActionBar = false, scripts, children }: FrameProps) {
  const { language } = market;
  const words = shopWords[language];
  return (
    <div className={cn('flex min-h-dvh flex-col md:pb-0', hasActionBar ? 'pb-36 low:pb-0' : 'pb-16 low:pb-0')}>
      <a
        href="#content"
        className="absolute start-2 top-2 z-30 -translate-y-20 rounded-md bg-raised px-4 py-3 text-brand focus:translate-y-0"
      >
        {words.skip}
      </a>
      <header className="safe-x mx-auto flex w-full max-w-shop items-center justify-between md:py-2">
        <a href="/shop" className="inline-flex min-h-12 items-center text-base font-bold tracking-tight">
          <span className="shop-name inline-flex items-center">{shopName}</span>
        </a>
        <ShopNav language={language} current={current} />
      </header>
      <main id="content" data-scripts={scripts} className="mx-auto w-full max-w-shop flex-1">
        {children}
      </main>
      <footer className="safe-x mx-auto mt-12 w-full max-w-shop border-t border-line py-4">
        <nav aria-label={words.legal.label}>
          <ul className="flex flex-wrap gap-x-5">
            {LEGAL_PAGES.map((page) => (
              <li key={page}>
                <a
                  href={`/shop/legal/${page}`}
                  className="inline-flex min-h-11 min-w-11 items-center text-xs text-muted hover:underline"
                >
                  {words.legal.pages[page]}
                </a>
              </li>
            ))}
            <li>
              <a
                href="/shop/accessibility"
                className="inline-flex min-h-11 min-w-11 items-center text-xs text-muted hover:underline"
              >
                {accessibilityWords[language].title}
              </a>
            </li>
            <li>
              <a
                href="/shop/withdrawal"
                className="inline-flex min-h-11 min-w-11 items-center text-xs font-bold hover:underline"
              >
                {withdrawalWords[language].link}
              </a>
            </li>
          </ul>
        </nav>
        <MarketSwitch current={market} />
      </footer>
    </div>
  );
}
