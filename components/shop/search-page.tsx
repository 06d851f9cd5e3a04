import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Browse, browseAddress, type Facet, isFiltered } from '@/lib/domain/catalogue/browse';
import type { Collection, ProductCard } from '@/lib/domain/catalogue/product';
import { type LocalizedText, type PageMarket, textIn } from '@/lib/domain/market';
import { money, toDecimalText } from '@/lib/domain/money';
import { shopWords } from '@/lib/domain/words/shop';
import { ProductGrid } from './product-card';
import { SearchFilters } from './search-filters';
import { SeenRow } from './seen-row';
import { ShopFrame } from './shop-frame';

type SearchPageProps = {
  market: PageMarket;
  shopName: string;
  asked: Browse;
  collection: Collection | null;
  cards: ProductCard[];
  /** The last product of this page where further ones follow. */
  more: string | null;
  facets: Facet<LocalizedText>[];
  /** What somebody may be about to type. */
  suggestions: string[];
  /** What she looked at last, while she looks for nothing yet. */
  seen: ProductCard[];
};

/** A plain GET form and its answer; without words it lists everything. */
export function SearchPage(props: SearchPageProps) {
  const { market, asked, collection, cards, more } = props;
  const words = shopWords[market.language];
  const say = words.search;
  const address = (change: Partial<Browse>) =>
    browseAddress({ ...asked, ...change }, (minor) => toDecimalText(money(minor, market.currency)));
  return (
    <ShopFrame market={market} shopName={props.shopName} current="search">
      <div className="safe-x pt-2">
        <h1 className="mb-3 text-lg md:text-xl">
          {collection ? textIn(collection.title, market.language) : say.title}
        </h1>
        <SearchForm {...props} />
        <div className="-mx-4">
          <SeenRow cards={props.seen} language={market.language} />
        </div>
        {cards.length === 0 ? (
          <Nothing {...{ market, asked }} without={address(UNFILTERED)} />
        ) : (
          <>
            <p className="my-4 text-sm text-muted">{foundLine(props)}</p>
            <ProductGrid cards={cards} market={market} />
            <nav aria-label={say.pages} className="mt-8 grid gap-3 sm:grid-cols-2">
              {more && (
                <a href={address({ after: more })} className={buttonClass('quiet')}>
                  {say.more}
                </a>
              )}
              {asked.after && (
                <a href={address({ after: undefined })} className={buttonClass('plain')}>
                  {say.toStart}
                </a>
              )}
            </nav>
          </>
        )}
      </div>
    </ShopFrame>
  );
}

const UNFILTERED = { minMinor: undefined, maxMinor: undefined, inStock: false, options: [], after: undefined };

function SearchForm({ market, asked, facets, suggestions }: SearchPageProps) {
  const say = shopWords[market.language].search;
  return (
    <search>
      <form action="/shop/search" method="get">
        {asked.collection && <input type="hidden" name="collection" value={asked.collection} />}
        <div className="flex max-w-text gap-2">
          <label className="min-w-0 flex-1">
            <span className="sr-only">{say.label}</span>
            <input
              type="search"
              name="q"
              list="suggestions"
              defaultValue={asked.words}
              placeholder={say.label}
              maxLength={100}
              enterKeyHint="search"
              className="h-12 w-full rounded-md border border-edge bg-raised px-4 text-base placeholder:text-muted"
            />
          </label>
          <datalist id="suggestions">
            {suggestions.map((suggestion) => (
              <option key={suggestion} value={suggestion} />
            ))}
          </datalist>
          <button type="submit" className={buttonClass('primary')}>
            <Icon name="search" size={20} />
            <span className="sr-only sm:not-sr-only">{say.submit}</span>
          </button>
        </div>
        <SearchFilters asked={asked} facets={facets} market={market} />
      </form>
    </search>
  );
}

function Nothing({ market, asked, without }: { market: PageMarket; asked: Browse; without: string }) {
  const words = shopWords[market.language];
  const say = words.search;
  const filtered = isFiltered(asked);
  return (
    <div className="py-10">
      <h2 className="text-base">{filtered || !asked.words ? say.nothingFits : say.nothing(asked.words)}</h2>
      <p className="mt-1 text-muted">{filtered ? say.nothingFitsText : say.nothingText}</p>
      <a href={filtered ? without : '/shop'} className={buttonClass('quiet', 'mt-5')}>
        {filtered ? say.clear : words.toShop}
      </a>
    </div>
  );
}

// How many there are is said where it is known without counting a whole shop: on a first page that is the last, too.
function foundLine({ asked, cards, more, market }: SearchPageProps): string {
  const say = shopWords[market.language].search;
  if (more || asked.after) return say.some(asked.words);
  return say.found(cards.length, asked.words);
}
