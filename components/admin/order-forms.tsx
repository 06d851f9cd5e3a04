'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, FormWord, SubmitButton } from './form-parts';
import { orderWordsIn } from './order-words';
import { Panel } from './parts';

export type OrderAction = (previous: ActionState, form: FormData) => Promise<ActionState>;
export type FormProps = { action: OrderAction; language: Language; orderId: string; seenVersion: number };

/** Held money is taken before anything is sent. */
export function CaptureForm({ action, language, orderId, seenVersion, currency }: FormProps & { currency: string }) {
  const [state, submit] = useActionState(action, READY);
  const words = orderWordsIn(language);
  return (
    <Panel title={words.take}>
      <form action={submit} className="grid gap-3">
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="seenVersion" value={seenVersion} />
        <input type="hidden" name="currency" value={currency} />
        <Field
          id="amount"
          name="amount"
          label={`${words.amount} (${currency})`}
          hint={words.takeHint}
          inputMode="decimal"
          maxLength={12}
          autoComplete="off"
          state={state}
        />
        <SubmitButton label={words.takeMoney} quiet />
        <FormWord state={state} done={words.done} />
      </form>
    </Panel>
  );
}

export function CancelForm({ action, language, orderId, seenVersion }: FormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = orderWordsIn(language);
  return (
    <Panel title={words.cancel}>
      <form action={submit} className="grid gap-3">
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="seenVersion" value={seenVersion} />
        <p className="text-sm">{words.cancelLead}</p>
        <SubmitButton label={words.callOff} quiet />
        <FormWord state={state} done={words.done} />
      </form>
    </Panel>
  );
}
