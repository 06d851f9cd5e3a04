import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import type { ProductCard as Card } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { wishWords } from '@/lib/domain/words/wishes';
import { ProductCard } from './product-card';
import { ReloadWhenRestored } from './reload-when-restored';
import { ShopFrame } from './shop-frame';

type WishesProps = { cards: Card[]; market: PageMarket; shopName: string; problem: string | null };

/** What she likes, from whichever browser she comes. */
export function WishesPage({ cards, market, shopName, problem }: WishesProps) {
  const words = wishWords[market.language];
  return (
    <ShopFrame market={market} shopName={shopName} current={null}>
      <ReloadWhenRestored />
      {problem && (
        <div className="safe-x pt-3">
          <Notice tone="error">{problem}</Notice>
        </div>
      )}
      {cards.length === 0 ? (
        <EmptyState
          icon="shop"
          title={words.empty.title}
          text={words.empty.text}
          action={{ href: '/shop', label: words.empty.action }}
        />
      ) : (
        <div className="safe-x pt-2">
          <h1 className="mb-3 text-lg md:text-xl">{words.title}</h1>
          <ul className="grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-3 lg:grid-cols-4 lg:gap-x-5">
            {cards.map((card, index) => (
              <li key={card.slug}>
                <ProductCard
                  card={card}
                  market={market}
                  sizes="(min-width: 64rem) 16rem, (min-width: 40rem) 31vw, 46vw"
                  first={index < 2}
                />
                <form action="/api/wishes" method="post">
                  <input type="hidden" name="slug" value={card.slug} />
                  <button
                    type="submit"
                    name="wish"
                    value="remove"
                    aria-label={words.removeOf(textIn(card.title, market.language))}
                    className="min-h-11 text-sm text-muted underline underline-offset-4"
                  >
                    {words.remove}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </div>
      )}
    </ShopFrame>
  );
}
