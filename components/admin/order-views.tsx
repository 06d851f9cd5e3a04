'use client';

import { useActionState } from 'react';
import { cn } from '@/components/ui/cn';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, FormWord, SubmitButton } from './form-parts';
import { orderDeskWordsIn } from './order-desk-words';
import type { OrderAction } from './order-forms';
import { LINK_CLASS } from './parts';
import { wordsIn } from './words';

type View = { id: string; name: string; query: string };
type OrderViewsProps = {
  views: View[];
  /** The narrowing that is shown, as a view would keep it. */
  chosen: { status: string; from: string };
  current: string;
  /** Null for whoever may only look. */
  forms: { newViewId: string; keep: OrderAction; remove: OrderAction } | null;
  language: Language;
};

/** The list's ready-made narrowings, those that somebody gave a name, and a form for one more. */
export function OrderViews({ views, chosen, current, forms, language }: OrderViewsProps) {
  const own = orderDeskWordsIn(language);
  const made = [
    { id: 'all', name: wordsIn(language).all, query: '' },
    { id: 'open', name: own.open, query: 'status=open' },
  ];
  const kept = views.find(({ query }) => query === current);
  const isNew = current !== '' && !kept && !made.some(({ query }) => query === current);
  return (
    <>
      <ul aria-label={own.views} className="mb-4 flex flex-wrap gap-2 text-sm">
        {[...made, ...views].map(({ id, name, query }) => (
          <li key={id}>
            <a
              href={query ? `/admin/orders?${query}` : '/admin/orders'}
              aria-current={query === current ? 'true' : undefined}
              className={cn(
                'inline-flex min-h-11 items-center rounded-full border border-line px-4 hover:bg-sunken',
                query === current && 'border-brand bg-brand-soft font-bold text-brand',
              )}
            >
              {name}
            </a>
          </li>
        ))}
        {forms && kept && <RemoveForm action={forms.remove} view={kept} language={language} />}
      </ul>
      {forms && isNew && (
        <KeepForm key={current} action={forms.keep} chosen={chosen} newViewId={forms.newViewId} language={language} />
      )}
    </>
  );
}

type KeepFormProps = Pick<OrderViewsProps, 'chosen' | 'language'> & { action: OrderAction; newViewId: string };

function KeepForm({ action, chosen, newViewId, language }: KeepFormProps) {
  const [state, submit] = useActionState(action, READY);
  const own = orderDeskWordsIn(language);
  return (
    <details className="mb-4 text-sm" open={state.is === 'problem' || undefined}>
      <summary className={`${LINK_CLASS} min-h-11 cursor-pointer content-center`}>{own.keepView}</summary>
      <form action={submit} className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="id" value={newViewId} />
        <input type="hidden" name="status" value={chosen.status} />
        <input type="hidden" name="from" value={chosen.from} />
        <Field
          id="view-name"
          name="name"
          label={own.viewName}
          required
          maxLength={40}
          autoComplete="off"
          state={state}
        />
        <SubmitButton label={own.keepView} quiet />
        {state.is === 'problem' && <FormWord state={state} />}
      </form>
    </details>
  );
}

function RemoveForm({ action, view, language }: { action: OrderAction; view: View; language: Language }) {
  const [, submit] = useActionState(action, READY);
  return (
    <li>
      <form action={submit}>
        <input type="hidden" name="id" value={view.id} />
        <SubmitButton label={orderDeskWordsIn(language).removeView(view.name)} quiet />
      </form>
    </li>
  );
}
