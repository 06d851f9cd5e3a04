'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { type ColumnMapping, MAPPED_FIELDS } from '@/lib/domain/catalogue/transfer/file-format';
import type { Language } from '@/lib/domain/market';
import { CONTROL_CLASS } from '../control-class';
import { FormWord, SubmitButton } from '../form-parts';
import { importWordsIn } from './import-words';
import { ReadingOptions } from './upload-form';

type FormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  importId: string;
  language: Language;
};

/** One step of an import, one button. */
export function ImportStepForm({
  action,
  importId,
  label,
  main = false,
}: Omit<FormProps, 'language'> & { label: string; main?: boolean }) {
  const [state, submit] = useActionState(action, READY);
  return (
    <form action={submit} className="grid gap-1">
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton label={label} quiet={!main} />
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

type ReadAgainProps = FormProps & {
  chosen: { currency: string; language: string; takesStock: boolean };
  /** Where a person says what the columns mean: those of the file, and what they probably are. */
  columns?: string[];
  mapping?: ColumnMapping;
};

/** Has the same file read in another way. */
export function ReadAgainForm({ action, importId, language, chosen, columns, mapping }: ReadAgainProps) {
  const [state, submit] = useActionState(action, READY);
  const words = importWordsIn(language);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="importId" value={importId} />
      {columns && (
        <div className="grid gap-3 sm:grid-cols-2">
          {MAPPED_FIELDS.map((field) => (
            <div key={field}>
              <label htmlFor={`map-${field}`} className="mb-1 block text-sm font-bold">
                {words.fields[field]}
              </label>
              <select
                id={`map-${field}`}
                name={`map.${field}`}
                defaultValue={mapping?.[field] ?? ''}
                className={`${CONTROL_CLASS} w-full`}
              >
                <option value="">{words.noColumn}</option>
                {columns.filter(Boolean).map((column) => (
                  <option key={column}>{column}</option>
                ))}
              </select>
            </div>
          ))}
        </div>
      )}
      <ReadingOptions language={language} chosen={chosen} />
      <div className="justify-self-start">
        <SubmitButton label={columns ? words.compare : words.compareAnew} quiet={!columns} />
      </div>
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}
