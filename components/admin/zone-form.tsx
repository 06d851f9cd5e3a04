'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { Field, FormWord, SubmitButton } from './form-parts';
import { type SettingsWords, settingsWordsIn } from './settings-words';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

const COLUMNS = ['titleDe', 'titleEn', 'price', 'freeFrom', 'upToKg', 'daysFrom', 'daysTo'] as const;
type RateFields = Record<(typeof COLUMNS)[number] | 'id', string>;

export type ZoneFields = { id: string; name: string; countries: string[]; rates: RateFields[] };

type Props = {
  save: Action;
  remove: Action;
  language: Language;
  seenVersion: number;
  zone: ZoneFields;
  countries: { code: string; name: string }[];
};

/** A zone with its countries and ways of sending; without an id it is a new one. */
export function ZoneForm({ save, remove, language, seenVersion, zone, countries }: Props) {
  const [state, submit] = useActionState(save, READY);
  const [removal, submitRemoval] = useActionState(remove, READY);
  const words = settingsWordsIn(language).shipping;
  const typed = state.is === 'problem' ? state.typed : null;
  const own = zone.id || 'new';
  return (
    <>
      <form action={submit} className="grid gap-4">
        <input type="hidden" name="seenVersion" value={seenVersion} />
        <input type="hidden" name="zoneId" value={zone.id} />
        <Field
          id={`zone-${own}`}
          name="name"
          label={words.name}
          defaultValue={zone.name}
          maxLength={60}
          autoComplete="off"
          state={state}
          className="max-w-sm"
        />
        <fieldset>
          <legend className="mb-1 text-sm font-bold">{words.countries}</legend>
          <div className="flex flex-wrap gap-x-6">
            {countries.map(({ code, name }) => {
              const isOn = typed ? typed[`country${code}`] === 'on' : zone.countries.includes(code);
              return (
                <label key={`${code}${isOn}`} className="inline-flex min-h-11 items-center gap-2 text-sm">
                  <input type="checkbox" name={`country${code}`} defaultChecked={isOn} className="size-4" />
                  {name}
                </label>
              );
            })}
          </div>
        </fieldset>
        <fieldset className="grid gap-3">
          <legend className="mb-1 text-sm font-bold">{words.rates}</legend>
          {zone.rates.map((rate, index) => (
            <RateRow key={rate.id || `row-${index}`} rate={rate} index={index} own={own} words={words} state={state} />
          ))}
        </fieldset>
        <p className="text-xs text-muted">{words.hint}</p>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton label={words.save} />
          <FormWord state={state} />
        </div>
      </form>
      {zone.id !== '' && (
        <form action={submitRemoval} className="flex items-center gap-4">
          <input type="hidden" name="seenVersion" value={seenVersion} />
          <input type="hidden" name="zoneId" value={zone.id} />
          <SubmitButton label={words.remove} quiet />
          <FormWord state={removal} />
        </form>
      )}
    </>
  );
}

type RowProps = {
  rate: RateFields;
  index: number;
  own: string;
  words: SettingsWords['shipping'];
  state: ActionState;
};

function RateRow({ rate, index, own, words, state }: RowProps) {
  return (
    <fieldset className="grid grid-cols-2 gap-2 border-t border-line pt-3 lg:grid-cols-[2fr_2fr_1fr_1fr_1fr_1fr_1fr]">
      <legend className="sr-only">{words.row(index + 1)}</legend>
      <input type="hidden" name={`id${index}`} value={rate.id} />
      {COLUMNS.map((column) => (
        <Field
          key={`${column}${rate[column]}`}
          id={`rate-${own}-${column}${index}`}
          name={`${column}${index}`}
          label={words[column]}
          defaultValue={rate[column]}
          inputMode={column.startsWith('title') ? 'text' : 'decimal'}
          autoComplete="off"
          maxLength={80}
          state={state}
        />
      ))}
    </fieldset>
  );
}
