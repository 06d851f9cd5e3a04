'use client';

import type { ActionState } from '@/lib/domain/action-state';
import { INPUT_CLASS } from './control-class';

type Props = {
  id: string;
  name: string;
  label: string;
  value: string;
  rows: number;
  maxLength: number;
  state: ActionState;
};

/** A labelled text of several lines that keeps what was typed when the posting met a problem. */
export function TextArea({ id, name, label, value, rows, maxLength, state }: Props) {
  const typed = state.is === 'problem' ? state.typed[name] : undefined;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-bold">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        key={typed ?? value}
        defaultValue={typed ?? value}
        rows={rows}
        maxLength={maxLength}
        aria-invalid={(state.is === 'problem' && state.fields.includes(name)) || undefined}
        className={`${INPUT_CLASS} py-2`}
      />
    </div>
  );
}
