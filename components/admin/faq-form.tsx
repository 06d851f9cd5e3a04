'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { faqWordsIn } from './faq-words';
import { Field, FormWord, SubmitButton } from './form-parts';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

export function FaqForm({ action, id, language }: { action: Action; id: string; language: Language }) {
  const [state, submit] = useActionState(action, READY);
  const words = faqWordsIn(language);
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="id" value={id} />
      {(['questionDe', 'answerDe', 'questionEn', 'answerEn'] as const).map((name) => (
        <Field
          key={name}
          id={name}
          name={name}
          label={words[name]}
          maxLength={name.startsWith('question') ? 200 : 600}
          state={state}
        />
      ))}
      <SubmitButton label={words.save} />
      <FormWord state={state} done={words.saved} />
    </form>
  );
}

export function RemoveForm({
  action,
  id,
  question,
  language,
}: {
  action: Action;
  id: string;
  question: string;
  language: Language;
}) {
  const [state, submit] = useActionState(action, READY);
  const words = faqWordsIn(language);
  return (
    <form action={submit} aria-label={words.removeNamed(question)}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton label={words.remove} quiet />
      <FormWord state={state} />
    </form>
  );
}
