import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { ProductCard as Card, Collection } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import type { ShopSettings } from '@/lib/domain/shop';
import { shopWords } from '@/lib/domain/words/shop';
import { ProductCard } from './product-card';
import { ShopFrame } from './shop-frame';
import { Written } from './written';

export type Shelf = { collection: Collection; cards: Card[] };

/** The shop's front: one shelf per collection, swiped sideways on a phone. */
export function FrontPage({ shop, shelves, market }: { shop: ShopSettings; shelves: Shelf[]; market: PageMarket }) {
  const words = shopWords[market.language];
  if (shelves.length === 0) return <NothingYet shopName={shop.name} market={market} />;
  return (
    <ShopFrame market={market} shopName={shop.name} current="shop">
      <div className="safe-x pt-3 pb-1 md:pt-8">
        <h1 className="max-w-text text-lg text-balance md:text-xl">
          <Written text={textIn(shop.tagline, market.language) || shop.name} language={market.language} />
        </h1>
      </div>
      {shelves.map((shelf, index) => (
        <ShelfRow key={shelf.collection.slug} shelf={shelf} market={market} first={index === 0} />
      ))}
      <p className="safe-x mt-8">
        <a href="/shop/search" className="inline-flex min-h-11 items-center gap-1 text-brand hover:underline">
          {words.allProducts}
          <Icon name="arrow" size={18} className="rtl:-scale-x-100" />
        </a>
      </p>
    </ShopFrame>
  );
}

function ShelfRow({ shelf, market, first }: { shelf: Shelf; market: PageMarket; first: boolean }) {
  const { slug, title } = shelf.collection;
  const words = shopWords[market.language];
  return (
    <section className="mt-6" aria-labelledby={`shelf-${slug}`}>
      <div className="safe-x flex items-center justify-between gap-4">
        <h2 id={`shelf-${slug}`} className="text-base">
          <Written text={textIn(title, market.language)} language={market.language} />
        </h2>
        <a
          href={`/shop/collections/${slug}`}
          className="inline-flex min-h-11 shrink-0 items-center text-sm text-brand hover:underline"
        >
          {words.all}
          <span className="sr-only">
            : <Written text={textIn(title, market.language)} language={market.language} />
          </span>
        </a>
      </div>
      <ul className="no-scrollbar safe-x flex scroll-px-4 snap-x gap-3 overflow-x-auto pb-1 lg:grid lg:grid-cols-6">
        {shelf.cards.map((card, index) => (
          <li key={card.slug} className="w-[43%] max-w-44 shrink-0 snap-start lg:w-auto lg:max-w-none">
            <ProductCard
              card={card}
              market={market}
              sizes="(min-width: 64rem) 11rem, (min-width: 27rem) 11rem, 43vw"
              first={first && index < 2}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingYet({ shopName, market }: { shopName: string; market: PageMarket }) {
  const { emptyShop } = shopWords[market.language];
  return (
    <ShopFrame market={market} shopName={shopName} current="shop">
      <EmptyState icon="shop" title={emptyShop.title} text={emptyShop.text} />
    </ShopFrame>
  );
}
