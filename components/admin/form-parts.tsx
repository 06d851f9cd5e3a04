'use client';

import { type InputHTMLAttributes, useId } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { type ActionState, PASSWORD_AGAIN } from '@/lib/domain/action-state';
import { INPUT_CLASS } from './control-class';

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  id: string;
  label: string;
  hint?: string;
  state: ActionState;
  /** Where the label is clear from the table around it, only screen readers hear it. */
  quiet?: boolean;
};

/** A labelled input that knows whether the last posting found fault with it. */
export function Field({ label, hint, state, quiet = false, className, defaultValue, ...input }: FieldProps) {
  const wrong = state.is === 'problem' && state.fields.includes(input.name ?? '');
  // React empties a form once its action has answered; what was typed comes back with a problem.
  const typed = state.is === 'problem' ? state.typed[input.name ?? ''] : undefined;
  const hintId = hint ? `${input.id}-hint` : undefined;
  return (
    <div className={className}>
      <label htmlFor={input.id} className={quiet ? 'sr-only' : 'mb-1 block text-sm font-bold'}>
        {label}
      </label>
      <input
        {...input}
        defaultValue={typed ?? defaultValue}
        aria-invalid={wrong || undefined}
        aria-describedby={hintId}
        className={INPUT_CLASS}
      />
      {hint && (
        <p id={hintId} className={cn('mt-1 text-xs text-muted', quiet && 'sr-only')}>
          {hint}
        </p>
      )}
    </div>
  );
}

/**
 * Says once, aloud too, what became of the last posting. Keeps its place while there is nothing to say. Where the password is due
 * again, it asks for it: the same form is then sent once more, with all that was typed.
 */
export function FormWord({ state, done }: { state: ActionState; done?: string }) {
  const text = state.is === 'problem' ? state.message : state.is === 'done' ? (done ?? '') : '';
  return (
    <div className="grid gap-2">
      <p
        role="status"
        className={cn('min-h-5 text-xs', state.is === 'problem' ? 'text-error' : 'text-muted', !text && 'invisible')}
      >
        {text}
      </p>
      {state.is === 'problem' && state.asks && <PasswordAgain label={state.asks} />}
    </div>
  );
}

function PasswordAgain({ label }: { label: string }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-bold">
        {label}
      </label>
      <input
        id={id}
        name={PASSWORD_AGAIN}
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
        className={INPUT_CLASS}
      />
    </div>
  );
}

export function SubmitButton({ label, quiet = false }: { label: string; quiet?: boolean }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-disabled={pending || undefined}
      className={buttonClass(
        quiet ? 'quiet' : 'primary',
        cn(quiet && 'min-h-11 px-3 text-sm', pending && 'opacity-60'),
      )}
    >
      {label}
    </button>
  );
}
