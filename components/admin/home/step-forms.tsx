'use client';

import { type MouseEvent, useActionState, useEffect, useRef } from 'react';
import { FormWord, SubmitButton } from '@/components/admin/form-parts';
import { SMALL } from '@/components/admin/product-picks';
import { buttonClass } from '@/components/ui/button';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { homeWordsIn } from './home-words';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type StepsProps = {
  action: Action;
  language: Language;
  seenVersion: number;
  id: string;
  title: string;
  first: boolean;
  last: boolean;
};

/** Moves a block of the draft one step a tap, or takes it out. */
export function BlockSteps({ action, language, seenVersion, id, title, first, last }: StepsProps) {
  const [state, submit] = useActionState(action, READY);
  const pressed = useRef<HTMLButtonElement | null>(null);
  const words = homeWordsIn(language);
  useEffect(() => {
    // A row that moved loses the keyboard; at the end the button that led there is over, and the other way goes on.
    const button = pressed.current;
    if (state.is !== 'done' || !button) return;
    const next = button.disabled ? button.form?.querySelector<HTMLButtonElement>('button:not(:disabled)') : button;
    next?.focus();
  }, [state]);
  const remember = (event: MouseEvent<HTMLButtonElement>) => {
    pressed.current = event.currentTarget;
  };
  const step = (name: 'up' | 'down' | 'remove', sign: string, disabled = false) => (
    <button
      type="submit"
      name="step"
      value={name}
      aria-label={words[name](title)}
      disabled={disabled}
      onClick={remember}
      className={buttonClass('quiet', SMALL)}
    >
      {sign}
    </button>
  );
  return (
    <form action={submit} className="flex flex-wrap gap-1">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <input type="hidden" name="id" value={id} />
      {step('up', '↑', first)}
      {step('down', '↓', last)}
      {step('remove', '×')}
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

type PageFormProps = {
  action: Action;
  seenVersion: number;
  /** The version that is meant, where it is not the one that was seen. */
  number?: number;
  label: string;
  /** What stands on the button, where its label says more than there is room for. */
  short?: string;
  done?: string;
  quiet?: boolean;
};

/** One thing that may be done with the page as a whole. */
export function PageForm({ action, seenVersion, number, label, short, done, quiet = false }: PageFormProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} aria-label={label} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      {number !== undefined && <input type="hidden" name="number" value={number} />}
      <SubmitButton label={short ?? label} quiet={quiet} />
      {(done || state.is === 'problem') && <FormWord state={state} {...(done ? { done } : {})} />}
    </form>
  );
}
