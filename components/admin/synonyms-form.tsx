'use client';

import { useActionState } from 'react';
import { cn } from '@/components/ui/cn';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import type { Synonyms } from '@/lib/domain/messaging/synonyms';
import { INPUT_CLASS } from './control-class';
import { FormWord, SubmitButton } from './form-parts';
import { synonymsWordsIn } from './synonyms-words';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

export function SynonymsForm({
  action,
  seenVersion,
  synonyms,
  language,
}: {
  action: Action;
  seenVersion: number;
  synonyms: readonly Synonyms[];
  language: Language;
}) {
  const [state, submit] = useActionState(action, READY);
  const words = synonymsWordsIn(language);
  const typed = state.is === 'problem' ? state.typed.groups : undefined;
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <div>
        <label htmlFor="groups" className="mb-1 block text-sm font-bold">
          {words.groups}
        </label>
        <textarea
          id="groups"
          name="groups"
          rows={6}
          maxLength={15_000}
          placeholder={words.example}
          defaultValue={typed ?? synonyms.map((group) => group.join(', ')).join('\n')}
          aria-invalid={state.is === 'problem' || undefined}
          className={cn(INPUT_CLASS, 'py-2')}
        />
      </div>
      <SubmitButton label={words.save} />
      <FormWord state={state} done={words.saved} />
    </form>
  );
}
