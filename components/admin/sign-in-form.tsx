'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { Field, FormWord, SubmitButton } from './form-parts';
import type { Words } from './words';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** `next`: where at the desk one goes on. */
export function SignInForm({ action, words, next }: { action: Action; words: Words; next: string }) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      <Field id="email" name="email" type="email" label={words.email} autoComplete="username" required state={state} />
      <Field
        id="password"
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
        state={state}
      />
      <FormWord state={state} />
      <SubmitButton label={words.signIn} />
    </form>
  );
}

export function FirstOwnerForm({ action, words, token }: { action: Action; words: Words; token: string }) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Field id="name" name="name" label={words.name} autoComplete="name" required maxLength={80} state={state} />
      <Field id="email" name="email" type="email" label={words.email} autoComplete="username" required state={state} />
      <NewPassword words={words} state={state} />
      <FormWord state={state} />
      <SubmitButton label={words.becomeOwner} />
    </form>
  );
}

/** Whoever it is, the answer is the same. */
export function ForgottenForm({ action, words }: { action: Action; words: Words }) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} className="grid gap-4">
      <Field id="email" name="email" type="email" label={words.email} autoComplete="username" required state={state} />
      <FormWord state={state} done={words.resetAsked} />
      <SubmitButton label={words.sendReset} />
    </form>
  );
}

type NewPasswordFormProps = { action: Action; words: Words; token: string; email: string };

/** `email` is shown to whoever keeps the passwords, and sent nowhere: the link knows it. */
export function NewPasswordForm({ action, words, token, email }: NewPasswordFormProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <NewPassword words={words} state={state} />
      <FormWord state={state} />
      <SubmitButton label={words.setPassword} />
    </form>
  );
}

type InvitationFormProps = { action: Action; words: Words; label: string; token: string; email: string };

/** `email` is shown to whoever keeps the passwords, and sent nowhere: the invitation knows it. */
export function InvitationForm({ action, words, label, token, email }: InvitationFormProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <Field id="name" name="name" label={words.name} autoComplete="name" required maxLength={80} state={state} />
      <NewPassword words={words} state={state} />
      <FormWord state={state} />
      <SubmitButton label={label} />
    </form>
  );
}

function NewPassword({ words, state }: { words: Words; state: ActionState }) {
  return (
    <Field
      id="password"
      name="password"
      type="password"
      label={words.password}
      hint={words.passwordHint}
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={128}
      state={state}
    />
  );
}
