import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { CONTROL_CLASS, INPUT_CLASS } from '../control-class';
import { PRODUCT_STATUS_NAMES } from '../names';
import { wordsIn } from '../words';
import { listWordsIn } from './list-words';

const STATUSES = ['active', 'draft', 'archived'] as const;
const SORTS = ['place', 'changed', 'title'] as const;

type ProductFiltersProps = {
  language: Language;
  chosen: { q: string; status: string; collection: string; stock: string; sort: string };
  collections: { slug: string; title: LocalizedText }[];
};

/** What the list is narrowed to; it stands in the address, so that it can be kept and passed on. */
export function ProductFilters({ language, chosen, collections }: ProductFiltersProps) {
  const words = wordsIn(language);
  const own = listWordsIn(language);
  return (
    <search>
      <form action="/admin/products" className="mb-4 flex flex-wrap gap-2">
        <div className="min-w-52 grow">
          <label htmlFor="q" className="sr-only">
            {words.searchProducts}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={chosen.q}
            maxLength={100}
            placeholder={words.searchProducts}
            className={INPUT_CLASS}
          />
        </div>
        <Choice name="status" label={words.status} value={chosen.status}>
          <option value="">{own.anyStatus}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {PRODUCT_STATUS_NAMES[status][language]}
            </option>
          ))}
        </Choice>
        <Choice name="collection" label={own.collection} value={chosen.collection}>
          <option value="">{own.anyCollection}</option>
          {collections.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {textIn(title, language)}
            </option>
          ))}
        </Choice>
        <Choice name="stock" label={words.stock} value={chosen.stock}>
          <option value="">{own.anyStock}</option>
          <option value="out">{own.stockOut}</option>
          <option value="low">{own.stockLow}</option>
        </Choice>
        <Choice name="sort" label={own.sort} value={chosen.sort}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {own.sorts[sort]}
            </option>
          ))}
        </Choice>
        <button type="submit" className={buttonClass('quiet', 'min-h-11 px-4 text-sm')}>
          {words.search}
        </button>
      </form>
    </search>
  );
}

type ChoiceProps = { name: string; label: string; value: string; children: ReactNode };

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <div className="max-sm:grow">
      <label htmlFor={`filter-${name}`} className="sr-only">
        {label}
      </label>
      <select
        id={`filter-${name}`}
        name={name}
        defaultValue={value}
        className={`${CONTROL_CLASS} max-w-full max-sm:w-full`}
      >
        {children}
      </select>
    </div>
  );
}
