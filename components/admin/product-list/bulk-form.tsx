'use client';

import { startTransition, useActionState, useState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { STOCK_REASONS } from '@/lib/domain/catalogue/edits';
import type { Language } from '@/lib/domain/market';
import { CONTROL_CLASS } from '../control-class';
import { Field, FormWord, SubmitButton } from '../form-parts';
import { STOCK_REASON_NAMES } from '../names';
import { wordsIn } from '../words';
import { listWordsIn } from './list-words';

const WHATS = ['active', 'draft', 'archived', 'price', 'stock'] as const;

type BulkFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  editId: string;
  ids: string[];
  titles: ReadonlyMap<string, string>;
};

/** One change to all that is ticked: to all of it, or to none. */
export function BulkForm({ action, language, editId, ids, titles }: BulkFormProps) {
  const [state, submit] = useActionState(action, READY);
  const [what, setWhat] = useState<(typeof WHATS)[number]>('active');
  const words = wordsIn(language);
  const own = listWordsIn(language);
  const inTheWay = state.is === 'problem' ? state.fields.flatMap((id) => titles.get(id) ?? []) : [];
  return (
    <form
      onSubmit={(event) => {
        // Posted by hand: a form that React posts is emptied afterwards, its choices too.
        event.preventDefault();
        const posted = new FormData(event.currentTarget);
        startTransition(() => submit(posted));
      }}
      className="sticky bottom-0 z-10 mt-4 grid gap-2 rounded-lg border border-line bg-raised p-3 shadow-lg"
    >
      <input type="hidden" name="ids" value={ids.join(',')} />
      <input type="hidden" name="what" value={what} />
      <div className="flex flex-wrap items-end gap-3">
        <p className="min-h-11 content-center text-sm font-bold">{own.selected(ids.length)}</p>
        <div>
          <label htmlFor="bulk-what" className="mb-1 block text-xs">
            {own.what}
          </label>
          <select
            id="bulk-what"
            value={what}
            onChange={(event) => setWhat(WHATS.find((one) => one === event.target.value) ?? what)}
            className={CONTROL_CLASS}
          >
            {WHATS.map((one) => (
              <option key={one} value={one}>
                {own.whats[one]}
              </option>
            ))}
          </select>
        </div>
        {what === 'price' && (
          <Field
            id="percent"
            name="percent"
            label={own.percent}
            placeholder={own.percentHint}
            maxLength={6}
            required
            state={state}
          />
        )}
        {what === 'stock' && (
          <>
            <input type="hidden" name="editId" value={editId} />
            <Field
              id="difference"
              name="difference"
              label={own.difference}
              placeholder={words.differenceHint}
              maxLength={7}
              required
              state={state}
            />
            <div>
              <label htmlFor="bulk-reason" className="mb-1 block text-sm font-bold">
                {words.reason}
              </label>
              <select id="bulk-reason" name="reason" className={CONTROL_CLASS}>
                {STOCK_REASONS.map((reason) => (
                  <option key={reason} value={reason}>
                    {STOCK_REASON_NAMES[reason][language]}
                  </option>
                ))}
              </select>
            </div>
          </>
        )}
        <SubmitButton label={own.run} quiet />
      </div>
      <FormWord state={state} done={own.done} />
      {inTheWay.length > 0 && (
        <p className="text-sm">
          {own.inTheWay} {inTheWay.join(', ')}
        </p>
      )}
    </form>
  );
}
