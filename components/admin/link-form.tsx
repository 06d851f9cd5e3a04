'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { adWordsIn } from './ad-words';
import { INPUT_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type LinkFormProps = {
  action: Action;
  code: string;
  language: Language;
  /** Products and collections by their titles, to choose from. */
  choices: { slug: string; title: LocalizedText }[];
};

export function LinkForm({ action, code, language, choices }: LinkFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = adWordsIn(language).links;
  const kinds = ['product', 'collection', 'coupon', 'cart', 'shop'] as const;
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="code" value={code} />
      <Field id="label" name="label" label={words.label} hint={words.labelHint} maxLength={80} required state={state} />
      <div>
        <label htmlFor="kind" className="mb-1 block text-sm font-bold">
          {words.kind}
        </label>
        <select
          id="kind"
          name="kind"
          defaultValue={state.is === 'problem' ? state.typed.kind : 'product'}
          className={INPUT_CLASS}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <Field
        id="value"
        name="value"
        label={words.value}
        hint={words.valueHint}
        maxLength={300}
        list="link-choices"
        autoComplete="off"
        state={state}
      />
      <datalist id="link-choices">
        {choices.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {textIn(title, language)}
          </option>
        ))}
      </datalist>
      <SubmitButton label={words.create} />
      <FormWord state={state} done={words.created} />
    </form>
  );
}
