import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Collection, ProductCard } from '@/lib/domain/catalogue/product';
import { type Market, textIn } from '@/lib/domain/market';
import { shopWords } from '@/lib/domain/words/shop';
import { ProductGrid } from './product-card';
import { ShopFrame } from './shop-frame';

type SearchPageProps = {
  market: Market;
  shopName: string;
  words: string;
  collection: Collection | null;
  cards: ProductCard[];
  total: number;
  page: number;
  pages: number;
};

/** A plain GET form and its answer; without words it lists everything. */
export function SearchPage(props: SearchPageProps) {
  const { market, words, collection, total, cards } = props;
  const say = shopWords[market.language].search;
  return (
    <ShopFrame market={market} shopName={props.shopName} current="search">
      <div className="safe-x pt-2">
        <h1 className="mb-3 text-lg md:text-xl">
          {collection ? textIn(collection.title, market.language) : say.title}
        </h1>
        <search>
          <form action="/shop/search" method="get" className="flex max-w-text gap-2">
            <label className="min-w-0 flex-1">
              <span className="sr-only">{say.label}</span>
              <input
                type="search"
                name="q"
                defaultValue={words}
                placeholder={say.label}
                maxLength={100}
                enterKeyHint="search"
                className="h-12 w-full rounded-md border border-edge bg-raised px-4 text-base placeholder:text-muted"
              />
            </label>
            <button type="submit" className={buttonClass('primary')}>
              <Icon name="search" size={20} />
              <span className="sr-only sm:not-sr-only">{say.submit}</span>
            </button>
          </form>
        </search>
        {total === 0 ? (
          <div className="py-10">
            <h2 className="text-base">{say.nothing(words)}</h2>
            <p className="mt-1 text-muted">{say.nothingText}</p>
            <a href="/shop" className={buttonClass('quiet', 'mt-5')}>
              {shopWords[market.language].toShop}
            </a>
          </div>
        ) : (
          <>
            <p className="my-4 text-sm text-muted">{say.found(total, words)}</p>
            <ProductGrid cards={cards} market={market} />
            <Pages {...props} />
          </>
        )}
      </div>
    </ShopFrame>
  );
}

function Pages({ market, words, collection, page, pages }: SearchPageProps) {
  if (pages === 1) return null;
  const say = shopWords[market.language].search;
  const address = (to: number) =>
    `/shop/search?${new URLSearchParams({
      ...(words ? { q: words } : {}),
      ...(collection ? { collection: collection.slug } : {}),
      page: String(to),
    })}`;
  return (
    <nav aria-label={say.pages} className="mt-8 grid grid-cols-3 items-center gap-2 text-sm">
      {page > 1 ? (
        <a href={address(page - 1)} className={buttonClass('quiet', 'text-sm')}>
          {say.previous}
        </a>
      ) : (
        <span />
      )}
      <span className="text-center text-muted tabular-nums">{say.page(page, pages)}</span>
      {page < pages ? (
        <a href={address(page + 1)} className={buttonClass('quiet', 'text-sm')}>
          {say.next}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
