'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { FormWord, SubmitButton } from './form-parts';
import { settingsWordsIn } from './settings-words';
import { wordsIn } from './words';

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  seenVersion: number;
  mailsIn: Language;
  people: { id: string; name: string; email: string; isTold: boolean }[];
};

/** Who of the staff gets a mail of each new order. */
export function NotificationsForm({ action, language, seenVersion, mailsIn, people }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = settingsWordsIn(language);
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <fieldset>
        <legend className="mb-1 text-sm font-bold">{words.notifications.newOrder}</legend>
        {people.map(({ id, name, email, isTold }) => (
          <label key={`${id}${isTold}`} className="flex min-h-11 items-center gap-3 text-sm">
            <input type="checkbox" name={`staff-${id}`} defaultChecked={isTold} className="size-4" />
            <span>
              {name} <span className="text-muted">{email}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="flex flex-wrap gap-x-6">
        <legend className="mb-1 text-sm font-bold">{words.notifications.language}</legend>
        {(['de', 'en'] as const).map((one) => (
          <label key={`${one}${mailsIn}`} className="inline-flex min-h-11 items-center gap-2 text-sm">
            <input type="radio" name="language" value={one} defaultChecked={one === mailsIn} className="size-4" />
            {one === 'de' ? words.legal.german : words.legal.english}
          </label>
        ))}
      </fieldset>
      <div className="flex items-center gap-4">
        <SubmitButton label={wordsIn(language).save} />
        <FormWord state={state} done={wordsIn(language).saved} />
      </div>
    </form>
  );
}
