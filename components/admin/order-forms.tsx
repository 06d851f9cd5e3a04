'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, FormWord, SubmitButton } from './form-parts';
import { orderWordsIn } from './order-words';
import { Panel } from './parts';

export type OrderAction = (previous: ActionState, form: FormData) => Promise<ActionState>;
type FormProps = { action: OrderAction; language: Language; orderId: string; seenVersion: number };

/** The goods leave: carrier and parcel number go into her thread. Held money is taken first; a dispute is asked about. */
export function FulfilForm({
  action,
  language,
  orderId,
  seenVersion,
  isDisputed,
}: FormProps & { isDisputed: boolean }) {
  const [state, submit] = useActionState(action, READY);
  const words = orderWordsIn(language);
  return (
    <Panel title={words.send}>
      <form action={submit} className="grid gap-3">
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="seenVersion" value={seenVersion} />
        <Field id="carrier" name="carrier" label={words.carrier} maxLength={60} autoComplete="off" state={state} />
        <Field id="tracking" name="tracking" label={words.tracking} maxLength={60} autoComplete="off" state={state} />
        {isDisputed && (
          <label className="flex min-h-11 items-start gap-3 rounded-md border border-edge p-3 text-sm">
            <input type="checkbox" name="anyway" required className="mt-1 size-4" />
            {words.sendAnyway}
          </label>
        )}
        <SubmitButton label={words.markAsSent} />
        <FormWord state={state} done={words.done} />
      </form>
    </Panel>
  );
}

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
