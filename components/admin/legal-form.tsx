'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { LEGAL_TEXT_AT_MOST } from '@/lib/domain/legal-text';
import type { Language, LocalizedText } from '@/lib/domain/market';
import type { LegalPage } from '@/lib/domain/shop';
import { FormWord, SubmitButton } from './form-parts';
import { settingsWordsIn } from './settings-words';
import { TextArea } from './text-area';
import { wordsIn } from './words';

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  page: LegalPage;
  text: LocalizedText;
  seenVersion: number;
};

/** One legal text, in both languages side by side. */
export function LegalForm({ action, language, page, text, seenVersion }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = settingsWordsIn(language).legal;
  const area = (name: 'de' | 'en', label: string) => (
    <TextArea
      id={`${page}-${name}`}
      name={name}
      label={label}
      value={text[name]}
      rows={14}
      maxLength={LEGAL_TEXT_AT_MOST}
      state={state}
    />
  );
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <input type="hidden" name="page" value={page} />
      <div className="grid gap-4 md:grid-cols-2">
        {area('de', words.german)}
        {area('en', words.english)}
      </div>
      <div className="flex items-center gap-4">
        <SubmitButton label={wordsIn(language).save} />
        <FormWord state={state} done={wordsIn(language).saved} />
      </div>
    </form>
  );
}
