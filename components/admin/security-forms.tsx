'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, SubmitButton } from './form-parts';
import { securityWordsIn } from './security-words';
import { wordsIn } from './words';

type FormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  label: string;
};

/** What wants the password itself, such as changing how one signs in. */
export function PasswordForm({ action, language, label }: FormProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} className="grid max-w-sm gap-3">
      <Field
        id="password"
        name="password"
        type="password"
        label={wordsIn(language).password}
        autoComplete="current-password"
        required
        maxLength={128}
        state={state}
      />
      <Word state={state} />
      <SubmitButton label={label} quiet />
    </form>
  );
}

/** Another password, for whoever knows the present one. */
export function ChangePasswordForm({ action, language, label }: FormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = securityWordsIn(language);
  const field = { type: 'password', required: true, maxLength: 128, state } as const;
  return (
    <form action={submit} className="grid max-w-sm gap-3">
      <Field
        {...field}
        id="present-password"
        name="password"
        label={words.presentPassword}
        autoComplete="current-password"
      />
      <Field
        {...field}
        id="new-password"
        name="newPassword"
        label={words.newPassword}
        hint={wordsIn(language).passwordHint}
        autoComplete="new-password"
        minLength={12}
      />
      <Word state={state} done={words.changed} />
      <SubmitButton label={label} quiet />
    </form>
  );
}

/** `next`: where one goes on after signing in; `anyCode`: a recovery code will do as well. */
export function CodeForm({ action, language, label, next, anyCode }: FormProps & { next?: string; anyCode?: boolean }) {
  const [state, submit] = useActionState(action, READY);
  const words = securityWordsIn(language);
  return (
    <form action={submit} className="grid max-w-sm gap-3">
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <Field
        id="one-time-code"
        name="oneTimeCode"
        label={anyCode ? words.anyCode : words.code}
        autoComplete="one-time-code"
        inputMode={anyCode ? 'text' : 'numeric'}
        autoCapitalize="off"
        spellCheck={false}
        required
        maxLength={20}
        state={state}
      />
      <Word state={state} />
      <SubmitButton label={label} />
    </form>
  );
}

function Word({ state, done = '' }: { state: ActionState; done?: string }) {
  const isProblem = state.is === 'problem';
  return (
    <p role="status" className={isProblem ? 'text-xs text-error' : 'text-xs text-muted'}>
      {isProblem ? state.message : state.is === 'done' ? done : ''}
    </p>
  );
}
