import type { Language } from '@/lib/domain/market';
import { CONTROL_CLASS } from './control-class';
import { SubmitButton } from './form-parts';
import { orderDeskWordsIn } from './order-desk-words';
import { Panel, ROW_LINK_CLASS } from './parts';

/** What leaves the list as a file: for the carrier's portal, and for whoever keeps the books. */
export function OrderFiles({ month, language }: { month: string; language: Language }) {
  const own = orderDeskWordsIn(language);
  return (
    <Panel title={own.files} className="mt-6">
      <a href="/admin/orders/labels" className={ROW_LINK_CLASS}>
        {own.labels}
      </a>
      <form action="/admin/orders/books" className="flex flex-wrap items-end gap-2 text-sm">
        <label htmlFor="books-month" className="grid gap-1">
          {own.books}
          <input
            id="books-month"
            name="month"
            type="month"
            defaultValue={month}
            required
            pattern="20\d{2}-(0[1-9]|1[0-2])"
            className={CONTROL_CLASS}
          />
        </label>
        <SubmitButton label={own.download} quiet />
      </form>
    </Panel>
  );
}
