'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, FormWord, SubmitButton } from './form-parts';
import { Calm } from './parts';
import { openPasskeyDialog } from './passkey-dialog';
import { passkeyWordsIn } from './passkey-words';
import { useKnowsPasskeys } from './use-knows-passkeys';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type FormProps = { action: Action; language: Language; passkey: { id: string; name: string } };

/** `may` asks for the password where it is due, `add` takes what the browser's dialog made in between. */
export function AddPasskeyForm({ may, add, language }: { may: Action; add: Action; language: Language }) {
  const words = passkeyWordsIn(language);
  const [state, submit] = useActionState(async (previous: ActionState, form: FormData) => {
    const allowed = await may(previous, form);
    if (allowed.is !== 'done') return allowed;
    const given = await openPasskeyDialog('add', words);
    const name = String(form.get('name'));
    if (!given.ok) return given.state.is === 'problem' ? { ...given.state, typed: { name } } : given.state;
    form.set('credential', given.credential);
    return add(previous, form);
  }, READY);
  const can = useKnowsPasskeys();
  if (can === null) return null;
  if (!can) return <Calm>{words.cannot}</Calm>;
  return (
    <form action={submit} className="grid max-w-sm gap-3">
      <Field
        id="passkey-name"
        name="name"
        label={words.newName}
        hint={words.nameHint}
        autoComplete="off"
        required
        maxLength={60}
        state={state}
      />
      <FormWord state={state} done={words.added} />
      <SubmitButton label={words.add} quiet />
    </form>
  );
}

export function RenamePasskeyForm({ action, language, passkey }: FormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = passkeyWordsIn(language);
  return (
    <details className="text-sm" open={state.is === 'problem' || undefined}>
      <summary aria-label={words.renameNamed(passkey.name)} className={SUMMARY_CLASS}>
        {words.rename}
      </summary>
      <form action={submit} className="grid max-w-sm gap-2">
        <input type="hidden" name="passkeyId" value={passkey.id} />
        <Field
          id={`name-${passkey.id}`}
          name="name"
          label={words.name}
          defaultValue={passkey.name}
          autoComplete="off"
          required
          maxLength={60}
          state={state}
        />
        {state.is === 'problem' && <FormWord state={state} />}
        <SubmitButton label={words.save} quiet />
      </form>
    </details>
  );
}

export function RemovePasskeyForm({ action, language, passkey }: FormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = passkeyWordsIn(language);
  return (
    <details className="text-sm" open={state.is === 'problem' || undefined}>
      <summary aria-label={words.removeNamed(passkey.name)} className={SUMMARY_CLASS}>
        {words.remove}
      </summary>
      <form action={submit} className="grid max-w-sm gap-2">
        <input type="hidden" name="passkeyId" value={passkey.id} />
        <p className="text-xs text-muted">{words.removeHint}</p>
        {state.is === 'problem' && <FormWord state={state} />}
        <SubmitButton label={words.removeNamed(passkey.name)} quiet />
      </form>
    </details>
  );
}

const SUMMARY_CLASS = 'inline-flex min-h-11 items-center text-brand underline underline-offset-4';
