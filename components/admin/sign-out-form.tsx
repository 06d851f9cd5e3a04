'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { SubmitButton } from './form-parts';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

export function SignOutForm({ action, label }: { action: Action; label: string }) {
  const [, submit] = useActionState(action, READY);
  return (
    <form action={submit}>
      <SubmitButton label={label} quiet />
    </form>
  );
}
