'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { NOTE_AT_MOST } from '@/lib/domain/messaging/reply-length';
import { CONTROL_CLASS } from './control-class';
import { FormWord, SubmitButton } from './form-parts';
import { peopleWordsIn } from './people-words';

type NoteFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** What the note is on. */
  about: { is: 'orderId' | 'shopperId'; id: string };
  requestId: string;
  language: Language;
};

/** What the team tells itself, on an order or a person. */
export function NoteForm({ action, about, requestId, language }: NoteFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = peopleWordsIn(language);
  return (
    <form action={submit} className="grid gap-1 text-sm">
      <input type="hidden" name={about.is} value={about.id} />
      <input type="hidden" name="requestId" value={requestId} />
      <label htmlFor="note" className="font-bold">
        {words.addNote}
      </label>
      <textarea
        id="note"
        name="text"
        rows={2}
        required
        maxLength={NOTE_AT_MOST}
        defaultValue={state.is === 'problem' ? state.typed.text : undefined}
        aria-describedby="note-hint"
        className={`${CONTROL_CLASS} w-full resize-y py-2`}
      />
      <p id="note-hint" className="text-xs text-muted">
        {words.noteHint}
      </p>
      <span>
        <SubmitButton label={words.keepNote} quiet />
      </span>
      <FormWord state={state} done={words.saved} />
    </form>
  );
}
