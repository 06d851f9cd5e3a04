'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { discountWordsIn } from './discount-words';
import { FormWord, SubmitButton } from './form-parts';

type StatusFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  discount: { id: string; version: number; status: 'active' | 'paused' };
};

/** Pauses a discount, or lets it go on. */
export function StatusForm({ action, language, discount }: StatusFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = discountWordsIn(language);
  const isPaused = discount.status === 'paused';
  return (
    <form action={submit} className="grid gap-1 rounded-lg border border-line bg-raised p-4">
      <input type="hidden" name="discountId" value={discount.id} />
      <input type="hidden" name="seenVersion" value={discount.version} />
      <input type="hidden" name="status" value={isPaused ? 'active' : 'paused'} />
      <SubmitButton label={isPaused ? words.resume : words.pause} quiet />
      <p className="text-xs text-muted">{words.pauseHint}</p>
      <FormWord state={state} />
    </form>
  );
}
