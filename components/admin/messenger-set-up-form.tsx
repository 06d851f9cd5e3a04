'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { FormWord, SubmitButton } from './form-parts';
import { setUpWordsIn } from './set-up-words';

type Props = { action: (previous: ActionState, form: FormData) => Promise<ActionState>; language: Language };

/** One button that brings the Page to what the shop needs. */
export function MessengerSetUpForm({ action, language }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = setUpWordsIn(language);
  return (
    <form action={submit} className="grid justify-items-start gap-2">
      <SubmitButton label={words.messenger} />
      <FormWord state={state} done={words.messengerDone} />
    </form>
  );
}
