'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { REPLY_AT_MOST } from '@/lib/domain/messaging/reply-length';
import { cannedWordsIn } from './canned-words';
import { CONTROL_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import { peopleWordsIn } from './people-words';
import type { PeopleAction } from './reply-form';

type CannedProps = { action: PeopleAction; id: string; language: Language };

/** What is said often, once per language. */
export function CannedForm({ action, id, language }: CannedProps) {
  const [state, submit] = useActionState(action, READY);
  const words = { ...peopleWordsIn(language), ...cannedWordsIn(language) };
  const typed = (name: string) => (state.is === 'problem' ? state.typed[name] : undefined);
  return (
    <form action={submit} className="grid gap-3 text-sm">
      <input type="hidden" name="id" value={id} />
      <Field id="title" name="title" label={words.cannedTitle} maxLength={60} required state={state} />
      {(
        [
          ['textDe', words.cannedDe],
          ['textEn', words.cannedEn],
        ] as const
      ).map(([name, label]) => (
        <div key={name}>
          <label htmlFor={name} className="mb-1 block font-bold">
            {label}
          </label>
          <textarea
            id={name}
            name={name}
            rows={3}
            maxLength={REPLY_AT_MOST}
            defaultValue={typed(name)}
            className={`${CONTROL_CLASS} w-full resize-y py-2`}
          />
        </div>
      ))}
      <span>
        <SubmitButton label={words.save} />
      </span>
      <FormWord state={state} done={words.saved} />
    </form>
  );
}

export function RemoveCannedForm(props: { action: PeopleAction; id: string; label: string; name: string }) {
  const [state, submit] = useActionState(props.action, READY);
  return (
    <form action={submit} aria-label={props.name}>
      <input type="hidden" name="id" value={props.id} />
      <SubmitButton label={props.label} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

type QuietProps = { action: PeopleAction; minutes: number; language: Language };

export function QuietForm({ action, minutes, language }: QuietProps) {
  const [state, submit] = useActionState(action, READY);
  const words = { ...peopleWordsIn(language), ...cannedWordsIn(language) };
  return (
    <form action={submit} className="grid gap-2 text-sm">
      <Field
        id="quiet-minutes"
        name="quietMinutes"
        label={words.quietMinutes}
        type="number"
        inputMode="numeric"
        min={5}
        max={1440}
        defaultValue={minutes}
        state={state}
      />
      <span>
        <SubmitButton label={words.save} quiet />
      </span>
      <FormWord state={state} done={words.saved} />
    </form>
  );
}

type PersonaProps = { action: PeopleAction; name: string; ownName: string; language: Language };

/** Under which name she is seen in threads. */
export function PersonaForm({ action, name, ownName, language }: PersonaProps) {
  const [state, submit] = useActionState(action, READY);
  const words = { ...peopleWordsIn(language), ...cannedWordsIn(language) };
  return (
    <form action={submit} className="grid gap-2 text-sm">
      <Field
        id="persona-name"
        name="name"
        label={words.personaName}
        hint={words.personaHint}
        defaultValue={name}
        placeholder={ownName.split(' ')[0]}
        maxLength={40}
        state={state}
      />
      <span>
        <SubmitButton label={words.save} quiet />
      </span>
      <FormWord state={state} done={words.saved} />
    </form>
  );
}
