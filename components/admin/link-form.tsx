'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { adWordsIn } from './ad-words';
import { INPUT_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

export function LinkForm({ action, code, language }: { action: Action; code: string; language: Language }) {
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
      <Field id="value" name="value" label={words.value} hint={words.valueHint} maxLength={300} state={state} />
      <SubmitButton label={words.create} />
      <FormWord state={state} done={words.created} />
    </form>
  );
}
