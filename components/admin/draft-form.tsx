'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, FormWord, SubmitButton } from './form-parts';
import { peopleWordsIn } from './people-words';
import type { PeopleAction } from './reply-form';

type Props = { action: PeopleAction; shopperId: string; requestId: string; language: Language };

/** An order put together for her, sent as a card that leads to paying it. */
export function DraftForm({ action, shopperId, requestId, language }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = peopleWordsIn(language);
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="shopperId" value={shopperId} />
      <input type="hidden" name="requestId" value={requestId} />
      <Field
        id="draft-lines"
        name="lines"
        label={words.draftLines}
        hint={words.draftHint}
        placeholder="OO-DE-WEEK x2, OO-POSTER"
        required
        maxLength={500}
        autoComplete="off"
        state={state}
      />
      <div className="flex items-center gap-4">
        <SubmitButton label={words.sendDraft} quiet />
        <FormWord state={state} done={words.sent} />
      </div>
    </form>
  );
}
