'use client';

import { useActionState } from 'react';
import type { ActionState } from '@/lib/domain/action-state';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { FormWord, SubmitButton } from './form-parts';
import { openPasskeyDialog } from './passkey-dialog';
import { passkeyWordsIn } from './passkey-words';
import { useKnowsPasskeys } from './use-knows-passkeys';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Props = { action: Action; language: Language; next: string };

/** The button stands only where the browser can; its place is kept, so that nothing moves when it comes. */
export function PasskeySignIn({ action, language, next }: Props) {
  const words = passkeyWordsIn(language);
  const [state, submit] = useActionState(async (previous: ActionState, form: FormData) => {
    const given = await openPasskeyDialog('sign-in', words);
    if (!given.ok) return given.state;
    form.set('credential', given.credential);
    return action(previous, form);
  }, READY);
  return (
    <div className="min-h-20">
      {useKnowsPasskeys() && (
        <form action={submit} className="grid gap-2">
          <input type="hidden" name="next" value={next} />
          <SubmitButton label={words.signIn} quiet />
          <FormWord state={state} />
        </form>
      )}
    </div>
  );
}
