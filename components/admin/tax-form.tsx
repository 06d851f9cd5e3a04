'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, FormWord, SubmitButton } from './form-parts';
import { settingsWordsIn } from './settings-words';
import { wordsIn } from './words';

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  seenVersion: number;
  /** Per country the rates as they stand in the fields: "19", "5,5", empty for none. */
  rows: { code: string; name: string; standard: string; reduced: string }[];
};

/** How much VAT the prices contain, a row for each country. */
export function TaxForm({ action, language, seenVersion, rows }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = settingsWordsIn(language).tax;
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <div aria-hidden="true" className="grid grid-cols-[1fr_6rem_6rem] gap-3 text-xs text-muted">
        <span>{words.country}</span>
        <span>{words.standard}</span>
        <span>{words.reduced}</span>
      </div>
      {rows.map(({ code, name, standard, reduced }) => (
        <fieldset key={code} className="grid grid-cols-[1fr_6rem_6rem] items-center gap-3">
          <legend className="sr-only">{name}</legend>
          <span className="text-sm">{name}</span>
          {(['standard', 'reduced'] as const).map((kind) => (
            <Field
              key={`${kind}-${kind === 'standard' ? standard : reduced}`}
              id={`tax-${kind}-${code}`}
              name={`${kind}${code}`}
              label={`${words[kind]} ${name}`}
              quiet
              inputMode="decimal"
              autoComplete="off"
              maxLength={6}
              defaultValue={kind === 'standard' ? standard : reduced}
              state={state}
            />
          ))}
        </fieldset>
      ))}
      <div className="flex items-center gap-4">
        <SubmitButton label={wordsIn(language).save} />
        <FormWord state={state} done={wordsIn(language).saved} />
      </div>
    </form>
  );
}
