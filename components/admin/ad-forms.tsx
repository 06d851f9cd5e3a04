'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { adWordsIn } from './ad-words';
import { Field, FormWord, SubmitButton } from './form-parts';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** Makes the ad that the page previews. Its id came with the page: however often it is tapped, it is one ad. */
export function OrderAdForm({
  action,
  id,
  fields,
  language,
}: {
  action: Action;
  id: string;
  fields: Record<string, string>;
  language: Language;
}) {
  const [state, submit] = useActionState(action, READY);
  const words = adWordsIn(language);
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="text-xs text-muted">{words.createHint}</p>
      <SubmitButton label={words.create} />
      <FormWord state={state} done={words.created} />
    </form>
  );
}

type SpendFormProps = {
  save: Action;
  read: Action;
  id: string;
  name: string;
  spend: string;
  canRead: boolean;
  language: Language;
};

export function SpendForm({ save, read, id, name, spend, canRead, language }: SpendFormProps) {
  const [saved, submit] = useActionState(save, READY);
  const [asked, ask] = useActionState(read, READY);
  const words = adWordsIn(language);
  return (
    <div className="grid gap-1">
      <form action={submit} className="flex items-center gap-2">
        <input type="hidden" name="id" value={id} />
        <Field
          key={spend}
          id={`${id}-spend`}
          name="spend"
          label={words.spendOf(name)}
          quiet
          state={saved}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          defaultValue={spend}
          className="w-24"
        />
        <SubmitButton label={words.save} quiet />
      </form>
      {canRead && (
        <form action={ask}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton label={words.read} quiet />
        </form>
      )}
      <FormWord state={asked.is === 'problem' ? asked : saved} done={words.saved} />
    </div>
  );
}
