'use client';

import { useActionState, useState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { BrandPreview } from './brand-preview';
import { Field, FormWord, SubmitButton } from './form-parts';
import { LogoField } from './logo-field';
import { settingsWordsIn } from './settings-words';
import { wordsIn } from './words';

export type BrandFields = Record<'name' | 'taglineDe' | 'taglineEn' | 'email' | 'colour' | 'logo', string>;
type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  seenVersion: number;
  brand: BrandFields;
};

/** What the shop is called and looks like; the colour is shown as the pages will use it, while it is typed. */
export function BrandForm({ action, language, seenVersion, brand }: Props) {
  const [state, submit] = useActionState(action, READY);
  const [colour, setColour] = useState(brand.colour);
  const words = settingsWordsIn(language).brand;
  const text = (name: 'name' | 'taglineDe' | 'taglineEn' | 'email', maxLength: number, hint?: string) => (
    <Field
      key={`${name}${brand[name]}`}
      id={`brand-${name}`}
      name={name}
      label={words[name]}
      {...(hint ? { hint } : {})}
      type={name === 'email' ? 'email' : 'text'}
      defaultValue={brand[name]}
      maxLength={maxLength}
      autoComplete="off"
      state={state}
    />
  );
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      {text('name', 80)}
      {text('taglineDe', 160)}
      {text('taglineEn', 160)}
      {text('email', 254, words.emailHint)}
      <Field
        id="brand-colour"
        name="colour"
        label={words.colour}
        hint={words.colourHint}
        defaultValue={brand.colour}
        onChange={(event) => setColour(event.target.value.trim())}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        state={state}
      />
      <BrandPreview colour={colour} language={language} />
      <LogoField key={brand.logo} logo={brand.logo} language={language} />
      <div className="flex items-center gap-4">
        <SubmitButton label={wordsIn(language).save} />
        <FormWord state={state} done={wordsIn(language).saved} />
      </div>
    </form>
  );
}
