'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, SubmitButton } from './form-parts';
import { securityWordsIn } from './security-words';
import { wordsIn } from './words';

type ProveFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  /** Where it goes on. */
  next: string;
};

/** The password once more, before something leaves the shop. */
export function ProveForm({ action, language, next }: ProveFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = securityWordsIn(language);
  return (
    <form action={submit} className="grid max-w-sm gap-3">
      <input type="hidden" name="next" value={next} />
      <p className="text-sm text-muted">{words.proveLead}</p>
      <Field
        id="password"
        name="password"
        type="password"
        label={wordsIn(language).password}
        autoComplete="current-password"
        required
        maxLength={128}
        state={state}
      />
      <p role="status" className="text-xs text-error">
        {state.is === 'problem' ? state.message : ''}
      </p>
      <SubmitButton label={words.prove} />
    </form>
  );
}
