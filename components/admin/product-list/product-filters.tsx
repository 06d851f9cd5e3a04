import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { FilterChoice, ListFilters } from '../list-filters';
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

/** What the list of products is narrowed to. */
export function ProductFilters({ language, chosen, collections }: ProductFiltersProps) {
  const words = wordsIn(language);
  const own = listWordsIn(language);
  return (
    <ListFilters action="/admin/products" search={words.searchProducts} typed={chosen.q} submit={words.search}>
      <FilterChoice name="status" label={words.status} value={chosen.status}>
        <option value="">{own.anyStatus}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {PRODUCT_STATUS_NAMES[status][language]}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice name="collection" label={own.collection} value={chosen.collection}>
        <option value="">{own.anyCollection}</option>
        {collections.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {textIn(title, language)}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice name="stock" label={words.stock} value={chosen.stock}>
        <option value="">{own.anyStock}</option>
        <option value="out">{own.stockOut}</option>
        <option value="low">{own.stockLow}</option>
      </FilterChoice>
      <FilterChoice name="sort" label={own.sort} value={chosen.sort}>
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {own.sorts[sort]}
          </option>
        ))}
      </FilterChoice>
    </ListFilters>
  );
}
