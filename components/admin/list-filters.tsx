import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { CONTROL_CLASS, INPUT_CLASS } from './control-class';

type ListFiltersProps = { action: string; search: string; typed: string; submit: string; children: ReactNode };

/** What a list is narrowed to; it stands in the address, so that it can be kept and passed on. */
export function ListFilters({ action, search, typed, submit, children }: ListFiltersProps) {
  return (
    <search>
      <form action={action} className="mb-4 flex flex-wrap gap-2">
        <div className="min-w-52 grow">
          <label htmlFor="q" className="sr-only">
            {search}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={typed}
            maxLength={100}
            placeholder={search}
            className={INPUT_CLASS}
          />
        </div>
        {children}
        <button type="submit" className={buttonClass('quiet', 'min-h-11 px-4 text-sm')}>
          {submit}
        </button>
      </form>
    </search>
  );
}

type FilterChoiceProps = { name: string; label: string; value: string; children: ReactNode };

/** One thing by which it is narrowed; its options are the children. */
export function FilterChoice({ name, label, value, children }: FilterChoiceProps) {
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
