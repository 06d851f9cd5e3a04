'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import { CARRIERS } from '@/lib/domain/orders/carriers';
import { Field, FormWord, SubmitButton } from './form-parts';
import { orderDeskWordsIn } from './order-desk-words';
import type { FormProps } from './order-forms';
import { orderWordsIn } from './order-words';
import { Panel, ROW_LINK_CLASS } from './parts';

type FulfilFormProps = FormProps & {
  /** New with each rendering: this form is one parcel, however often it is sent. */
  requestId: string;
  lines: { variantId: string; title: string; left: number }[];
  isHeld: boolean;
  isDisputed: boolean;
};

/** A parcel leaves: what is in it, who carries it, its number. Held money is taken first; a dispute is asked about. */
export function FulfilForm({ action, language, lines, ...order }: FulfilFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = orderWordsIn(language);
  const field = { autoComplete: 'off', state } as const;
  return (
    <Panel title={words.send}>
      <form action={submit} className="grid gap-3 text-sm">
        <input type="hidden" name="orderId" value={order.orderId} />
        <input type="hidden" name="requestId" value={order.requestId} />
        <input type="hidden" name="seenVersion" value={order.seenVersion} />
        <p className="text-muted">
          {words.sendLead} {order.isHeld && words.takenFirst}
        </p>
        <div className="grid gap-3 sm:grid-cols-2">
          {lines.map(({ variantId, title, left }) => (
            <Field
              {...field}
              key={variantId}
              id={`send-${variantId}`}
              name={`pieces-${variantId}`}
              label={words.piecesToSend(title, left)}
              defaultValue={String(left)}
              inputMode="numeric"
              maxLength={3}
            />
          ))}
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field {...field} id="carrier" name="carrier" label={words.carrier} list="carriers" maxLength={60} />
          <Field {...field} id="tracking" name="tracking" label={words.tracking} maxLength={60} />
          <datalist id="carriers">
            {CARRIERS.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        {order.isDisputed && (
          <label className="flex min-h-11 items-start gap-3 rounded-md border border-edge p-3">
            <input type="checkbox" name="anyway" required className="mt-1 size-4" />
            {words.sendAnyway}
          </label>
        )}
        <span className="flex flex-wrap items-center gap-4">
          <SubmitButton label={words.markAsSent} />
          <a
            href={`/admin/orders/${order.orderId}/packing-slip`}
            target="_blank"
            rel="noopener"
            className={ROW_LINK_CLASS}
          >
            {orderDeskWordsIn(language).packingSlip}
          </a>
        </span>
        <FormWord state={state} done={words.done} />
      </form>
    </Panel>
  );
}
