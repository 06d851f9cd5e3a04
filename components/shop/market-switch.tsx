import { cn } from '@/components/ui/cn';
import { MARKET_IDS, type PageMarket, pageMarketOf } from '@/lib/domain/market';
import { shopWords } from '@/lib/domain/words/shop';

/** A language is called as its speakers call it, whatever the page speaks. */
const LANGUAGE_NAMES = { de: 'Deutsch', en: 'English', ar: 'العربية' } as const;

/** The markets as buttons of one form: the door keeps the choice and leads back to the same page. */
export function MarketSwitch({ current }: { current: PageMarket }) {
  return (
    <form action="/api/market" method="post">
      <fieldset className="flex flex-wrap items-center gap-x-5">
        <legend className="sr-only">{shopWords[current.language].markets}</legend>
        {MARKET_IDS.map(pageMarketOf).map(({ id, language, currency }) => (
          <button
            key={id}
            type="submit"
            name="market"
            value={id}
            lang={language}
            aria-current={id === current.id ? 'true' : undefined}
            className={cn('min-h-11 text-xs', id === current.id ? 'font-bold' : 'text-muted hover:underline')}
          >
            {LANGUAGE_NAMES[language]} · {currency}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
