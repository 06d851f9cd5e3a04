'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import type { RefundReason } from '@/lib/domain/orders/refund';
import { CONTROL_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import type { OrderAction } from './order-forms';
import { orderWordsIn } from './order-words';
import { Panel } from './parts';

const REASONS = ['returned', 'damaged', 'missing', 'goodwill'] as const satisfies readonly RefundReason[];

type RefundFormProps = {
  action: OrderAction;
  language: Language;
  orderId: string;
  seenVersion: number;
  /** New with each rendering: this form is one refund, however often it is sent. */
  requestId: string;
  currency: string;
  lines: { variantId: string; title: string; left: number }[];
};

/** Gives money back: everything that is left, or pieces, delivery and an amount on top. */
export function RefundForm({ action, language, lines, ...order }: RefundFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = orderWordsIn(language);
  const typed = state.is === 'problem' ? state.typed : {};
  const field = { autoComplete: 'off', state } as const;
  const amount = { ...field, inputMode: 'decimal', maxLength: 12 } as const;
  return (
    <Panel title={words.refund}>
      <form action={submit} className="grid gap-3 text-sm">
        <input type="hidden" name="orderId" value={order.orderId} />
        <input type="hidden" name="requestId" value={order.requestId} />
        <input type="hidden" name="seenVersion" value={order.seenVersion} />
        <input type="hidden" name="currency" value={order.currency} />
        <Choice name="what" value="everything" label={words.everything} chosen={typed.what === 'everything'} />
        <Choice name="what" value="parts" label={words.parts} chosen={typed.what !== 'everything'} />
        <fieldset className="grid gap-3 border-l border-line pl-3">
          <legend className="sr-only">{words.parts}</legend>
          {lines.map((line) => (
            <Field
              {...field}
              key={line.variantId}
              id={`pieces-${line.variantId}`}
              name={`pieces-${line.variantId}`}
              label={words.piecesOf(line.title, line.left)}
              inputMode="numeric"
              maxLength={3}
            />
          ))}
          <Field {...amount} id="shipping" name="shipping" label={`${words.shipping} (${order.currency})`} />
          <Field {...amount} id="extra" name="extra" label={`${words.extra} (${order.currency})`} />
        </fieldset>
        <div>
          <label htmlFor="refund-reason" className="mb-1 block font-bold">
            {words.reason}
          </label>
          <select
            key={typed.reason}
            id="refund-reason"
            name="reason"
            defaultValue={typed.reason}
            className={CONTROL_CLASS}
          >
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {words.reasons[reason]}
              </option>
            ))}
          </select>
        </div>
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="restock"
            value="yes"
            defaultChecked={typed.restock === 'yes'}
            className="size-5"
          />
          {words.restock}
        </label>
        <SubmitButton label={words.giveBack} quiet />
        <FormWord state={state} done={words.done} />
      </form>
    </Panel>
  );
}

function Choice({
  name,
  value,
  label,
  chosen = false,
}: {
  name: string;
  value: string;
  label: string;
  chosen?: boolean;
}) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="radio" name={name} value={value} defaultChecked={chosen} className="size-5" />
      {label}
    </label>
  );
}
