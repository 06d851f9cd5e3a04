import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { Front } from '@/lib/domain/home/version';
import { type PageMarket, textIn } from '@/lib/domain/market';
import type { ShopSettings } from '@/lib/domain/shop';
import { shopWords } from '@/lib/domain/words/shop';
import { HomeBlocks } from './home/home-blocks';
import { ShelfRow } from './shelf-row';
import { ShopFrame } from './shop-frame';
import { Written } from './written';

/** The shop's front: the merchant's own blocks, or one shelf per collection. */
export function FrontPage({ shop, front, market }: { shop: ShopSettings; front: Front; market: PageMarket }) {
  const { blocks, shelves } = front;
  const words = shopWords[market.language];
  if (blocks.length === 0 && shelves.length === 0) return <NothingYet shopName={shop.name} market={market} />;
  return (
    <ShopFrame market={market} shopName={shop.name} current="shop" scripts="none">
      {/* A hero that opens the page is its heading. */}
      {blocks[0]?.kind !== 'hero' && (
        <div className="safe-x pt-3 pb-1 md:pt-8">
          <h1 className="max-w-text text-lg text-balance md:text-xl">
            <Written text={textIn(shop.tagline, market.language) || shop.name} language={market.language} />
          </h1>
        </div>
      )}
      <HomeBlocks blocks={blocks} market={market} />
      {shelves.map(({ collection, cards }, index) => (
        <ShelfRow
          key={collection.slug}
          id={`shelf-${collection.slug}`}
          collection={collection}
          cards={cards}
          market={market}
          first={index === 0}
        />
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

function NothingYet({ shopName, market }: { shopName: string; market: PageMarket }) {
  const { emptyShop } = shopWords[market.language];
  return (
    <ShopFrame market={market} shopName={shopName} current="shop" scripts="none">
      <EmptyState icon="shop" title={emptyShop.title} text={emptyShop.text} />
    </ShopFrame>
  );
}
