'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { FormWord, SubmitButton } from './form-parts';

type HandledFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  withdrawalId: string;
  label: string;
};

/** One tap: the merchant has dealt with it. */
export function HandledForm({ action, withdrawalId, label }: HandledFormProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit}>
      <input type="hidden" name="withdrawalId" value={withdrawalId} />
      <SubmitButton label={label} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}
