'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { broadcastWordsIn } from './broadcast-words';
import { Field, FormWord, SubmitButton } from './form-parts';

export type BroadcastStep = 'start' | 'pause' | 'resume' | 'stop' | 'test';
type StepFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  broadcastId: string;
  step: BroadcastStep;
};

/** One step of a broadcast, one button. Only the beginning may be put off. */
export function BroadcastStepForm({ action, language, broadcastId, step }: StepFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = broadcastWordsIn(language);
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="broadcastId" value={broadcastId} />
      <input type="hidden" name="step" value={step} />
      {step === 'start' && (
        <Field
          id="startsAt"
          name="startsAt"
          type="datetime-local"
          label={words.startsAt}
          hint={words.startsAtHint}
          state={state}
        />
      )}
      <SubmitButton label={words[step]} quiet={step !== 'start'} />
      <FormWord state={state} done={step === 'test' ? words.testSent : undefined} />
    </form>
  );
}

type ReminderFormProps = Omit<StepFormProps, 'broadcastId' | 'step'> & { cartAfterHours: number };

/** After how many hours carts are recalled. */
export function ReminderForm({ action, language, cartAfterHours }: ReminderFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = broadcastWordsIn(language);
  return (
    <form action={submit} className="grid gap-2">
      <Field
        id="cartAfterHours"
        name="cartAfterHours"
        label={words.hours}
        hint={words.remindersHint}
        defaultValue={String(cartAfterHours)}
        inputMode="numeric"
        pattern="[0-9]*"
        maxLength={3}
        required
        state={state}
      />
      <SubmitButton label={words.keep} quiet />
      <FormWord state={state} done={words.saved} />
    </form>
  );
}
