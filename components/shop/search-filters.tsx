import { buttonClass } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { type Browse, type Facet, isFiltered, SORTS } from '@/lib/domain/catalogue/browse';
import { type LocalizedText, type PageMarket, textIn } from '@/lib/domain/market';
import { money, toDecimalText } from '@/lib/domain/money';
import { shopWords } from '@/lib/domain/words/shop';

const MOST_FACETS = 4;
const MOST_VALUES = 12;

/** Order, price, stock and options, folded away until somebody wants them; fields of the search's own form. */
export function SearchFilters({
  asked,
  facets,
  market,
}: {
  asked: Browse;
  facets: Facet<LocalizedText>[];
  market: PageMarket;
}) {
  const say = shopWords[market.language].search;
  const price = (minor: number | undefined) =>
    minor === undefined ? '' : toDecimalText(money(minor, market.currency)).replace('.', say.decimal);
  return (
    <details open={isFiltered(asked) || asked.sort !== 'best'} className="group mt-2 max-w-text">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-sm font-bold">
        {say.filters}
        <Icon name="arrow" size={16} className="rotate-90 group-open:-rotate-90" />
      </summary>
      <div className="grid gap-5 rounded-lg border border-line p-4">
        <div className="grid grid-cols-2 gap-3">
          <SelectField name="sort" label={say.sort} defaultValue={asked.sort} className="col-span-2 sm:col-span-1">
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {say.sorts[sort]}
              </option>
            ))}
          </SelectField>
          <TextField
            name="min"
            label={say.least}
            hint={market.currency}
            inputMode="decimal"
            maxLength={12}
            defaultValue={price(asked.minMinor)}
          />
          <TextField
            name="max"
            label={say.most}
            hint={market.currency}
            inputMode="decimal"
            maxLength={12}
            defaultValue={price(asked.maxMinor)}
          />
        </div>
        <Tick name="stock" value="in" on={asked.inStock}>
          {say.inStock}
        </Tick>
        {facets.slice(0, MOST_FACETS).map((facet) => (
          <OptionValues key={facet.key} {...{ facet, asked, market }} />
        ))}
        <button type="submit" className={buttonClass('primary', 'sm:justify-self-start')}>
          {say.apply}
        </button>
      </div>
    </details>
  );
}

function OptionValues({ facet, asked, market }: { facet: Facet<LocalizedText>; asked: Browse; market: PageMarket }) {
  const chosen = asked.options.find(({ key }) => key === facet.key)?.values ?? [];
  return (
    <fieldset>
      <legend className="text-sm font-bold">{textIn(facet.name, market.language)}</legend>
      <div className="mt-1 flex flex-wrap gap-x-4">
        {facet.values.slice(0, MOST_VALUES).map(({ key, name, count }) => (
          <Tick key={key} name="option" value={`${facet.key}:${key}`} on={chosen.includes(key)}>
            {textIn(name, market.language)} <span className="text-muted tabular-nums">({count})</span>
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

type TickProps = { name: string; value: string; on: boolean; children: React.ReactNode };

function Tick({ name, value, on, children }: TickProps) {
  return (
    <label className="inline-flex min-h-11 items-center gap-2 text-sm">
      <input type="checkbox" name={name} value={value} defaultChecked={on} className="size-5 accent-brand" />
      <span>{children}</span>
    </label>
  );
}
