'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { REPLY_AT_MOST } from '@/lib/domain/messaging/reply-length';
import { CONTROL_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import { peopleWordsIn } from './people-words';
import type { PeopleAction } from './reply-form';

/** One tap on a conversation. */
export function TapForm({ action, shopperId, label }: { action: PeopleAction; shopperId: string; label: string }) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit}>
      <input type="hidden" name="shopperId" value={shopperId} />
      <SubmitButton label={label} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

type AssignProps = {
  action: PeopleAction;
  shopperId: string;
  staff: { id: string; name: string }[];
  assignedTo: string | null;
  language: Language;
};

export function AssignForm({ action, shopperId, staff, assignedTo, language }: AssignProps) {
  const [state, submit] = useActionState(action, READY);
  const words = peopleWordsIn(language);
  return (
    <form action={submit} className="grid gap-1 text-sm">
      <input type="hidden" name="shopperId" value={shopperId} />
      <label htmlFor="assignee" className="font-bold">
        {words.assigned}
      </label>
      <span className="flex gap-2">
        <select
          key={assignedTo}
          id="assignee"
          name="merchantId"
          defaultValue={assignedTo ?? ''}
          className={`${CONTROL_CLASS} min-w-0 flex-1`}
        >
          <option value="">{words.nobody}</option>
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <SubmitButton label={words.assign} quiet />
      </span>
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

type PassProps = { action: PeopleAction; shopperId: string; language: Language };

export function PassForm({ action, shopperId, language }: PassProps) {
  const [state, submit] = useActionState(action, READY);
  const words = peopleWordsIn(language);
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="shopperId" value={shopperId} />
      <Field id="pass-reason" name="metadata" label={words.passReason} maxLength={200} state={state} />
      <SubmitButton label={words.pass} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

type MailProps = {
  action: PeopleAction;
  shopperId: string;
  requestId: string;
  orders: { id: string; label: string }[];
  language: Language;
};

/** The other way, while the thread is shut: a mail to the address of an order. */
export function MailForm({ action, shopperId, requestId, orders, language }: MailProps) {
  const [state, submit] = useActionState(action, READY);
  const words = peopleWordsIn(language);
  const typed = state.is === 'problem' ? state.typed.text : undefined;
  return (
    <form action={submit} className="grid gap-2 text-sm">
      <input type="hidden" name="shopperId" value={shopperId} />
      <input type="hidden" name="requestId" value={requestId} />
      <label htmlFor="mail-order" className="font-bold">
        {words.mailOrder}
      </label>
      <select id="mail-order" name="orderId" className={CONTROL_CLASS}>
        {orders.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <label htmlFor="mail-text" className="font-bold">
        {words.mailText}
      </label>
      <textarea
        id="mail-text"
        name="text"
        rows={3}
        required
        maxLength={REPLY_AT_MOST}
        defaultValue={typed}
        className={`${CONTROL_CLASS} w-full resize-y py-2 text-base`}
      />
      <span>
        <SubmitButton label={words.sendMail} />
      </span>
      <FormWord state={state} done={words.sent} />
    </form>
  );
}

type SendProductProps = { action: PeopleAction; shopperId: string; requestId: string; slug: string; label: string };

export function SendProductForm({ action, shopperId, requestId, slug, label }: SendProductProps) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit}>
      <input type="hidden" name="shopperId" value={shopperId} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="slug" value={slug} />
      <SubmitButton label={label} quiet />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}
