'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { NOTE_AT_MOST } from '@/lib/domain/messaging/reply-length';
import { CONTROL_CLASS } from './control-class';
import { FormWord, SubmitButton } from './form-parts';
import { orderDeskWordsIn } from './order-desk-words';
import type { OrderAction } from './order-forms';

type OrderNoteFormProps = { action: OrderAction; orderId: string; requestId: string; language: Language };

export function OrderNoteForm({ action, orderId, requestId, language }: OrderNoteFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = orderDeskWordsIn(language);
  return (
    <form action={submit} className="grid gap-1 text-sm">
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="requestId" value={requestId} />
      <label htmlFor="order-note" className="font-bold">
        {words.addNote}
      </label>
      <textarea
        id="order-note"
        name="text"
        rows={2}
        required
        maxLength={NOTE_AT_MOST}
        defaultValue={state.is === 'problem' ? state.typed.text : undefined}
        aria-describedby="order-note-hint"
        className={`${CONTROL_CLASS} w-full resize-y py-2`}
      />
      <p id="order-note-hint" className="text-xs text-muted">
        {words.noteHint}
      </p>
      <span>
        <SubmitButton label={words.keepNote} quiet />
      </span>
      <FormWord state={state} done={words.saved} />
    </form>
  );
}
