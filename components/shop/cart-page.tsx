import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ProductCard } from '@/lib/domain/catalogue/product';
import type { PageMarket } from '@/lib/domain/market';
import { askPageWords } from '@/lib/domain/words/ask-pages';
import { cartWords } from '@/lib/domain/words/cart';
import { ActionBar } from './action-bar';
import { amountText } from './amount-text';
import { CartLines } from './cart-lines';
import { CartUndo, type Removed } from './cart-undo';
import type { CartLineView, CartView } from './cart-view';
import { CodeForm } from './code-form';
import { EmptyCart } from './empty-cart';
import { type CartNoteView, NoteForm } from './note-form';
import { QuoteSummary } from './quote-summary';
import { ReloadWhenRestored } from './reload-when-restored';
import { SeenRow } from './seen-row';
import { ShopFrame } from './shop-frame';

type CartPageProps = {
  view: CartView;
  market: PageMarket;
  shopName: string;
  problem: string | null;
  /** She has a thread, and has not asked for it yet. */
  mayBeReminded: boolean;
  removed: Removed | null;
  kept: CartNoteView;
  seen: ProductCard[];
  /** What she put in as a guest is about to be hers: see `readDrawnFor`. */
  joining: boolean;
};

export function CartPage({
  view,
  market,
  shopName,
  problem,
  mayBeReminded,
  removed,
  kept,
  seen,
  joining,
}: CartPageProps) {
  const words = cartWords[market.language];
  const { lines, quote } = view;
  const frame = { market, shopName, current: 'cart' } as const;
  if (lines.length === 0)
    return (
      <ShopFrame {...frame}>
        <ReloadWhenRestored />
        {problem && (
          <div className="safe-x pt-3">
            <Notice tone="error">{problem}</Notice>
          </div>
        )}
        {removed && (
          <div className="safe-x pt-3">
            <CartUndo removed={removed} language={market.language} />
          </div>
        )}
        <EmptyCart joining={joining} language={market.language} />
        <SeenRow cards={seen} language={market.language} />
      </ShopFrame>
    );
  return (
    <ShopFrame {...frame} hasActionBar>
      <ReloadWhenRestored />
      <div className="safe-x grid grid-cols-1 gap-x-10 pt-2 md:grid-cols-[3fr_2fr]">
        <h1 className="mb-3 text-lg md:col-span-2 md:text-xl">{words.title}</h1>
        <div>
          {problem && <Notice tone="error">{problem}</Notice>}
          {removed && <CartUndo removed={removed} language={market.language} />}
          <CartLines lines={lines} language={market.language} />
        </div>
        <div className="mt-4 md:mt-0">
          <div className="mb-4">
            <CodeForm code={view.code} market={market} returnTo="/shop/cart" />
          </div>
          <NoteForm kept={kept} language={market.language} />
          {quote && <QuoteSummary quote={quote} market={market} note={words.addressLater} />}
          <ActionBar>
            {quote ? (
              <a href="/shop/checkout" className={buttonClass('primary', 'w-full tabular-nums')}>
                {`${words.checkout} · ${amountText(quote.total.amountMinor, market)}`}
              </a>
            ) : (
              <p className="flex min-h-12 items-center justify-center text-sm font-bold text-error">
                {words.mendFirst}
              </p>
            )}
          </ActionBar>
          {mayBeReminded && (
            <form action="/api/tell-me" method="post" className="mt-2 text-center">
              <button type="submit" name="tell" value="cart" className={buttonClass('plain', 'text-sm')}>
                {askPageWords[market.language].product.cart}
              </button>
            </form>
          )}
          <p className="mt-2 text-center">
            <a href="/shop" className={buttonClass('plain', 'text-sm')}>
              {words.goOn}
            </a>
          </p>
        </div>
      </div>
      <SeenRow cards={notYetIn(lines, seen)} language={market.language} />
    </ShopFrame>
  );
}

function notYetIn(lines: CartLineView[], seen: ProductCard[]): ProductCard[] {
  return seen.filter(({ slug }) => !lines.some(({ line }) => line.productSlug === slug));
}
