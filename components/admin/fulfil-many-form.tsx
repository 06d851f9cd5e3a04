'use client';

import { type ReactNode, useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { FormWord, SubmitButton } from './form-parts';
import { orderDeskWordsIn } from './order-desk-words';
import type { OrderAction } from './order-forms';
import { orderWordsIn } from './order-words';
import { LINK_CLASS } from './parts';

type FulfilManyFormProps = {
  action: OrderAction;
  /** New with each rendering: the same form twice sends each order once. */
  requestId: string;
  labels: Record<string, string>;
  language: Language;
  /** The table with its boxes. */
  children: ReactNode;
};

/** Whatever is ticked in the list leaves, each order whole; those that stay are named. */
export function FulfilManyForm({ action, requestId, labels, language, children }: FulfilManyFormProps) {
  const [state, submit] = useActionState(action, READY);
  const own = orderDeskWordsIn(language);
  const stayed = state.is === 'problem' ? state.fields.filter((id) => labels[id]) : [];
  return (
    <form action={submit}>
      <input type="hidden" name="requestId" value={requestId} />
      {children}
      <div className="mt-4 grid gap-2">
        <p className="text-xs text-muted">{own.sendPickedLead}</p>
        <span>
          <SubmitButton label={own.sendPicked} quiet />
        </span>
        <FormWord state={state} done={orderWordsIn(language).done} />
        {stayed.length > 0 && (
          <ul className="flex flex-wrap gap-3 text-sm">
            {stayed.map((id) => (
              <li key={id}>
                <a href={`/admin/orders/${id}`} className={LINK_CLASS}>
                  {labels[id]}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
