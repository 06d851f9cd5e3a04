'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { FormWord, SubmitButton } from './form-parts';

type CopyFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  productId: string;
  copyId: string;
  label: string;
};

/** One tap makes a draft that is like this product, and leads to it. */
export function CopyForm({ action, productId, copyId, label }: CopyFormProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit}>
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="copyId" value={copyId} />
      <SubmitButton label={label} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}
