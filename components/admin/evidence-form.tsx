'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { INPUT_CLASS } from './control-class';
import { EVIDENCE_NAMES } from './dispute-words';
import { Field, FormWord, SubmitButton } from './form-parts';
import { wordsIn } from './words';

type Fields = Record<keyof typeof EVIDENCE_NAMES, string>;
type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  disputeId: string;
  evidence: Fields;
  /** She reads the answer herself: only what is said in a message leaves. */
  onlyStatement: boolean;
  words: { once: string; submit: string };
};

const SHORT = ['customerName', 'customerEmail', 'shippedOn', 'carrier', 'trackingNumber'] as const;
const LONG = [
  ['shippingAddress', 4],
  ['productDescription', 5],
  ['statement', 14],
  ['terms', 8],
] as const;

/** What the shop collected for the bank, each text to be edited; sent once, hence the ticked box. */
export function EvidenceForm({ action, language, disputeId, evidence, onlyStatement, words: said }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = wordsIn(language);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="disputeId" value={disputeId} />
      {onlyStatement &&
        [...SHORT, 'shippingAddress', 'productDescription', 'terms'].map((name) => (
          <input key={name} type="hidden" name={name} value="" />
        ))}
      <div className="grid gap-4 sm:grid-cols-2">
        {(onlyStatement ? [] : SHORT).map((name) => (
          <Field
            key={name}
            id={`evidence-${name}`}
            name={name}
            label={EVIDENCE_NAMES[name][language]}
            defaultValue={evidence[name]}
            autoComplete="off"
            state={state}
          />
        ))}
      </div>
      {LONG.filter(([name]) => name === 'statement' || !onlyStatement).map(([name, rows]) => (
        <div key={name}>
          <label htmlFor={`evidence-${name}`} className="mb-1 block text-sm font-bold">
            {EVIDENCE_NAMES[name][language]}
          </label>
          <textarea
            id={`evidence-${name}`}
            name={name}
            rows={rows}
            defaultValue={(state.is === 'problem' ? state.typed[name] : undefined) ?? evidence[name]}
            className={`${INPUT_CLASS} py-2 leading-normal`}
            aria-invalid={(state.is === 'problem' && state.fields.includes(name)) || undefined}
          />
        </div>
      ))}
      <label className="flex min-h-11 items-start gap-3 py-2 text-sm">
        <input type="checkbox" name="agreed" required className="mt-1 size-4" />
        {said.once}
      </label>
      <div className="flex items-center gap-4">
        <SubmitButton label={said.submit} />
        <FormWord state={state} done={words.evidenceSent} />
      </div>
    </form>
  );
}
