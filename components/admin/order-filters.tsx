'use client';

import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { Language } from '@/lib/domain/market';
import { ORDER_STATUSES } from '@/lib/domain/orders/status';
import { CONTROL_CLASS, INPUT_CLASS } from './form-parts';
import { ORDER_STATUS_NAMES } from './names';
import { orderDeskWordsIn } from './order-desk-words';
import { wordsIn } from './words';

type OrderFiltersProps = { language: Language; chosen: { q: string; status: string; from: string } };

/** What the list of orders is narrowed to; it stands in the address, so that it can be kept and passed on. */
export function OrderFilters({ language, chosen }: OrderFiltersProps) {
  const words = wordsIn(language);
  const own = orderDeskWordsIn(language);
  return (
    <search>
      <form action="/admin/orders" className="mb-4 flex flex-wrap gap-2">
        <div className="min-w-52 grow">
          <label htmlFor="q" className="sr-only">
            {own.search}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={chosen.q}
            maxLength={100}
            placeholder={own.search}
            className={INPUT_CLASS}
          />
        </div>
        <Choice name="status" label={words.status} value={chosen.status}>
          <option value="">{own.anyStatus}</option>
          <option value="open">{own.open}</option>
          {ORDER_STATUSES.map((status) => (
            <option key={status} value={status}>
              {ORDER_STATUS_NAMES[status][language]}
            </option>
          ))}
        </Choice>
        <Choice name="from" label={own.from} value={chosen.from}>
          <option value="">{own.anyFrom}</option>
          <option value="thread">{own.froms.thread}</option>
          <option value="guest">{own.froms.guest}</option>
        </Choice>
        <button type="submit" className={buttonClass('quiet', 'min-h-11 px-4 text-sm')}>
          {words.search}
        </button>
      </form>
    </search>
  );
}

function Choice(props: { name: string; label: string; value: string; children: ReactNode }) {
  return (
    <div className="max-sm:grow">
      <label htmlFor={`filter-${props.name}`} className="sr-only">
        {props.label}
      </label>
      <select
        id={`filter-${props.name}`}
        name={props.name}
        defaultValue={props.value}
        className={cn(CONTROL_CLASS, 'max-w-full max-sm:w-full')}
      >
        {props.children}
      </select>
    </div>
  );
}
