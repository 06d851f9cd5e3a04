import type { ProductCard as Card } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { formatMoney, money } from '@/lib/domain/money';
import { shopWords } from '@/lib/domain/words/shop';
import { Picture } from './picture';
import { Written } from './written';

export function ProductCard({
  card,
  market,
  sizes,
  first = false,
}: {
  card: Card;
  market: PageMarket;
  sizes: string;
  first?: boolean;
}) {
  const words = shopWords[market.language];
  return (
    <a href={`/shop/products/${card.slug}`} className="group block h-full rounded-md">
      <Picture
        image={card.image}
        language={market.language}
        sizes={sizes}
        first={first}
        decorative
        className="rounded-md border border-line"
      />
      <span className="mt-2 block text-sm leading-snug font-bold group-hover:underline">
        <Written text={textIn(card.title, market.language)} language={market.language} />
      </span>
      <span className="mt-0.5 block text-sm tabular-nums text-muted">{priceLine(card, market, words)}</span>
    </a>
  );
}

function priceLine(card: Card, market: PageMarket, words: (typeof shopWords)['de']): string {
  if (card.fromMinor === null) return words.notSoldHere;
  const price = formatMoney(money(card.fromMinor, market.currency), market.intlLocale);
  const line = card.severalPrices ? words.from(price) : price;
  return card.soldOut ? `${line} · ${words.soldOut}` : line;
}

type GridProps = { cards: Card[]; market: PageMarket; first?: boolean };

/** The grid of every product list: two columns in a hand, four on a desk. `first`: it begins in the first view. */
export function ProductGrid({ cards, market, first = true }: GridProps) {
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-3 lg:grid-cols-4 lg:gap-x-5">
      {cards.map((card, index) => (
        <li key={card.slug}>
          <ProductCard
            card={card}
            market={market}
            sizes="(min-width: 64rem) 16rem, (min-width: 40rem) 31vw, 46vw"
            first={first && index < 2}
          />
        </li>
      ))}
    </ul>
  );
}
