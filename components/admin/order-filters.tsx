import type { Language } from '@/lib/domain/market';
import { ORDER_STATUSES } from '@/lib/domain/orders/status';
import { FilterChoice, ListFilters } from './list-filters';
import { ORDER_STATUS_NAMES } from './names';
import { orderDeskWordsIn } from './order-desk-words';
import { wordsIn } from './words';

type OrderFiltersProps = { language: Language; chosen: { q: string; status: string; from: string } };

/** What the list of orders is narrowed to. */
export function OrderFilters({ language, chosen }: OrderFiltersProps) {
  const words = wordsIn(language);
  const own = orderDeskWordsIn(language);
  return (
    <ListFilters action="/admin/orders" search={own.search} typed={chosen.q} submit={words.search}>
      <FilterChoice name="status" label={words.status} value={chosen.status}>
        <option value="">{own.anyStatus}</option>
        <option value="open">{own.open}</option>
        {ORDER_STATUSES.map((status) => (
          <option key={status} value={status}>
            {ORDER_STATUS_NAMES[status][language]}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice name="from" label={own.from} value={chosen.from}>
        <option value="">{own.anyFrom}</option>
        <option value="thread">{own.froms.thread}</option>
        <option value="guest">{own.froms.guest}</option>
      </FilterChoice>
    </ListFilters>
  );
}
