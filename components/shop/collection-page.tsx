import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { Collection, ProductCard } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { shopWords } from '@/lib/domain/words/shop';
import { ProductGrid } from './product-card';
import { ShopFrame } from './shop-frame';
import { Written } from './written';

type CollectionPageProps = {
  collection: Collection;
  cards: ProductCard[];
  /** Every collection, to step from one to the next. */
  all: Collection[];
  market: PageMarket;
  shopName: string;
  /** Whether there may be more than the page shows. */
  full: boolean;
};

export function CollectionPage({ collection, cards, all, market, shopName, full }: CollectionPageProps) {
  const words = shopWords[market.language];
  const { language } = market;
  return (
    <ShopFrame market={market} shopName={shopName} current="shop" scripts="none">
      <CollectionTabs all={all} current={collection.slug} market={market} />
      <div className="safe-x pt-4 pb-5">
        <h1 className="text-lg md:text-xl">
          <Written text={textIn(collection.title, language)} language={language} />
        </h1>
        {textIn(collection.text, language) && (
          <p className="mt-1 max-w-text text-sm text-muted">
            <Written text={textIn(collection.text, language)} language={language} />
          </p>
        )}
        {cards.length > 3 && (
          <a
            href={`/shop/search?collection=${collection.slug}`}
            className="mt-1 inline-flex min-h-11 items-center text-sm font-bold underline underline-offset-4"
          >
            {words.search.filters}
          </a>
        )}
      </div>
      <div className="safe-x">
        {cards.length > 0 ? (
          <ProductGrid cards={cards} market={market} />
        ) : (
          <p className="py-8 text-muted">
            {words.emptyCollection.title}. {words.emptyCollection.text}
          </p>
        )}
        {full && (
          <a
            href={`/shop/search?collection=${collection.slug}&after=${cards.at(-1)?.slug}`}
            className={buttonClass('quiet', 'mt-8 w-full')}
          >
            {words.more}
          </a>
        )}
      </div>
    </ShopFrame>
  );
}

function CollectionTabs({ all, current, market }: { all: Collection[]; current: string; market: PageMarket }) {
  // The one that is shown comes first, so that it is in sight without any scrolling.
  const inSight = [...all].sort((a, b) => Number(b.slug === current) - Number(a.slug === current));
  return (
    <nav aria-label={shopWords[market.language].collections}>
      <ul className="no-scrollbar safe-x flex gap-2 overflow-x-auto py-1">
        {inSight.map(({ slug, title }) => (
          <li key={slug} className="shrink-0">
            <a
              href={`/shop/collections/${slug}`}
              aria-current={slug === current ? 'page' : undefined}
              className={cn(
                'inline-flex min-h-11 items-center rounded-full border px-4 text-sm',
                slug === current ? 'border-brand bg-brand-soft font-bold' : 'border-line hover:bg-sunken',
              )}
            >
              <Written text={textIn(title, market.language)} language={market.language} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
