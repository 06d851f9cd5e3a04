import type { ProductCard as Card, Collection } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { shopWords } from '@/lib/domain/words/shop';
import { ProductCard } from './product-card';
import { Written } from './written';

type ShelfRowProps = {
  /** Of its heading: a collection may stand on a page twice. */
  id: string;
  collection: Collection;
  cards: Card[];
  market: PageMarket;
  /** Its pictures belong to the first view. */
  first: boolean;
};

/** The first products of a collection, swiped sideways on a phone. */
export function ShelfRow({ id, collection, cards, market, first }: ShelfRowProps) {
  const words = shopWords[market.language];
  const title = textIn(collection.title, market.language);
  return (
    <section className="mt-6" aria-labelledby={id}>
      <div className="safe-x flex items-center justify-between gap-4">
        <h2 id={id} className="text-base">
          <Written text={title} language={market.language} />
        </h2>
        <a
          href={`/shop/collections/${collection.slug}`}
          className="inline-flex min-h-11 shrink-0 items-center text-sm text-brand hover:underline"
        >
          {words.all}
          <span className="sr-only">
            : <Written text={title} language={market.language} />
          </span>
        </a>
      </div>
      <ul className="no-scrollbar safe-x flex scroll-px-4 snap-x gap-3 overflow-x-auto pb-1 lg:grid lg:grid-cols-6">
        {cards.map((card, index) => (
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
