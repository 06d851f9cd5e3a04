'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { GIVE_IN_WORDS } from './dispute-words';
import { FormWord, SubmitButton } from './form-parts';
import { Panel } from './parts';

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  disputeId: string;
};

/** The merchant lets her have the disputed money; final, hence the ticked box. */
export function GiveInForm({ action, language, disputeId }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = GIVE_IN_WORDS[language];
  return (
    <Panel title={words.title}>
      <form action={submit} className="grid gap-3">
        <input type="hidden" name="disputeId" value={disputeId} />
        <p className="text-sm">{words.lead}</p>
        <label className="flex min-h-11 items-start gap-3 py-2 text-sm">
          <input type="checkbox" name="agreed" required className="mt-1 size-4" />
          {words.agreed}
        </label>
        <SubmitButton label={words.submit} quiet />
        <FormWord state={state} done={words.done} />
      </form>
    </Panel>
  );
}
