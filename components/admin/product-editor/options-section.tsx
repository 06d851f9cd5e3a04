'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { ProductOption } from '@/lib/domain/catalogue/product';
import { arrangeVariants, combinationsOf, freeKey } from '@/lib/domain/catalogue/variant-matrix';
import { type Language, textIn } from '@/lib/domain/market';
import { LocalizedField, Section, TextField, useEditor } from './editor-parts';
import { VariantTable } from './variant-table';

const MOST_OPTIONS = 3;
const MOST_VARIANTS = 100;
const SMALL = 'min-h-11 px-3 text-sm';

/** What there is to choose, and one line for each thing that can be bought. */
export function OptionsSection() {
  const { draft, change, words, tongue } = useEditor();
  const [tooMany, setTooMany] = useState(false);
  const arrange = (options: ProductOption[]) => {
    const fits = combinationsOf(options).length <= MOST_VARIANTS;
    setTooMany(!fits);
    if (fits) change({ options, variants: arrangeVariants(draft, options) });
    return fits;
  };
  return (
    <Section title={words.options} lead={words.optionsLead}>
      {draft.options.map((option, at) => (
        <OptionFields
          key={option.key}
          option={option}
          at={at}
          onRename={(renamed) => change({ options: draft.options.with(at, renamed) })}
          onValues={(values) => arrange(draft.options.with(at, { ...option, values }))}
          onRemove={() => arrange(draft.options.toSpliced(at, 1))}
        />
      ))}
      {draft.options.length < MOST_OPTIONS && (
        <NewOption
          onAdd={(name, values) =>
            arrange([
              ...draft.options,
              {
                key: freeKey(name, draft.options),
                name: inTongue(name, tongue),
                values: valuesOf(values, tongue),
              },
            ])
          }
        />
      )}
      {tooMany && (
        <p role="alert" className="text-sm text-error">
          {words.tooManyVariants}
        </p>
      )}
      <VariantTable />
    </Section>
  );
}

function inTongue(text: string, tongue: Language) {
  return { de: '', en: '', [tongue]: text };
}

function valuesOf(text: string, tongue: Language): ProductOption['values'] {
  const values: ProductOption['values'] = [];
  for (const name of new Set(text.split(',').map((part) => part.trim())))
    if (name) values.push({ key: freeKey(name, values), name: inTongue(name, tongue) });
  return values;
}

type OptionFieldsProps = {
  option: ProductOption;
  at: number;
  onRename: (option: ProductOption) => void;
  onValues: (values: ProductOption['values']) => boolean;
  onRemove: () => void;
};

function OptionFields({ option, at, onRename, onValues, onRemove }: OptionFieldsProps) {
  const { words, tongue, language } = useEditor();
  const [typed, setTyped] = useState('');
  const name = textIn(option.name, language);
  const addValue = () => {
    const [value] = valuesOf(typed, tongue);
    if (value && onValues([...option.values, { ...value, key: freeKey(typed, option.values) }])) setTyped('');
  };
  return (
    <fieldset className="grid gap-3 rounded-md border border-line p-3">
      <legend className="px-1 text-sm font-bold">{name}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <LocalizedField
          place={`options.${at}.name`}
          label={words.optionName}
          value={option.name}
          onText={(text) => onRename({ ...option, name: text })}
          maxLength={60}
          className="grow"
        />
        <button type="button" onClick={onRemove} className={buttonClass('quiet', SMALL)}>
          {words.removeOption(name)}
        </button>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2">
        {option.values.map((value, index) => (
          <li key={value.key} className="flex items-end gap-2">
            <LocalizedField
              place={`options.${at}.values.${index}.name`}
              label={words.value(index + 1, name)}
              value={value.name}
              onText={(text) => onRename({ ...option, values: option.values.with(index, { ...value, name: text }) })}
              maxLength={80}
              quiet
              className="grow"
            />
            {option.values.length > 1 && (
              <button
                type="button"
                aria-label={words.removeValue(textIn(value.name, language))}
                onClick={() => onValues(option.values.toSpliced(index, 1))}
                className={buttonClass('quiet', SMALL)}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2">
        <TextField
          place={`options.${at}.new`}
          label={words.addValue(name)}
          value={typed}
          onText={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            addValue();
          }}
          maxLength={80}
          className="grow"
        />
        <button type="button" onClick={addValue} className={buttonClass('quiet', SMALL)}>
          {words.add}
        </button>
      </div>
    </fieldset>
  );
}

function NewOption({ onAdd }: { onAdd: (name: string, values: string) => boolean }) {
  const { words } = useEditor();
  const [name, setName] = useState('');
  const [values, setValues] = useState('');
  const add = () => {
    if (!name.trim() || !values.trim() || !onAdd(name.trim(), values)) return;
    setName('');
    setValues('');
  };
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[1fr_1.5fr_auto]">
      <TextField place="newOption.name" label={words.optionName} value={name} onText={setName} maxLength={60} />
      <TextField
        place="newOption.values"
        label={words.optionValues}
        hint={words.optionValuesHint}
        value={values}
        onText={setValues}
        maxLength={400}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <button type="button" onClick={add} className={buttonClass('quiet', `${SMALL} sm:mt-7`)}>
        {words.addOption}
      </button>
    </div>
  );
}
