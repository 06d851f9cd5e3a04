'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { FormWord, SubmitButton } from './form-parts';

type HandledFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** The name of the field and the id of what was dealt with. */
  field: 'withdrawalId' | 'taskId';
  id: string;
  label: string;
  /** Where many stand under each other: what this one is about, for screen readers. */
  about?: string;
};

/** One tap: the merchant has dealt with it. */
export function HandledForm({ action, field, id, label, about }: HandledFormProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} aria-label={about}>
      <input type="hidden" name={field} value={id} />
      <SubmitButton label={label} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}
